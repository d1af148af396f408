"""Themes along the years: where dots stand. The template draws it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from learning.queries.themes import Row

LEFT, STEP, TOP, ROW = 300, 60, 36, 40
MOST = 15  # themes in the picture; the table has all
MOST_YEARS = 11
SMALLEST, LARGEST = 9, 18


@dataclass(frozen=True)
class Dot:
    x: int
    y: int
    radius: int
    theme: int
    year: int
    count: int
    words: str


@dataclass(frozen=True)
class Name:
    y: int
    words: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class Tick:
    x: int
    year: int


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    bottom: int
    right: int
    names: tuple[Name, ...]
    ticks: tuple[Tick, ...]

    @property
    def words(self) -> str:
        """What the picture says, for whoever does not see it."""
        return ". ".join(
            f"{name.words}: {', '.join(f'{dot.count} in {dot.year}' for dot in name.dots)}"
            for name in self.names
        )


def picture_of(rows: Sequence[Row]) -> Picture | None:
    """Return the themes of which most was published; None before anything was."""
    shown = [row for row in rows if row.years][:MOST]
    if not shown:
        return None
    last = max(year.year for row in shown for year in row.years)
    first = max(min(year.year for row in shown for year in row.years), last - MOST_YEARS + 1)
    most = max(year.count for row in shown for year in row.years)
    ticks = tuple(
        Tick(LEFT + STEP // 2 + STEP * place, year)
        for place, year in enumerate(range(first, last + 1))
    )
    at = {tick.year: tick.x for tick in ticks}
    bottom = TOP + ROW * len(shown)
    right = LEFT + STEP * len(ticks)
    names = tuple(name_of(row, TOP + ROW * place, at, most) for place, row in enumerate(shown))
    return Picture(max(right, 720), bottom + 8, bottom, right, names, ticks)


def name_of(row: Row, top: int, at: dict[int, int], most: int) -> Name:
    y = top + ROW // 2
    dots = tuple(
        Dot(
            x=at[year.year],
            y=y,
            radius=radius(year.count, most),
            theme=row.theme.pk,
            year=year.year,
            count=year.count,
            words=f"{row.theme.name}: {year.count} in {year.year}",
        )
        for year in row.years
        if year.year in at
    )
    return Name(y, row.theme.name, dots)


def radius(count: int, most: int) -> int:
    """Return how large a dot is: its area grows with the count."""
    return round(SMALLEST + (LARGEST - SMALLEST) * sqrt((count - 1) / max(most - 1, 1)))
