"""An agency's chronology, before it is a file."""

from dataclasses import dataclass
from itertools import pairwise

from dhr.demonstration.chronologies.days import Cell, When
from dhr.demonstration.clock import Clock

Told = str | When
Row = tuple[Told, ...]  # one cell alone reaches across the table; none is a blank row


@dataclass(frozen=True, kw_only=True)
class Table:
    """
    One table or sheet.

    titles: above the heading, across the table. has_years: each year begins with its number
    across the table.
    """

    label: str = ""
    titles: tuple[str, ...] = ()
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...] = ()
    has_years: bool = False

    def written(self, clock: Clock) -> list[list[Cell]]:
        """Return its rows without the headings, on their days."""
        rows = with_years(self.rows, clock) if self.has_years else list(self.rows)
        return [[told(cell, clock) for cell in row] for row in rows]


@dataclass(frozen=True, kw_only=True)
class Chronology:
    """
    What one agency sends.

    about: what stands before its tables. entries, to_mend, blank: what becomes of its rows.
    """

    agency: str
    file_name: str
    tables: tuple[Table, ...]
    about: tuple[str, ...] = ()
    entries: int
    to_mend: int = 0
    blank: int = 0

    @property
    def rows(self) -> int:
        return self.entries + self.to_mend + self.blank


def told(cell: Told, clock: Clock) -> Cell:
    return cell.written(clock) if isinstance(cell, When) else cell


def with_years(rows: tuple[Row, ...], clock: Clock) -> list[Row]:
    """Put the number of each year before its first row."""
    years = [0, *(year_of(row, clock) for row in rows)]
    found: list[Row] = []
    for (before, now), row in zip(pairwise(years), rows, strict=True):
        found += [(str(now),), row] if now != before else [row]
    return found


def year_of(row: Row, clock: Clock) -> int:
    """Return the year of a row whose first cell says when it was."""
    first = row[0]
    assert isinstance(first, When)  # noqa: S101 - the story is ours
    return first.day(clock).year
