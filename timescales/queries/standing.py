"""How each deadline of a review stood on a day, worked out from the records alone."""

from dataclasses import dataclass
from datetime import date

from privacy.row_locks import lifted
from reviews.deadlines import days_left
from reviews.models import Deadline, Review
from reviews.queries.clock import deadlines_of
from timescales.queries.agreed import later_days, waits
from timescales.queries.pace import forecast_of
from timescales.queries.report import REPORT


@dataclass(frozen=True)
class Standing:
    """
    One deadline as it stood.

    standing: met in time, met late, on hold, running, overdue, or no figure; days: how many to
    the day that stands, negative past it; None without a figure.
    """

    deadline: Deadline
    forecast_on: date | None
    standing: str
    days: int | None


def standing_on(review: Review, *, today: date) -> list[Standing]:
    """Return the deadlines whose clock had started by a day, as they stood then, by start."""
    with lifted():
        begun = list(deadlines_of({review.pk: review}, today=today))
    for deadline, day in zip(begun, later_days(begun, today=today), strict=True):
        deadline.agreed_on = day or deadline.agreed_on
    holds = list(review.holds.filter(began_on__lte=today))
    is_held = any(hold.ended_on is None or hold.ended_on > today for hold in holds)
    likely = forecast_of(review, holds=holds, today=today)
    ordered = sorted(begun, key=lambda one: (one.started_on, int(one.code[1:]), one.subject))
    return [
        Standing(
            deadline=one,
            forecast_on=likely.expected_on if likely and one.code == REPORT else None,
            standing=in_words(one, today, is_held=is_held),
            days=days_left(one.stands_on, today=one.met_on or today) if one.stands_on else None,
        )
        for one in ordered
    ]


def in_words(deadline: Deadline, today: date, *, is_held: bool) -> str:
    day = deadline.stands_on
    if day is None:
        return "no figure"
    if deadline.met_on:
        return "met in time" if deadline.met_on <= day else "met late"
    if is_held and waits(deadline):
        return "on hold"
    return "overdue" if today > day else "running"
