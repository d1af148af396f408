"""A review along time as a picture: where bars, lines and labels stand. The template draws it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pages.templatetags.sentences import in_sentence
from reviews.lifecycle import STEPS, Stage
from reviews.models import Review
from reviews.queries.facts import standing_moves
from timescales.queries.timescale import Timescale

WIDTH = 1000  # units of the picture, whatever the page makes of them
LEFT = 150  # for the names of the rows
RIGHT = 20
ROW = 30
TOP = 64
LABEL_APART = 110  # units that a label of the upper edge takes
MOST_TICKS = 8
ACROSS = {"D4": "Decision", "D11": "Report"}
NAME_OF = {stage: name for name, stages in STEPS for stage in stages}


@dataclass(frozen=True)
class Bar:
    name: str
    y: int
    x: int
    width: int
    words: str


@dataclass(frozen=True)
class Mark:
    """A day across the whole picture. `level` keeps the labels of near days apart."""

    kind: str
    x: int
    name: str
    day: date
    level: int


@dataclass(frozen=True)
class Shade:
    x: int
    width: int
    words: str


@dataclass(frozen=True)
class Tick:
    x: int
    words: str


@dataclass(frozen=True)
class Picture:
    """
    bars: one for each step of the review. shades: holds. likely: the range of the forecast.
    """

    height: int
    bottom: int
    bars: list[Bar]
    marks: list[Mark]
    shades: list[Shade]
    ticks: list[Tick]
    likely: Shade | None


@dataclass(frozen=True)
class Scale:
    first: date
    last: date

    def x(self, day: date) -> int:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return LEFT + round(min(max(share, 0), 1) * (WIDTH - LEFT - RIGHT))

    def width(self, begin: date, end: date) -> int:
        return max(self.x(end) - self.x(begin), 2)


def picture_of(review: Review, timescale: Timescale, *, today: date) -> Picture:
    spans = list(spans_of(review, today=today))
    days = days_across(timescale, today=today)
    likely = timescale.forecast
    first = min([review.notified_on, *(begin for _, begin, _ in spans)])
    last = max([today, *(day for _, _, day in days), *([likely.late_on] if likely else [])])
    scale = Scale(first, last + timedelta(days=14))
    bottom = TOP + ROW * len(spans)
    return Picture(
        height=bottom + 34,
        bottom=bottom,
        bars=[
            Bar(name, TOP + ROW * row, scale.x(begin), scale.width(begin, end), words(begin, end))
            for row, (name, begin, end) in enumerate(spans)
        ],
        marks=marks_of(days, scale),
        shades=[
            Shade(
                scale.x(pause.hold.began_on),
                scale.width(pause.hold.began_on, pause.hold.ended_on or today),
                f"On hold: {in_sentence(pause.hold.get_cause_display())}",
            )
            for pause in timescale.pauses
        ],
        ticks=[Tick(scale.x(day), f"{day:%b %Y}") for day in months(scale)],
        likely=Shade(
            scale.x(likely.early_on), scale.width(likely.early_on, likely.late_on), "Likely end"
        )
        if likely
        else None,
    )


def spans_of(review: Review, *, today: date) -> Iterator[tuple[str, date, date]]:
    """
    Yield each step that a review came to with its first day and its last; today, where it stands.

    A step that it came to twice is one bar. Moves on days that nobody knows are left out.
    """
    came: list[tuple[str, date]] = [(NAME_OF[Stage.NOTIFIED], review.notified_on)]
    moves = standing_moves(*Stage).filter(review=review)
    for move in moves.order_by("pk"):
        if move.moved_on:
            came.append((NAME_OF[Stage(move.to_stage)], move.moved_on))
    ends = [*(day for _, day in came[1:]), today]
    begun: dict[str, tuple[date, date]] = {}
    for (name, begin), end in zip(came, ends, strict=True):
        first, last = begun.get(name, (begin, end))
        begun[name] = min(first, begin), max(last, end, begin)
    for name, (begin, end) in begun.items():
        yield name, begin, end


def days_across(timescale: Timescale, *, today: date) -> list[tuple[str, str, date]]:
    """Return the days that stand across the picture: today, the statutory and agreed ones."""
    found = [("today", "Today", today)]
    for line in timescale.lines:
        if line.deadline.code in ACROSS and line.deadline.due_on:
            name = ACROSS[line.deadline.code]
            found.append(("statutory", f"{name} due", line.deadline.due_on))
            if line.deadline.agreed_on:
                found.append(("agreed", f"{name} agreed", line.deadline.agreed_on))
    if timescale.forecast:
        found.append(("likely", "Likely", timescale.forecast.expected_on))
    return sorted(found, key=lambda one: one[2])


def marks_of(days: list[tuple[str, str, date]], scale: Scale) -> list[Mark]:
    """Place the days, each label a line lower where the one before it is near."""
    marks: list[Mark] = []
    for kind, name, day in days:
        x = scale.x(day)
        near = marks and x - marks[-1].x < LABEL_APART
        marks.append(Mark(kind, x, name, day, (marks[-1].level + 1) % 3 if near else 0))
    return marks


def months(scale: Scale) -> Iterator[date]:
    """Yield the first days of months, so many that their labels stand apart."""
    count = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month
    every = max(1, -(-count // MOST_TICKS))
    for number in range(0, count + 1, every):
        year, month = divmod(scale.first.month - 1 + number, 12)
        day = date(scale.first.year + year, month + 1, 1)
        if scale.first <= day <= scale.last:
            yield day


def words(begin: date, end: date) -> str:
    days = (end - begin).days
    return (
        f"{begin.day} {begin:%B %Y} to {end.day} {end:%B %Y}, {days} day{'' if days == 1 else 's'}"
    )
