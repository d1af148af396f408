"""
The tables of a file, read.

Every row of the file is somewhere in here: as a row, as what was left out and why, or in a table
that is no chronology. None is dropped in silence.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from chronologies.dates.read import read_date
from chronologies.dates.reading import DateReading
from chronologies.readers.columns import Column
from chronologies.readers.grid import CannotRead, Grid, GridRow, Merged
from chronologies.readers.how_far import HowFar, Tell, to_nobody
from chronologies.readers.layout import Layout, looks_like_heading
from chronologies.readers.own_template import is_example
from chronologies.readers.rows import ReadRow, read_row

HEADING = "the heading"
REPEATED = "a heading, repeated"
PART = "the heading of a part"
EXAMPLE = "the template's example"
ABOVE = "above the heading"

NO_CHRONOLOGY = (
    "No chronology was found in this file. It needs a table with a column of dates and a column "
    "that says what happened."
)
NO_ROWS = "The chronology in this file has no rows under its heading."


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no data: its number, its words and what it was taken for."""

    own_row: int
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class ReadTable:
    label: str
    layout: Layout
    rows: tuple[ReadRow, ...]
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherTable:
    """A table that is no chronology, and why it was not taken for one."""

    label: str
    rows: int
    why: str


@dataclass(frozen=True, slots=True)
class ReadFile:
    tables: tuple[ReadTable, ...]
    other_tables: tuple[OtherTable, ...] = ()

    @property
    def rows(self) -> list[ReadRow]:
        """All data rows in the order of the file; blank ones, too."""
        return list(chain.from_iterable(table.rows for table in self.tables))


def read_tables(
    grids: Sequence[Grid],
    layouts: Sequence[Layout],
    *,
    reference_year: int,
    tell: Tell = to_nobody,
) -> ReadFile:
    """
    Read all tables that their layouts call a chronology.

    tell: is told now and then how many rows of a long file are read, and how many it has.

    Raises CannotRead where there is none, or nothing stands in any row.
    """
    tables: list[ReadTable] = []
    others: list[OtherTable] = []
    number = 0
    pairs = list(zip(grids, layouts, strict=True))
    how_far = HowFar(sum(len(grid.rows) for grid, layout in pairs if not layout.left_out), tell)
    for grid, layout in pairs:
        if layout.left_out:
            others.append(OtherTable(grid.label, len(grid.rows), layout.left_out))
        else:
            tables.append(
                read_table(
                    grid, layout, after=number, reference_year=reference_year, how_far=how_far
                )
            )
            number += len(tables[-1].rows)
    if not tables:
        raise CannotRead(NO_CHRONOLOGY)
    found = ReadFile(tuple(tables), tuple(others))
    if all(row.is_blank for row in found.rows):
        raise CannotRead(NO_ROWS)
    return found


def read_table(
    grid: Grid, layout: Layout, *, after: int, reference_year: int, how_far: HowFar
) -> ReadTable:
    """Read one table. after: how many data rows the tables before it have."""
    left_out: list[LeftOut] = []
    rows: list[ReadRow] = []
    width = usual_width(grid, layout)
    for row in how_far.counted(grid.rows):
        why = why_left_out(row, layout, reference_year)
        if why:
            left_out.append(LeftOut(row.own_row, row.words, why))
            continue
        rows.append(
            read_row(
                row,
                layout,
                number=after + len(rows) + 1,
                table=grid.label,
                reference_year=reference_year,
                fault=too_many_cells(row, width),
            )
        )
    return ReadTable(grid.label, layout, tuple(rows), tuple(left_out), grid.remarks)


def why_left_out(row: GridRow, layout: Layout, reference_year: int) -> str:
    """Say what a row was taken for; empty for a row of data."""
    if row.own_row in layout.heading_rows:
        return HEADING
    if is_repeated_heading(row, layout):
        return REPEATED
    if is_example(row.cell(layout.columns.index(Column.WHAT_HAPPENED)).text):
        return EXAMPLE
    if is_above(row, layout, reference_year):
        return ABOVE
    return PART if is_heading_of_part(row, reference_year) else ""


def is_repeated_heading(row: GridRow, layout: Layout) -> bool:
    pairs = zip_longest(row.cells, layout.headings, fillvalue=None)
    same = all(as_heading(cell.text if cell else "") == as_heading(words) for cell, words in pairs)
    return (same and any(layout.headings)) or looks_like_heading(row)


def as_heading(words: str | None) -> str:
    return " ".join((words or "").lower().split())


def is_above(row: GridRow, layout: Layout, reference_year: int) -> bool:
    """Tell whether a row stands above the heading and has no date in the column of dates."""
    if not layout.heading_rows or row.own_row > layout.heading_rows[0]:
        return False
    date = read_date(
        row.cell(layout.columns.index(Column.DATE)).text, reference_year=reference_year
    )
    words = row.cell(layout.columns.index(Column.WHAT_HAPPENED))
    return not words.is_own or (isinstance(date, DateReading) and date.is_unknown)


def is_heading_of_part(row: GridRow, reference_year: int) -> bool:
    """Tell whether a row is only a date across the whole table: "2015"."""
    first, *others = row.cells or (None,)
    if first is None or not others or any(cell.merged is not Merged.LEFT for cell in others):
        return False
    date = read_date(first.text, reference_year=reference_year)
    return isinstance(date, DateReading) and not date.is_unknown and not date.notes


def usual_width(grid: Grid, layout: Layout) -> int | None:
    """Return how many cells a row of a delimited file has; None where a table has its columns."""
    if not grid.is_delimited:
        return None
    heading = [len(row.cells) for row in grid.rows if row.own_row in layout.heading_rows]
    counts = Counter(len(row.cells) for row in grid.rows if row.cells)
    return heading[0] if heading else max(counts, key=lambda width: (counts[width], width))


def too_many_cells(row: GridRow, width: int | None) -> str:
    filled = [] if width is None else [cell for cell in row.cells[width:] if cell.is_own]
    return f"{len(row.cells)} cells where {width} are expected" if filled else ""
