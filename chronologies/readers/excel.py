"""Sheets of an Excel workbook (.xlsx): what they show, not how it was worked out."""

from collections.abc import Iterator
from typing import Any

from chronologies.readers.excel_values import Values
from chronologies.readers.grid import NO_CELL, CannotRead, Cell, Grid, GridRow, without_empty_end
from chronologies.readers.limits import MAX_COLUMNS, TOO_WIDE
from chronologies.readers.sheet_facts import Area, SheetFacts, column_of, facts_of
from chronologies.readers.sheet_parts import S, Sheet, elements, sheets_of
from chronologies.readers.unseen import remarks

LAST_ROW = 1_048_576  # of any sheet
UNSAVED = "a formula whose value was not saved"


def read_excel(content: bytes) -> Iterator[Grid]:
    """Yield the sheets in the order of the workbook. Raises CannotRead for one too wide."""
    for sheet in sheets_of(content):
        with sheet.part() as part:
            facts = facts_of(part)
        if facts.width > MAX_COLUMNS:
            raise CannotRead(TOO_WIDE)
        yield Grid(
            label=f"Sheet “{sheet.title}”",
            rows=without_empty_end(list(rows_of(sheet, facts))),
            remarks=tuple(
                remarks(
                    is_hidden=sheet.is_hidden,
                    hidden_columns=facts.hidden_columns,
                    hidden_rows=facts.hidden_rows,
                )
            ),
        )


def rows_of(sheet: Sheet, facts: SheetFacts) -> Iterator[GridRow]:
    areas = facts.areas_by_row()
    first: dict[Area, Cell] = {}
    for number, found in cells_of(sheet, width=facts.width or 1):
        for column, formula in facts.unsaved.get(number, {}).items():
            found[column - 1 : column] = [Cell(fault=UNSAVED, formula=formula)]
        yield GridRow(
            own_row=number,
            cells=tuple(spread(found, number, areas.get(number, []), first)),
            is_hidden=number in facts.hidden_rows,
        )


def cells_of(sheet: Sheet, *, width: int) -> Iterator[tuple[int, list[Cell]]]:
    """
    Yield the number and the cells of each row; a row that the file leaves out has empty ones.

    Raises ValueError where rows stand twice or in no order, or beyond what a sheet can have.
    """
    values = Values(sheet.book, sheet.strings)
    last = 0
    with sheet.part() as part:
        for row in elements(part, f"{S}row"):
            number = int(row.get("r") or last + 1)
            if not last < number <= LAST_ROW:
                raise ValueError(f"Row {number} stands after row {last}.")
            for left_out in range(last + 1, number):
                yield left_out, [NO_CELL] * width
            yield number, cells_in(row, values, width)
            last = number


def cells_in(row: Any, values: Values, width: int) -> list[Cell]:
    found, column = [NO_CELL] * width, 0
    for cell in row.iterchildren(f"{S}c"):
        column = column_of(cell, column + 1)
        if column <= width:  # beyond it nothing stands in any cell
            found[column - 1] = values.cell_of(cell)
    return found


def spread(
    found: list[Cell], number: int, areas: list[Area], first: dict[Area, Cell]
) -> list[Cell]:
    """Give merged cells the words of their first, which alone has them in the file."""
    for area in areas:
        found += [NO_CELL] * (area.right - len(found))
        origin = first.setdefault(area, found[area.left - 1])
        for column in range(area.left, area.right + 1):
            merged = area.merged(number, column)
            if merged:
                found[column - 1] = Cell(origin.text, merged=merged, doubt=origin.doubt)
    return found
