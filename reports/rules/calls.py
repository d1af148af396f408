"""What a sequence of calls may hold, and how much of it can be drawn."""

from dataclasses import dataclass

from agencies.models import Actor
from chronologies.models import ChronologyEntry
from reports.models import ReportCall
from reports.rules.sections import check_can_write
from reviews.access import Refused
from reviews.models import Review

MOST_CALLS, MOST_PARTIES = 30, 6


@dataclass(frozen=True, kw_only=True)
class Told:
    """Who called whom and what was said, as it prints."""

    caller: str
    called: str
    words: str = ""


def check_can_take(actor: Actor, review: Review, entry: ChronologyEntry) -> None:
    """Refuse a call by whoever does not write the report, of another review, or one too many."""
    check_can_write(actor, review)
    if entry.submission.involvement.review_id != review.pk:
        raise Refused("Choose an event of this review")
    if review.report_calls.count() >= MOST_CALLS:
        raise Refused(f"A sequence draws at most {MOST_CALLS} calls. Take one out first.")


def check_can_word(actor: Actor, call: ReportCall) -> None:
    check_can_write(actor, call.review)


def check_told(review: Review, told: Told, *, but: int = 0) -> None:
    """
    Refuse a call to oneself, and more people and bodies than stand beside each other.

    but: the number of the call that is worded anew.
    """
    if told.caller.casefold() == told.called.casefold():
        raise Refused("Say who was called: somebody else than who called", field="called")
    others = review.report_calls.exclude(number=but).values_list("caller", "called")
    parties = {name for pair in others for name in pair} | {told.caller, told.called}
    if len(parties) > MOST_PARTIES:
        raise Refused(
            f"At most {MOST_PARTIES} people and bodies can be drawn beside each other. Call some "
            "of them by one name, such as “Police”",
            field="called",
        )
