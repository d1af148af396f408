"""The plan's tables as an Excel workbook, a sheet each. Their cells are texts."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from actionplans.published.tables import Table
from chronologies.papers.steady import steady
from composite.papers.sheet_xlsx import BOLD, texts

LETTERS = 150  # across the columns of a sheet
A4 = 9  # as Excel numbers papers


def plan_xlsx(tables: Sequence[Table], *, title: str, marking: str) -> bytes:
    """Return a workbook with the tables that have rows; the last one's headings where none has."""
    workbook = Workbook(write_only=True)
    workbook.properties.title = title
    workbook.properties.creator = ""
    for table in [table for table in tables if table.rows] or [tables[-1]]:
        sheet = workbook.create_sheet(table.title)
        form_sheet(sheet, table, marking)
        sheet.append(texts(sheet, table.heads, font=BOLD))
        for row in table.rows:
            sheet.append(texts(sheet, row))
    content = BytesIO()
    workbook.save(content)
    return steady(content.getvalue())


def form_sheet(sheet: Any, table: Table, marking: str) -> None:
    for place, width in enumerate(table.widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width * LETTERS // 100
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = marking
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
