"""How far each agency, theme or age is, as bars: where they stand. The template draws them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from outcomes.queries.dashboard import Line
from outcomes.queries.standings import Standing

ROOM = 480  # how long the longest bar is, of 560: it fits a phone, with names above the bars
ROW = 62
MOST = 15  # lines that are drawn; the table has all
CHARACTERS = 42  # of a name
WIDE = 30  # of a part that has room for its number


@dataclass(frozen=True)
class Part:
    standing: Standing
    count: int
    x: int
    width: int

    @property
    def middle(self) -> int:
        return self.x + self.width // 2

    @property
    def is_wide(self) -> bool:
        return self.width >= WIDE + 11 * (len(str(self.count)) - 1)


@dataclass(frozen=True)
class Bar:
    name: str
    y: int
    end: int
    total: int
    parts: list[Part]

    @property
    def words(self) -> str:
        said = ", ".join(f"{part.count} {part.standing.label.lower()}" for part in self.parts)
        return f"{self.name}: {said}"


@dataclass(frozen=True)
class Picture:
    """left_out: how many lines stand in the table alone."""

    bars: list[Bar]
    height: int
    left_out: int
    standings: list[Standing]


def picture_of(lines: Sequence[Line]) -> Picture:
    drawn = lines[:MOST]
    longest = max((line.total for line in drawn), default=1)
    return Picture(
        bars=[bar(line, ROW * place, ROOM / longest) for place, line in enumerate(drawn)],
        height=8 + ROW * len(drawn),
        left_out=len(lines) - len(drawn),
        standings=list(Standing),
    )


def bar(line: Line, y: int, scale: float) -> Bar:
    parts = list(parts_of(line, scale))
    name = line.name if len(line.name) <= CHARACTERS else f"{line.name[: CHARACTERS - 1]}…"
    return Bar(name, y, parts[-1].x + parts[-1].width, line.total, parts)


def parts_of(line: Line, scale: float) -> Iterator[Part]:
    """Ends are rounded, not widths, so that a bar is as long as its total says."""
    before = 0
    for cell in counted(line):
        start, end = (round(n * scale) for n in (before, before + cell[1]))
        yield Part(*cell, x=start, width=max(end - start, 1))
        before += cell[1]


def counted(line: Line) -> Iterable[tuple[Standing, int]]:
    return ((cell.standing, cell.count) for cell in line.cells if cell.count)
