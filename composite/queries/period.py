"""The period under review in the picture of the story: a band from its first day to its last."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from composite.queries.scale import Scale
from composite.queries.story import period_of
from pages.templatetags.dates import date_long
from reviews.models import Review

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """
    width: 0 where the picture shows a time that is not in the period.
    edges: where it begins and ends, as far as the picture shows that.
    """

    x: int
    width: int
    edges: list[int]
    words: str


def period_on(scale: Scale, review: Review, *, is_named: bool) -> Period | None:
    """
    Return the period under review where it stands on a scale; none where nobody has said it.

    is_named: its reader sees days. Everybody else is told its first and its last month.
    """
    begins, ends = period_of(review)
    if not (begins or ends):
        return None
    if not is_named:
        begins, ends = begins and first_of_month(begins), ends and last_of_month(ends)
    shown_from = max(begins or scale.first, scale.first)
    shown_until = min(ends + A_DAY if ends else scale.last, scale.last)
    is_shown = shown_from < shown_until
    return Period(
        x=scale.x(shown_from),
        width=scale.width(shown_from, shown_until) if is_shown else 0,
        edges=[*edges(scale, begins, ends)],
        words=said(begins, ends, is_named=is_named)
        + ("" if is_shown else ", which is not in this picture"),
    )


def edges(scale: Scale, begins: date | None, ends: date | None) -> Iterator[int]:
    for day in (begins, ends and ends + A_DAY):
        if day and scale.first <= day <= scale.last:
            yield scale.x(day)


def said(begins: date | None, ends: date | None, *, is_named: bool) -> str:
    parts = (f"from {called(begins, is_named)}" if begins else "",
             f"to {called(ends, is_named)}" if ends else "")  # fmt: skip
    return " ".join(["The period under review:", *filter(None, parts)])


def called(day: date, is_named: bool) -> str:
    return date_long(day) if is_named else f"{day:%B %Y}"


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
