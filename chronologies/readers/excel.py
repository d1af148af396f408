"""Sheets of an Excel workbook (.xlsx): what they show, not how it was worked out."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from chronologies.readers.excel_values import cell_of
from chronologies.readers.grid import NO_CELL, CannotRead, Cell, Grid, GridRow, without_empty_end
from chronologies.readers.limits import MAX_COLUMNS, TOO_WIDE
from chronologies.readers.sheet_facts import Area, SheetFacts, facts_of
from chronologies.readers.unseen import remarks

UNSAVED = "a formula whose value was not saved"


def read_excel(content: bytes) -> Iterator[Grid]:
    """Yield the sheets in the order of the workbook. Raises CannotRead for one too wide."""
    workbook: Any = load_workbook(BytesIO(content), read_only=True, data_only=True)
    with ZipFile(BytesIO(content)) as archive:
        for sheet in workbook.worksheets:
            with archive.open(sheet._worksheet_path) as part:
                facts = facts_of(part)
            if facts.width > MAX_COLUMNS:
                raise CannotRead(TOO_WIDE)
            yield Grid(
                label=f"Sheet “{sheet.title}”",
                rows=without_empty_end(list(rows_of(sheet, facts))),
                remarks=tuple(
                    remarks(
                        is_hidden=sheet.sheet_state != "visible",
                        hidden_columns=facts.hidden_columns,
                        hidden_rows=facts.hidden_rows,
                    )
                ),
            )


def rows_of(sheet: Any, facts: SheetFacts) -> Iterator[GridRow]:
    sheet.reset_dimensions()  # they are often wrong, and nothing beyond them would be read
    areas = facts.areas_by_row()
    first: dict[Area, Cell] = {}
    for number, cells in enumerate(sheet.iter_rows(max_col=facts.width or 1), start=1):
        found = [cell_of(cell) for cell in cells]
        for column in facts.unsaved.get(number, ()):
            found[column - 1 : column] = [Cell(fault=UNSAVED)]
        yield GridRow(
            own_row=number,
            cells=tuple(spread(found, number, areas.get(number, []), first)),
            is_hidden=number in facts.hidden_rows,
        )


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
