"""The review's own template as a Word document."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from chronologies.papers.steady import steady
from chronologies.papers.template_words import (
    EMPTY_ROWS,
    HOW_TO,
    MARKING,
    TITLE,
    WANTED,
    example_rows,
    headings,
)
from chronologies.readers.own_template import COLUMNS

# A3 across: eighteen columns have to stand side by side and stay readable.
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = Mm(420), Mm(297), Mm(12)


def template_docx() -> bytes:
    """Return the document: how to fill it in, and one table with the worked example."""
    document = Document()
    document.core_properties.title = TITLE
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(8.5)
    lay_across(document.sections[0])
    document.add_heading(TITLE, level=1)
    for sentence in HOW_TO:
        document.add_paragraph(sentence, style="List Bullet")
    add_table(document)
    content = BytesIO()
    document.save(content)
    return steady(content.getvalue())


def lay_across(section: Any) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = PAGE_WIDTH, PAGE_HEIGHT
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    section.header.paragraphs[0].text = MARKING


def add_table(document: Any) -> None:
    examples = example_rows()
    empty = [[""] * len(COLUMNS)] * EMPTY_ROWS
    table = document.add_table(0, len(COLUMNS), style="Table Grid")
    table.autofit = False
    add_row(table, headings(), bold=True)
    for texts in examples:
        add_row(table, texts, italic=True)
    for texts in empty:
        add_row(table, texts)
    share_out_the_width(table)
    repeat_on_every_page(table.rows[0])


def add_row(table: Any, texts: list[str], *, bold: bool = False, italic: bool = False) -> None:
    for cell, text in zip(table.add_row().cells, texts, strict=True):
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.italic = bold, italic


def share_out_the_width(table: Any) -> None:
    letters = sum(WANTED[column].width for column in COLUMNS)
    for drawn, column in zip(table.columns, COLUMNS, strict=True):
        drawn.width = (PAGE_WIDTH - 2 * MARGIN) * WANTED[column].width // letters
        for cell in drawn.cells:
            cell.width = drawn.width


def repeat_on_every_page(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
