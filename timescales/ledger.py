"""
Where the days of a review went: every day once, each with one cause.

What somebody decided stands. The days between are proposed from what is recorded, the cause that
is named first winning where two speak for a day; a day for which nothing speaks was the review's
own work. Pure reckoning: days are dates in Europe/London, first and last of a span included.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
WORK = "WORK"


@dataclass(frozen=True, kw_only=True)
class Span:
    """
    Some days and what they were spent on.

    why: what speaks for it, in words of the system; empty for what somebody decided.
    pk: of the record, where somebody decided it; note: what they wrote down, for the page alone.
    """

    from_on: date
    to_on: date
    cause: str
    why: str = ""
    pk: int | None = None
    note: str = ""

    @property
    def is_decided(self) -> bool:
        return self.pk is not None

    @property
    def days(self) -> int:
        return (self.to_on - self.from_on).days + 1


def filled(
    from_on: date, to_on: date, *, decided: Iterable[Span], proposed: Iterable[Span]
) -> list[Span]:
    """Return spans that hold every day of a time once, in order."""
    laid: list[Span] = []
    work = Span(from_on=from_on, to_on=to_on, cause=WORK)
    for span in (*decided, *proposed, work):
        for gap in gaps(from_on, to_on, laid):
            begin, end = max(gap[0], span.from_on), min(gap[1], span.to_on)
            if begin <= end:
                laid.append(replace(span, from_on=begin, to_on=end))
    return joined(sorted(laid, key=lambda one: one.from_on))


def gaps(from_on: date, to_on: date, laid: Iterable[Span]) -> list[tuple[date, date]]:
    """Return the times between spans that do not overlap."""
    found, reached = [], from_on
    for span in sorted(laid, key=lambda one: one.from_on):
        if span.from_on > reached:
            found.append((reached, span.from_on - ONE_DAY))
        reached = max(reached, span.to_on + ONE_DAY)
    if reached <= to_on:
        found.append((reached, to_on))
    return found


def joined(spans: Sequence[Span]) -> list[Span]:
    """Make one of neighbours that say the same."""
    found: list[Span] = []
    for span in spans:
        if found and replace(found[-1], from_on=span.from_on, to_on=span.to_on) == span:
            found[-1] = replace(found[-1], to_on=span.to_on)
        else:
            found.append(span)
    return found


def days_by_cause(spans: Iterable[Span]) -> dict[str, int]:
    """Return how many days each cause took, the longest first."""
    counted: dict[str, int] = defaultdict(int)
    for span in spans:
        counted[span.cause] += span.days
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
