"""One row of a chronology, read: what stands in each column, which day it was, where the row is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import count

from chronologies.dates.read import read_date
from chronologies.dates.reading import DateReading, ImpossibleDate
from chronologies.readers.columns import Column
from chronologies.readers.grid import Cell, GridRow, Merged, is_blank
from chronologies.readers.layout import Layout

DATES = {Column.DATE, Column.DATE_TO}
YEAR_NOT_SHOWN = "The sheet shows this date without a year; Excel added the year."


@dataclass(frozen=True, slots=True)
class ReadRow:
    """
    number: which data row of the whole file this is; the first is 1.
    table, own_row: where the person who has the file finds it.
    words: what stands in each known column, untouched; a merged date counts for all its rows.
    notes: heading and words of all other columns.
    headings: what the file calls its columns.
    words_are_above: what happened stands in a cell merged with that of the row above.
    fault: why the row is not whole. faults: why the words of a column cannot be had.
    """

    number: int
    table: str
    own_row: int
    words: Mapping[Column, str]
    date: DateReading | ImpossibleDate
    notes: tuple[tuple[str, str], ...] = ()
    headings: Mapping[Column, str] = field(default_factory=dict)
    is_blank: bool = False
    is_hidden: bool = False
    words_are_above: bool = False
    fault: str = ""
    faults: Mapping[Column, str] = field(default_factory=dict)

    def text(self, column: Column) -> str:
        return self.words.get(column, "")

    def heading(self, column: Column) -> str:
        """Return what the file calls a column; our own word where it has none."""
        return self.headings.get(column) or column.label


def read_row(
    row: GridRow, layout: Layout, *, number: int, table: str, reference_year: int, fault: str = ""
) -> ReadRow:
    """Read a row. Never raises, whatever stands in it."""
    cells: dict[Column, Cell] = dict(zip(layout.columns, map(row.cell, count()), strict=False))
    cells.pop(Column.NOTE, None)
    spread_out(cells, row, layout)
    words = {column: cell.text for column, cell in cells.items() if counts(column, cell)}
    date = date_in(words, reference_year)
    year_was_added = any(cells[column].doubt for column in cells.keys() & DATES)
    return ReadRow(
        number=number,
        table=table,
        own_row=row.own_row,
        words=words,
        date=in_doubt(date) if year_was_added else date,
        notes=notes_in(row, layout),
        headings=headings_of(layout),
        is_blank=row.is_blank and not fault,
        is_hidden=row.is_hidden,
        words_are_above=are_above(cells[Column.WHAT_HAPPENED]),
        fault=fault or row.fault,
        faults={column: cell.fault for column, cell in cells.items() if cell.fault},
    )


@lru_cache(maxsize=16)
def headings_of(layout: Layout) -> Mapping[Column, str]:
    named = zip(layout.columns, layout.headings, strict=True)
    return {column: heading for column, heading in named if column is not Column.NOTE}


def spread_out(cells: dict[Column, Cell], row: GridRow, layout: Layout) -> None:
    """
    Take words that stretch over several columns for what happened, if they reach that far.

    "No contact in 2014" across the whole row is an event, not a date.
    """
    place = layout.columns.index(Column.WHAT_HAPPENED)
    if row.cell(place).merged is not Merged.LEFT:
        return
    origin = max(nth for nth in range(place) if row.cell(nth).merged is not Merged.LEFT)
    cells[Column.WHAT_HAPPENED] = row.cell(origin)
    cells.pop(layout.columns[origin], None)


def counts(column: Column, cell: Cell) -> bool:
    """Words stand where they stand; only the date, the time and the like hold for rows below."""
    if cell.merged is Merged.LEFT or is_blank(cell.text):
        return False
    return cell.merged is Merged.HERE or column is not Column.WHAT_HAPPENED


def are_above(cell: Cell) -> bool:
    return cell.merged is Merged.ABOVE and not is_blank(cell.text)


def date_in(words: Mapping[Column, str], reference_year: int) -> DateReading | ImpossibleDate:
    """Read the date of a row from its columns of dates and times."""
    start, end = words.get(Column.DATE, ""), words.get(Column.DATE_TO, "")
    text = f"{start} to {end}".strip() if end.strip() not in ("", start.strip()) else start
    return read_date(text, reference_year=reference_year, time_text=words.get(Column.TIME, ""))


def in_doubt(date: DateReading | ImpossibleDate) -> DateReading | ImpossibleDate:
    if isinstance(date, ImpossibleDate):
        return date
    return replace(date, doubt=True, notes=(*date.notes, YEAR_NOT_SHOWN))


def notes_in(row: GridRow, layout: Layout) -> tuple[tuple[str, str], ...]:
    """Return what stands in the columns nobody asked for, and beside the table's columns."""
    return tuple(
        (heading_at(layout, place), cell.text)
        for place, cell in enumerate(row.cells)
        if is_note(layout, place) and cell.is_own and not is_blank(cell.text)
    )


def is_note(layout: Layout, place: int) -> bool:
    return place >= len(layout.columns) or layout.columns[place] is Column.NOTE


def heading_at(layout: Layout, place: int) -> str:
    return layout.headings[place] if place < len(layout.headings) else ""
