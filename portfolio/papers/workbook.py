"""A table as an Excel workbook that prints on one page. Words are never taken for a formula."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

Value = str | int | Decimal | date | None
TOP = Alignment(vertical="top", wrap_text=True)
BOLD = Font(bold=True)
SHADED = PatternFill("solid", fgColor="E8EDF2")
A4 = 9  # Excel's number of the paper
FORMATS = ((Decimal, "£#,##0.00"), (date, "d mmm yyyy"), (int, "0"))


@dataclass(frozen=True, kw_only=True)
class Table:
    """
    about: lines above the table. marking: at the head and foot of the page.
    totals: the last row. notes: blocks below it, each a list of rows of two.
    """

    title: str
    marking: str
    about: tuple[str, ...]
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Value, ...], ...]
    totals: tuple[Value, ...]
    below: tuple[tuple[Value, ...], ...]


def workbook_of(table: Table) -> bytes:
    workbook = Workbook()
    workbook.properties.title = table.title
    workbook.properties.creator = ""
    sheet: Any = workbook.active
    sheet.title = "Portfolio"
    for place, words in enumerate((table.title, *table.about)):
        add(sheet, (words,), font=BOLD if place == 0 else None)
        sheet.merge_cells(
            start_row=sheet.max_row,
            end_row=sheet.max_row,
            end_column=len(table.heads),
            start_column=1,
        )
    add(sheet, table.heads, font=BOLD, fill=SHADED)
    head = sheet.max_row
    for cells in table.rows:
        add(sheet, cells)
    add(sheet, table.totals, font=BOLD, fill=SHADED)
    for cells in table.below:
        add(sheet, cells)
    form_page(sheet, table, head)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def add(sheet: Any, cells: tuple[Value, ...], *, font: Any = None, fill: Any = None) -> None:
    """Add a row. openpyxl would take "=1+1" for a formula: what is a text is kept as one."""
    sheet.append([text(cell) if isinstance(cell, str) else cell for cell in cells])
    for cell in sheet[sheet.max_row][: len(cells)]:
        if isinstance(cell.value, str):
            cell.data_type = "s"
        cell.number_format = next(
            (shape for kind, shape in FORMATS if isinstance(cell.value, kind)), "General"
        )
        cell.alignment = TOP
        if font:
            cell.font = font
        if fill:
            cell.fill = fill


def text(words: str) -> str | None:
    return ILLEGAL_CHARACTERS_RE.sub("", words) or None


def form_page(sheet: Any, table: Table, head: int) -> None:
    """One page of A4, across; the heads again where somebody lets it run over more."""
    for place, width in enumerate(table.widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = f"B{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.print_area = f"A1:{get_column_letter(len(table.heads))}{sheet.max_row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = table.marking
