"""A chronology as a workbook: a sheet for each person or system, titles merged above the rows."""

from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from dhr.demonstration.chronologies.chronology import Chronology, Table
from dhr.demonstration.chronologies.days import Cell
from dhr.demonstration.clock import Clock

WRAPPED = Alignment(vertical="top", wrap_text=True)
GREY = PatternFill("solid", start_color="00D9E1E8")


def in_excel(chronology: Chronology, clock: Clock) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.active)  # type: ignore[arg-type]
    if chronology.about:
        front = workbook.create_sheet("Front sheet")
        for line in chronology.about:
            front.append([line])
    for table in chronology.tables:
        add_table(workbook.create_sheet(table.label), table, clock)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def add_table(sheet: Any, table: Table, clock: Clock) -> None:
    width = len(table.headings)
    for title in table.titles:
        add_across(sheet, title, width)
    sheet.append(table.headings)
    for cell in sheet[sheet.max_row]:
        cell.font, cell.fill = Font(bold=True), GREY
    sheet.freeze_panes = f"A{sheet.max_row + 1}"
    for number, row in enumerate(table.written(clock), start=sheet.max_row + 1):
        put_row(sheet, number, row)
    for place, letters in enumerate(table.widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = letters


def put_row(sheet: Any, number: int, row: list[Cell]) -> None:
    for place, value in enumerate(row, start=1):
        cell = sheet.cell(number, place, value)
        cell.alignment = WRAPPED
        if isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"


def add_across(sheet: Any, words: str, width: int) -> None:
    sheet.append([words])
    sheet.merge_cells(
        start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=width
    )
    sheet.cell(sheet.max_row, 1).font = Font(bold=True, size=13)
