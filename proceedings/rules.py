"""May this be recorded of other bodies' proceedings? Raises `Refused` in words fit to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agencies.models import Actor
from panels.models import ParallelProcess
from proceedings.access import READS_LOAN
from proceedings.models import DisclosureItem, Loan
from proceedings.models.loan import MaySee
from reviews import access
from reviews import rules as review_rules
from reviews.access import Permission, Refused
from reviews.models import Review

# Of the media log, by its field, as its form calls it
IN_OUR_WORDS = {
    "what": "What they asked or brought",
    "answered_by": "Who answered",
    "line": "The line taken",
}


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """What an outlet asked or brought on a day, who answered and with which line."""

    happened_on: date
    outlet: str
    what: str
    answered_by: str = ""
    line: str = ""


def check_can_write(actor: Actor, review: Review) -> None:
    """Refuse by somebody who does not run the review, or after it ended."""
    access.require(actor, Permission.PANEL_WRITE, on=review)
    review_rules.check_is_open(review)


def check_can_end_loan(actor: Actor, loan: Loan) -> None:
    """Refuse by somebody who does not run the review. What was lent goes back after its end too."""
    access.require(actor, Permission.PANEL_WRITE, on=loan.review)
    access.require(actor, READS_LOAN[MaySee(loan.may_see)], on=loan.review)


def check_can_lend(actor: Actor, review: Review, may_see: str) -> None:
    """Refuse to record what the person who records it may not see themselves."""
    check_can_write(actor, review)
    if not access.has(actor, READS_LOAN[MaySee(may_see)], on=review):
        raise Refused(
            "You are not among them. Ask the chair’s office to record it, so that nobody reads of "
            "it who may not",
            field="may_see",
        )


def check_day(day: date | None, *, field: str, called: str, today: date) -> None:
    review_rules.check_possible_on(day, field=field, called=called, today=today)


def check_coverage(review: Review, coverage: Coverage, *, today: date) -> None:
    """Refuse an impossible day, and words of ours with a true name: the whole panel reads them."""
    check_day(coverage.happened_on, field="happened_on", called="The day", today=today)
    said = {field: getattr(coverage, field) for field in IN_OUR_WORDS}
    review_rules.check_names_nobody(review, said, called=IN_OUR_WORDS)


def check_next(next_on: date | None, *, happened_on: date) -> None:
    if next_on and next_on <= happened_on:
        raise Refused("The next contact must be after this one", field="next_on")


def check_of_review(review: Review, process: ParallelProcess) -> None:
    if process.review_id != review.pk:
        raise Refused("Choose a process of this review", field="process")


def check_chosen(items: Sequence[DisclosureItem]) -> None:
    if not items:
        raise Refused("Choose what was shown", field="items")


def check_shown(item: DisclosureItem, outcome_on: date) -> None:
    """Refuse an outcome of what nobody was shown, or one before it was."""
    if item.shown_on is None:
        raise Refused("Record first when the disclosure officer was shown this.")
    if outcome_on < item.shown_on:
        raise Refused("The outcome must be on or after the day it was shown", field="outcome_on")


def check_due(due_on: date, *, lent_on: date) -> None:
    if due_on < lent_on:
        raise Refused("The day must be on or after the day it was lent", field="due_on")


def check_out(loan: Loan, ended_on: date) -> None:
    if not loan.is_out:
        raise Refused("This is recorded as ended already.")
    if ended_on < loan.lent_on:
        raise Refused("The day must be on or after the day it was lent", field="ended_on")
