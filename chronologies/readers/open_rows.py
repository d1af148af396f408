"""
The rows of one table of an OpenDocument file.

What is the same many times over is there once, with how often: a sheet ends in a million empty
rows. What is merged is told twice: by its first cell, and by a cell for each that it covers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from chronologies.readers.grid import NO_CELL, CannotRead, Cell, GridRow, Merged
from chronologies.readers.limits import (
    MAX_COLUMNS,
    MAX_OTHER_ROWS,
    MAX_ROWS,
    TOO_MANY_ROWS,
    TOO_WIDE,
)
from chronologies.readers.open_values import Styles, cell_of
from chronologies.readers.open_words import TABLE, whole_number

CELL, COVERED = f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
COLUMN, HEADING = f"{TABLE}table-column", f"{TABLE}table-header-rows"
REPEATED_ROW, REPEATED_COLUMN = f"{TABLE}number-rows-repeated", f"{TABLE}number-columns-repeated"
DOWN, ACROSS = f"{TABLE}number-rows-spanned", f"{TABLE}number-columns-spanned"
DEFAULT_STYLE = f"{TABLE}default-cell-style-name"
NAME, OWN_STYLE, VISIBILITY = f"{TABLE}name", f"{TABLE}style-name", f"{TABLE}visibility"
NOT_SEEN = ("collapse", "filter")


@dataclass(slots=True)
class Span:
    """A cell merged with others. left: its first column; rows: how many more it covers."""

    cell: Cell
    left: int
    rows: int


class OpenTable:
    """
    A table, filled row by row: `take` each, then read `rows`, or `all_rows` with the empty end.

    width: the last column in which anything stands.
    """

    def __init__(self, element: Any, styles: Styles) -> None:
        self.element = element
        self.styles = styles
        self.name = element.get(NAME, "")
        self.is_hidden = element.get(OWN_STYLE, "") in styles.hidden
        self.rows: list[GridRow] = []
        self.width = 0
        self.has_words_beneath = False
        self.hidden_columns: list[int] = []
        self.column_styles: list[str] | None = None
        self.spans: dict[int, Span] = {}
        self.waiting: list[tuple[int, GridRow]] = []  # empty so far, and how often

    def take(self, row: Any) -> None:
        """Take in a row. Raises CannotRead where they are too many, or too wide."""
        if self.column_styles is None:
            self.column_styles = list(self.columns())
        times = whole_number(row, REPEATED_ROW)
        cells = self.cells_of(row, times)
        found = GridRow(
            own_row=0,
            cells=tuple(cells),
            is_heading=next(row.iterancestors(HEADING), None) is not None,
            is_hidden=row.get(VISIBILITY) in NOT_SEEN,
        )
        self.waiting.append((times, found))
        if not found.is_blank:
            self.width = max(self.width, last_own(cells))
            self.rows.extend(self.waited())

    def all_rows(self) -> list[GridRow]:
        """Return the rows with the empty ones at the end. Raises CannotRead for too many."""
        self.rows.extend(self.waited())
        return self.rows

    def cut(self, row: GridRow) -> GridRow:
        """Return a row of a sheet up to the last column in which anything stands."""
        is_hidden = row.is_hidden and not row.is_blank
        return replace(row, cells=row.cells[: self.width], is_hidden=is_hidden)

    def waited(self) -> Iterator[GridRow]:
        if len(self.rows) + sum(times for times, _row in self.waiting) > MAX_ROWS + MAX_OTHER_ROWS:
            raise CannotRead(TOO_MANY_ROWS)
        number = len(self.rows)
        for times, row in self.waiting:
            for _time in range(times):
                number += 1
                yield replace(row, own_row=number)
        self.waiting = []

    def columns(self) -> Iterator[str]:
        """Yield the style that each column gives its cells, and note which are hidden."""
        place = 0
        for column in self.element.iter(COLUMN):
            times = min(whole_number(column, REPEATED_COLUMN), MAX_COLUMNS - place)
            yield from [column.get(DEFAULT_STYLE, "")] * times
            if column.get(VISIBILITY) in NOT_SEEN:
                self.hidden_columns += range(place + 1, place + times + 1)
            place += times

    def cells_of(self, row: Any, times: int) -> list[Cell]:
        """Return a cell for each column, as far as anything stands in them."""
        cells: list[Cell] = []
        default = row.get(DEFAULT_STYLE, "")
        for element in row.iterchildren(CELL, COVERED):
            place = len(cells)
            found = self.cell(element, default or self.column_style(place))
            if found is NO_CELL and element.tag == CELL and element.getnext() is None:
                break  # thousands of empty columns, at the end of every row of a sheet
            repeated = whole_number(element, REPEATED_COLUMN)
            if found.is_own and place + repeated > MAX_COLUMNS:
                raise CannotRead(TOO_WIDE)
            columns = range(place, min(place + repeated, MAX_COLUMNS))
            if element.tag == COVERED:
                cells += [self.covered(found, column) for column in columns]
            else:
                cells += [found] * len(columns)
                self.note_span(element, found, place)
        self.end_of_row(times)
        while cells and cells[-1] is NO_CELL:
            cells.pop()
        return cells

    def cell(self, element: Any, style: str) -> Cell:
        return cell_of(element, self.styles, style=style)

    def column_style(self, place: int) -> str:
        styles = self.column_styles or []
        return styles[place] if place < len(styles) else ""

    def covered(self, own: Cell, column: int) -> Cell:
        """Return the words that a covered cell shows: those of the cell it is merged with."""
        span = self.spans.get(column)
        if own.is_own or span is None:
            self.has_words_beneath |= own.is_own
            return own
        merged = Merged.LEFT if column > span.left else Merged.ABOVE
        return Cell(span.cell.text, merged=merged, doubt=span.cell.doubt)

    def note_span(self, element: Any, cell: Cell, place: int) -> None:
        across, down = whole_number(element, ACROSS), whole_number(element, DOWN)
        if across > 1 or down > 1:
            span = Span(cell, place, down)
            self.spans.update(dict.fromkeys(range(place, min(place + across, MAX_COLUMNS)), span))

    def end_of_row(self, times: int) -> None:
        for span in {id(span): span for span in self.spans.values()}.values():
            span.rows -= times
        self.spans = {column: span for column, span in self.spans.items() if span.rows > 0}


def last_own(cells: list[Cell]) -> int:
    """Return the column of the last cell in which something stands."""
    return max(place for place, cell in enumerate(cells, start=1) if cell.is_own)
