"""A table as an Excel workbook. Its cells are texts, whatever they begin with."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from chronologies.papers.steady import steady
from composite.papers.sheet import NOT_IN_XML, Sheet

LONGEST = 32_767  # letters in a cell of Excel
CUT = " [cut here: Excel holds no more in a cell; the CSV file has it whole]"
TOP = Alignment(vertical="top", wrap_text=True)


def sheet_xlsx(sheet: Sheet) -> bytes:
    """Return the workbook: the table, and a sheet that says what it is."""
    workbook = Workbook()
    workbook.properties.title = sheet.title
    workbook.properties.creator = ""
    page: Any = workbook.active
    page.title = "Chronology"
    for cells in (sheet.heads, *sheet.rows):
        add_row(page, cells)
    form_page(page, sheet)
    about = workbook.create_sheet("About")
    for line in (sheet.title, sheet.marking, *sheet.about):
        add_row(about, (line,))
    about.column_dimensions["A"].width = 100
    content = BytesIO()
    workbook.save(content)
    return steady(content.getvalue())


def add_row(page: Any, cells: tuple[str, ...]) -> None:
    """Add a row of texts. openpyxl would take "=1+1" for a formula."""
    page.append([fitted(cell) for cell in cells])
    for cell in page[page.max_row]:
        if cell.value is not None:
            cell.data_type = "s"
        cell.alignment = TOP


def fitted(text: str) -> str | None:
    text = NOT_IN_XML.sub("", text)
    if len(text) > LONGEST:
        text = text[: LONGEST - len(CUT)] + CUT
    return text or None


def form_page(page: Any, sheet: Sheet) -> None:
    for place, width in enumerate(sheet.widths, start=1):
        page.column_dimensions[get_column_letter(place)].width = width
        page.cell(1, place).font = Font(bold=True)
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    page.oddHeader.center.text = page.oddFooter.center.text = sheet.marking
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
