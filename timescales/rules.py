"""May a hold or a later day be recorded now? Raises `Refused` in words fit to show."""

from datetime import date, timedelta

from django.db.models import Q

from agencies.models import Actor
from pages.templatetags.dates import date_long
from reviews import access
from reviews import rules as review_rules
from reviews.access import Permission, Refused
from reviews.lifecycle import Stage
from reviews.models import Deadline, Review
from timescales.models import Hold

# Overlays may lie over these stages, and over no others
CAN_WAIT = frozenset(
    {
        Stage.COMMISSIONED,
        Stage.PANEL_FORMED,
        Stage.TOR_AGREED,
        Stage.EVIDENCE,
        Stage.DRAFTING,
        Stage.FAMILY_AND_AGENCY_REVIEW,
        Stage.PANEL_AGREED,
        Stage.CSP_SIGNED_OFF,
        Stage.HO_SUBMITTED,
    }
)


FAR = timedelta(days=5 * 366)


def check_can_write(actor: Actor, review: Review) -> None:
    access.require(actor, Permission.STAGE_MOVE, on=review)
    review_rules.check_is_open(review)


def check_can_look_yearly(actor: Actor, review: Review) -> None:
    """Refuse all but those who deal with the contract: an independent chair does not."""
    access.require(actor, Permission.ACCESS_MANAGE, on=review)
    review_rules.check_is_open(review)


def check_look(review: Review, looked_on: date, *, decided_on: date | None) -> None:
    """Refuse a look before there was a contract to look at, and the same one a second time."""
    if decided_on is None:
        raise Refused("There is nothing to look at yet: no decision to review is recorded.")
    if looked_on < decided_on:
        raise Refused(
            f"The look must be on or after {date_long(decided_on)}, the decision to review",
            field="looked_on",
        )
    if review.yearly_looks.filter(looked_on=looked_on).exists():
        raise Refused(
            "A look on that day is recorded already. Take that one back first if it was wrong",
            field="looked_on",
        )


def check_day(review: Review, day: date, *, field: str, called: str, today: date) -> None:
    """Refuse a day on which this cannot have happened in the review."""
    review_rules.check_possible_on(day, field=field, called=called, today=today)
    review_rules.check_after_death(review, day, field=field, called=called)


def check_can_hold(actor: Actor, review: Review, *, is_over: bool = False) -> None:
    """
    Refuse a hold where there is nothing to hold: before the decision, and after the report. One
    that is over is recorded at any later stage, as a review of before this system needs it.
    """
    check_can_write(actor, review)
    if review.stage not in CAN_WAIT and not (is_over and review.moves.exists()):
        raise Refused("A review is put on hold between its decision and the Home Office’s answer.")


def check_no_other_runs(review: Review) -> None:
    if review.holds.filter(ended_on__isnull=True).exists():
        raise Refused("This review is on hold already. End that hold before another begins.")


def check_outside_others(review: Review, began_on: date, ended_on: date | None) -> None:
    """Refuse a hold that lies over another: its days would stand twice in the table."""
    last = ended_on or began_on
    before_it_ended = Q(began_on__lte=began_on) | Q(began_on__lt=last)
    after_it_began = Q(ended_on__gt=began_on) | Q(ended_on__isnull=True)
    if review.holds.filter(before_it_ended & after_it_began).exists():
        raise Refused(
            "Another hold ran on that day. Begin this one where that ended, or take that back",
            field="began_on",
        )


def check_after_beginning(began_on: date, day: date, *, field: str, called: str) -> None:
    if day < began_on:
        raise Refused(f"{called} must be on or after the day the hold began", field=field)


def check_next_look(review_on: date | None, *, today: date) -> None:
    """Refuse a hold that runs and is looked at on no day, or on one that has passed."""
    if review_on is None:
        raise Refused("Enter the day it is looked at again", field="review_on")
    check_ahead(review_on, field="review_on", called="The next look", today=today)


def check_runs(hold: Hold) -> None:
    if not hold.is_running:
        raise Refused("This hold has ended.")


def check_ahead(day: date, *, field: str, called: str, today: date) -> None:
    if day <= today:
        raise Refused(f"{called} must be in the future", field=field)
    check_not_far(day, field=field, called=called, today=today)


def check_not_far(day: date, *, field: str, called: str, today: date) -> None:
    """Refuse a day so far ahead that it is a slip, and would silence every reminder until then."""
    if day > today + FAR:
        raise Refused(f"{called} is more than five years away. Check the year", field=field)


def check_not_before(day: date, first: date, *, field: str, called: str, what: str) -> None:
    if day < first:
        raise Refused(f"{called} must be on or after {what}", field=field)


def day_to_move(report: Deadline | None) -> tuple[Deadline, date]:
    """Return the report's deadline and the day that stands. Refuse where there is none to move."""
    if report is None or report.stands_on is None:
        raise Refused("The six months run from the decision to review, and none is recorded.")
    return report, report.stands_on


def check_later(day: date, standing: date) -> None:
    """Refuse a later day that is not later than the one that stands."""
    if day <= standing:
        raise Refused(
            f"The new day must be after {standing.day} {standing:%B %Y}, the day that stands now",
            field="due_on",
        )


def check_agreed_in_turn(review: Review, agreed_on: date, report: Deadline) -> None:
    """
    Refuse an agreement before the six months ran, after the report was signed off, or before a
    later one: it would move nothing, or make a late report look as if it had been in time.
    """
    if agreed_on < report.started_on:
        raise Refused("The agreement must be on or after the decision to review", field="agreed_on")
    if report.met_on and agreed_on > report.met_on:
        raise Refused(
            f"The report was signed off on {date_long(report.met_on)}. No later day is agreed "
            "after that",
            field="agreed_on",
        )
    last = review.extensions.order_by("agreed_on").last()
    if last and agreed_on < last.agreed_on:
        raise Refused(
            f"The day that stands was agreed on {date_long(last.agreed_on)}. This agreement must "
            "be on that day or later",
            field="agreed_on",
        )


def check_late_agreement(agreed_on: date, standing: date, reason: str) -> None:
    """Ask why a later day was agreed only once the earlier one had passed. It is kept as said."""
    if agreed_on > standing and not reason.strip():
        raise Refused(
            f"It was agreed after {standing.day} {standing:%B %Y}, the day it moves. Say why",
            field="late_reason",
        )
