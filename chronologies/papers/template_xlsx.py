"""The review's own template as an Excel workbook."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from chronologies.papers.steady import steady
from chronologies.papers.template_words import (
    HOW_TO,
    MARKING,
    TITLE,
    WANTED,
    example_rows,
    headings,
)
from chronologies.readers.columns import Column
from chronologies.readers.own_template import COLUMNS

LAST_ROW = 30_001
HEADING_FILL = PatternFill("solid", fgColor="FF1D70B8")
TOP = Alignment(vertical="top", wrap_text=True)


def template_xlsx() -> bytes:
    """Return the workbook: a sheet to fill in, and one that says how."""
    workbook = Workbook()
    workbook.properties.title = TITLE
    workbook.properties.creator = ""
    fill_sheet(workbook.active)
    explain(workbook.create_sheet("How to fill this in"))
    content = BytesIO()
    workbook.save(content)
    return steady(content.getvalue())


def fill_sheet(sheet: Any) -> None:
    sheet.title = "Chronology"
    sheet.append(headings())
    for row in example_rows():
        sheet.append(row)
    for place, column in enumerate(COLUMNS, start=1):
        form_column(sheet, get_column_letter(place), column)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.oddHeader.center.text = MARKING
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def form_column(sheet: Any, letter: str, column: Column) -> None:
    """Give a column its width, its look, its hint and, where there are some, its choices."""
    wanted = WANTED[column]
    sheet.column_dimensions[letter].width = wanted.width
    sheet.column_dimensions[letter].number_format = "@"  # as typed: Excel changes no date
    heading = sheet[f"{letter}1"]
    heading.font = Font(bold=True, color="FFFFFFFF")
    heading.fill = HEADING_FILL
    heading.alignment = TOP
    for number in range(2, 2 + len(example_rows())):
        sheet[f"{letter}{number}"].font = Font(italic=True, color="FF505A5F")
        sheet[f"{letter}{number}"].alignment = TOP
        sheet[f"{letter}{number}"].number_format = "@"
    sheet.add_data_validation(validation(letter, column))


def validation(letter: str, column: Column) -> DataValidation:
    """Show the hint; choices warn, and still let a person type what the record says."""
    wanted = WANTED[column]
    choices = ",".join(wanted.choices)
    rule = DataValidation(
        type="list" if choices else None,
        formula1=f'"{choices}"' if choices else None,
        allow_blank=True,
        errorStyle="information",
        errorTitle=column.label[:32],
        error="This is none of the usual answers. It is kept as you typed it.",
        promptTitle=column.label[:32],
        prompt=wanted.hint,
        showInputMessage=True,
        showErrorMessage=bool(choices),
    )
    rule.add(f"{letter}2:{letter}{LAST_ROW}")
    return rule


def explain(sheet: Any) -> None:
    sheet.column_dimensions["A"].width = 100
    for text in (TITLE, MARKING, *HOW_TO):
        sheet.append([text])
        sheet.cell(sheet.max_row, 1).alignment = TOP
    sheet["A1"].font = Font(bold=True, size=14)
