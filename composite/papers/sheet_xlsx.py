"""A table as an Excel workbook. Its cells are texts, whatever they begin with."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from chronologies.papers.steady import steady
from composite.papers.sheet import NOT_IN_XML, Sheet, Tell

LONGEST = 32_767  # letters in a cell of Excel
CUT = " [cut here: Excel holds no more in a cell; the CSV file has it whole]"
TOP = Alignment(vertical="top", wrap_text=True)
BOLD = Font(bold=True)


def sheet_xlsx(sheet: Sheet, *, tell: Tell) -> bytes:
    """Return the workbook: the table, and a sheet that says what it is."""
    workbook = Workbook(write_only=True)  # each row goes to disk at once: thousands of them fit
    workbook.properties.title = sheet.title
    workbook.properties.creator = ""
    page = workbook.create_sheet("Chronology")
    form_page(page, sheet)
    page.append(texts(page, sheet.heads, font=BOLD))
    for row in sheet.counted(tell):
        page.append(texts(page, row))
    about = workbook.create_sheet("About")
    about.column_dimensions["A"].width = 100
    for line in (sheet.title, sheet.marking, *sheet.about):
        about.append(texts(about, (line,)))
    content = BytesIO()
    workbook.save(content)
    return steady(content.getvalue())


def texts(page: Any, cells: Iterable[str], *, font: Font | None = None) -> list[Any]:
    """Return cells of text. openpyxl would take "=1+1" for a formula."""
    return [text(page, words, font) if (words := fitted(cell)) else None for cell in cells]


def text(page: Any, words: str, font: Font | None) -> Any:
    cell = WriteOnlyCell(page, words)
    cell.data_type = "s"
    cell.alignment = TOP
    if font:
        cell.font = font
    return cell


def fitted(words: str) -> str:
    words = NOT_IN_XML.sub("", words)
    return words[: LONGEST - len(CUT)] + CUT if len(words) > LONGEST else words


def form_page(page: Any, sheet: Sheet) -> None:
    for place, width in enumerate(sheet.widths, start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    page.oddHeader.center.text = page.oddFooter.center.text = sheet.marking
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
