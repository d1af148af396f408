"""
The story along time as a picture: a lane for each agency. The template draws it.

All that it says stands in words beside it, too. Lanes are told apart by their label; their colour
only helps.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Count
from django.db.models.functions import Trunc

from chronologies.models.entry import ChronologyEntryQuerySet
from composite.models import EventWeight, Weight
from composite.queries.period import Period, period_on
from composite.queries.scale import Scale
from composite.queries.scope import Narrowing, Scope

LANE = 26
TOP = 26
MOST_LABELS = 10
LABEL_APART = 55  # units that a label takes
MONTHS_OF_A_SHORT_STORY = 24
MOST_KEY_EVENTS = 100
LONG_GAP = 3  # months without any entry of an agency
COLOURS = 9  # how many the style sheet tells apart; then they begin anew


class Grain(StrEnum):
    """How much time one column holds: as fine as the width allows."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    def begin(self, day: date) -> date:
        """Return the first day of the stretch that a day is in."""
        if self == Grain.WEEK:
            return day - relativedelta(days=day.weekday())
        if self == Grain.MONTH:
            return day.replace(day=1)
        if self == Grain.QUARTER:
            return day.replace(month=day.month - (day.month - 1) % 3, day=1)
        return day.replace(month=1, day=1) if self == Grain.YEAR else day


STEPS = {
    Grain.DAY: relativedelta(days=1),
    Grain.WEEK: relativedelta(weeks=1),
    Grain.MONTH: relativedelta(months=1),
    Grain.QUARTER: relativedelta(months=3),
    Grain.YEAR: relativedelta(years=1),
}
LONGEST = {Grain.DAY: 120, Grain.WEEK: 800, Grain.MONTH: 3650, Grain.QUARTER: 11000}  # days


@dataclass(frozen=True)
class Column:
    """So many entries of one agency in one stretch of time. level: how dark, from 1 to 4."""

    x: int
    width: int
    level: int
    count: int
    words: str


@dataclass(frozen=True)
class Gap:
    x: int
    width: int
    words: str


@dataclass(frozen=True)
class Lane:
    label: str
    colour: int
    y: int
    count: int
    columns: list[Column]
    gaps: list[Gap]

    @property
    def top(self) -> int:
        """Where its columns begin."""
        return self.y + 3

    @property
    def words(self) -> str:
        gaps = "; ".join(gap.words for gap in self.gaps)
        many = f"{self.count:,} {'entry' if self.count == 1 else 'entries'} with a day"
        return f"{many}; {gaps}" if gaps else many


@dataclass(frozen=True)
class KeyEvent:
    x: int
    y: int
    pk: int
    words: str


@dataclass(frozen=True)
class Label:
    x: int
    words: str
    period: str


@dataclass(frozen=True)
class Picture:
    """labels: what a reader can zoom to. span: from when to when, in words."""

    height: int
    bottom: int
    lanes: list[Lane]
    key_events: list[KeyEvent]
    labels: list[Label]
    period: Period | None
    span: str


def picture_of(
    scope: Scope,
    found: ChronologyEntryQuerySet,
    wanted: Narrowing,
    *,
    is_named: bool,
    reads_marks: bool,
) -> Picture | None:
    """
    Return the picture of a part of the story; none where no entry of it has a day.

    is_named: its reader sees days as agencies wrote them. Elsewhere no column is finer than a
    month, and the day of a key event or of the period under review is its month, so that no telling
    day shows.
    reads_marks: its reader reads what chair and panel made of the events.
    """
    is_close = is_named and is_short(wanted)
    begun = Trunc("happened_from", "day" if is_close else "month")
    dated = found.filter(happened_from__isnull=False).order_by()
    rows: Any = dated.values("submission", begun_on=begun).annotate(count=Count("pk"))
    counted = [(row["submission"], row["begun_on"], row["count"]) for row in rows]
    if not counted:
        return None
    days = [day for _, day, _ in counted]
    grain = grain_for(min(days), max(days), is_close=is_close)
    first, last = grain.begin(min(days)), grain.begin(max(days)) + STEPS[grain]
    scale = Scale(first, last)
    lanes = [*lanes_of(scope, together(counted, grain), scale, grain)]
    bottom = TOP + LANE * len(lanes)
    return Picture(
        height=bottom + 24,
        bottom=bottom,
        lanes=lanes,
        key_events=[*key_events(scope, found, scale, is_named=is_named)] if reads_marks else [],
        labels=[*labels_of(scale)],
        period=period_on(scale, scope.review, is_named=is_named),
        span=f"{first:%B %Y} to {last - relativedelta(days=1):%B %Y}",
    )


def is_short(wanted: Narrowing) -> bool:
    """Test whether a period is wanted that is short enough for weeks."""
    if not (wanted.earliest and wanted.latest):
        return False
    return (wanted.latest - wanted.earliest).days <= LONGEST[Grain.WEEK]


def grain_for(first: date, last: date, *, is_close: bool) -> Grain:
    days = (last - first).days
    for grain, longest in LONGEST.items():
        if days <= longest and (is_close or grain not in (Grain.DAY, Grain.WEEK)):
            return grain
    return Grain.YEAR


def together(counted: Iterable[tuple[int, date, int]], grain: Grain) -> dict[int, dict[date, int]]:
    """Return how many entries of each submission begin in each stretch of time, in its order."""
    found: dict[int, Counter[date]] = defaultdict(Counter)
    for submission, day, count in counted:
        found[submission][grain.begin(day)] += count
    return {submission: dict(sorted(days.items())) for submission, days in found.items()}


def colours_of(scope: Scope) -> dict[int, int]:
    """Return a colour for each agency: the same on every page of a review, by its label."""
    return {row.pk: place % COLOURS for place, row in enumerate(scope.by_label)}


def lanes_of(
    scope: Scope, counted: Mapping[int, Mapping[date, int]], scale: Scale, grain: Grain
) -> Iterator[Lane]:
    colours = colours_of(scope)
    most = max(max(own.values()) for own in counted.values())
    for place, row in enumerate(row for row in scope.by_label if row.pk in counted):
        own = counted[row.pk]
        yield Lane(
            label=row.involvement.agency.label,
            colour=colours[row.pk],
            y=TOP + LANE * place,
            count=sum(own.values()),
            columns=[column_of(day, count, scale, grain, most=most) for day, count in own.items()],
            gaps=[*gaps_of(list(own), scale, grain)],
        )


def column_of(begun: date, count: int, scale: Scale, grain: Grain, *, most: int) -> Column:
    many = f"{count:,} {'entry' if count == 1 else 'entries'}"
    return Column(
        x=scale.x(begun),
        width=scale.width(begun, begun + STEPS[grain]),
        level=max(1, -(-4 * count // most)),
        count=count,
        words=f"{stretch(begun, grain)}: {many}",
    )


def stretch(begun: date, grain: Grain) -> str:
    """Call a stretch of time as people do."""
    if grain == Grain.YEAR:
        return f"{begun:%Y}"
    if grain == Grain.QUARTER:
        return f"{begun:%B} to {begun + relativedelta(months=2):%B %Y}"
    if grain == Grain.MONTH:
        return f"{begun:%B %Y}"
    week = "Week of " if grain == Grain.WEEK else ""
    return f"{week}{begun.day} {begun:%B %Y}"


def gaps_of(begun: list[date], scale: Scale, grain: Grain) -> Iterator[Gap]:
    """Yield where an agency tells nothing for long, between two entries of it."""
    for before, after in pairwise(begun):
        since = before + STEPS[grain]
        if since + relativedelta(months=LONG_GAP) <= after:
            until = after - relativedelta(days=1)
            yield Gap(
                scale.x(since),
                scale.width(since, after),
                f"nothing from {since:%B %Y} to {until:%B %Y}",
            )


def key_events(
    scope: Scope, found: ChronologyEntryQuerySet, scale: Scale, *, is_named: bool
) -> Iterator[KeyEvent]:
    """Yield the key events that have a day. They stand above the lanes."""
    keys = EventWeight.objects.filter(review=scope.review, weight=Weight.KEY)
    entries = found.filter(root__in=keys.values("event"), happened_from__isnull=False)
    labels = {row.pk: row.involvement.agency.label for row in scope.standing}
    rows: Any = entries.values_list("pk", "submission", "happened_from")[:MOST_KEY_EVENTS]
    for pk, submission, day in rows:
        shown = day if is_named else day.replace(day=1)
        when = f"{day.day} {day:%B %Y}" if is_named else f"{day:%B %Y}"
        yield KeyEvent(scale.x(shown), TOP - 12, pk, f"Key event, {labels[submission]}, {when}")


def labels_of(scale: Scale) -> Iterator[Label]:
    """Yield years, or months where there are few, so many that they stand apart."""
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month
    is_short = months <= MONTHS_OF_A_SHORT_STORY
    count = months if is_short else months // 12 + 1
    every = max(1, -(-count // MOST_LABELS))
    step = relativedelta(months=every) if is_short else relativedelta(years=every)
    day = Grain.MONTH.begin(scale.first) if is_short else Grain.YEAR.begin(scale.first)
    while day < scale.last:
        x, following = scale.x(day), scale.x(day + step)
        if following - x >= LABEL_APART or day + step >= scale.last:
            yield Label(
                x,
                f"{day:%b %Y}" if is_short else f"{day:%Y}",
                f"{day:%B %Y}" if is_short else f"{day:%Y}",
            )
        day += step
