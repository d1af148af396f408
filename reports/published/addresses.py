"""
Who lived where: a bar for each stay, by months, at addresses that are called by their aliases.

It is handed months and nothing more exact: the line ends with the month of the death.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from documents.drawings import Drawing, Shape, width_of

WIDTH, MARGIN, TOP = 640, 24, 30
LANE, BAR, GAP = 40, 14, 16  # of one stay, its bar, and between two people
SHORTEST = 6
MOST_YEARS = 12  # that are named along the foot


@dataclass(frozen=True)
class Stay:
    """until: none where it lasted until the death, or still."""

    alias: str
    first: date
    until: date | None = None


@dataclass(frozen=True)
class Dweller:
    called: str
    stays: tuple[Stay, ...]


def months(day: date) -> int:
    return day.year * 12 + day.month - 1


def said(day: date) -> str:
    return f"{day:%B %Y}"


@dataclass(frozen=True)
class Scale:
    """Months along the width. left: where the first stands."""

    first: int
    last: int
    left: float

    def at(self, month: int) -> float:
        share = (month - self.first) / max(self.last - self.first, 1)
        return self.left + share * (WIDTH - MARGIN - self.left)


def lanes(stays: Sequence[Stay], scale: Scale) -> list[list[Stay]]:
    """Part the stays of one person, so that neither bars nor their names stand on another."""
    found: list[list[Stay]] = []
    for stay in sorted(stays, key=lambda one: (one.first, one.alias)):
        begin = scale.at(months(stay.first))
        lane = next((one for one in found if ends(one[-1], scale) <= begin), None)
        if lane is None:
            found.append([stay])
        else:
            lane.append(stay)
    return found


def ends(stay: Stay, scale: Scale) -> float:
    """Return where a stay ends, its name included."""
    return max(bar(stay, scale)[1], scale.at(months(stay.first)) + width_of(stay.alias) + 8)


def bar(stay: Stay, scale: Scale) -> tuple[float, float]:
    begin = scale.at(months(stay.first))
    last = scale.last if stay.until is None else min(months(stay.until) + 1, scale.last)
    return begin, max(scale.at(last), begin + SHORTEST)


def timeline(dwellers: Sequence[Dweller], last: date) -> Drawing:
    """Draw who lived where. last: the month with which it ends, that of the death."""
    first = min(months(stay.first) for one in dwellers for stay in one.stays)
    left = MARGIN + max(width_of(one.called) for one in dwellers) + 20
    scale = Scale(first, max(months(last) + 1, first + 1), left)
    shapes: list[Shape] = []
    y: float = TOP
    for one in dwellers:
        rows = lanes(one.stays, scale)
        shapes.append(Shape("words", (MARGIN, y + 24), one.called, "left bold"))
        for row in rows:
            shapes += [part for stay in row for part in drawn(stay, scale, y)]
            y += LANE
        y += GAP
    return Drawing(WIDTH, round(y + 50), (*axis(scale, y, last), *shapes))


def drawn(stay: Stay, scale: Scale, y: float) -> list[Shape]:
    begin, end = bar(stay, scale)
    return [
        Shape("box", (begin, y + 12, end - begin, BAR), look="pale"),
        Shape("words", (begin + 1, y + 7), stay.alias, "left"),
    ]


def axis(scale: Scale, y: float, last: date) -> list[Shape]:
    """Draw a line for each year, and one for the month with which it ends."""
    end = scale.at(scale.last)
    found = [
        Shape("line", (scale.left, y, end, y), look="quiet"),
        Shape("line", (end, TOP - 14, end, y), look="dashed quiet"),
    ]
    years = range(-(-scale.first // 12), scale.last // 12 + 1)
    step = -(-len(years) // MOST_YEARS) or 1
    for year in years:
        x = scale.at(year * 12)
        found.append(Shape("line", (x, TOP - 14, x, y), look="faint"))
        if year % step == 0 and x < end - 30:
            found.append(Shape("words", (x, y + 18), str(year), "quiet"))
    words = f"Death: {said(last)}"
    found.append(Shape("words", (end - width_of(words) / 2, y + 38), words, "quiet"))
    return found


def in_words(dwellers: Sequence[Dweller], last: date) -> str:
    """Say in sentences what the drawing shows."""
    lived = (
        f"{one.called} lived {', then '.join(stay_in_words(stay) for stay in one.stays)}."
        for one in dwellers
    )
    return " ".join([f"Who lived where, by months, until the death in {said(last)}.", *lived])


def stay_in_words(stay: Stay) -> str:
    end = f"until {said(stay.until)}" if stay.until else "on"
    return f"at {stay.alias} from {said(stay.first)} {end}"
