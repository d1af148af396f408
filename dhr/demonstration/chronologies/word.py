"""A chronology as a Word document: lines about it, then tables on a page turned sideways."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt

from dhr.demonstration.chronologies.chronology import Chronology, Table
from dhr.demonstration.chronologies.days import Cell
from dhr.demonstration.clock import Clock


def in_word(chronology: Chronology, clock: Clock) -> bytes:
    document = Document()
    turn(document.sections[0])
    document.styles["Normal"].font.size = Pt(9)
    for line in chronology.about:
        document.add_paragraph(line)
    for table in chronology.tables:
        if table.label:
            document.add_heading(table.label, level=2)
        add_table(document, table, clock)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def turn(section: Any) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Cm(1.5)


def add_table(document: Any, table: Table, clock: Clock) -> None:
    titles: list[list[Cell]] = [[title] for title in table.titles]
    rows: list[list[Cell]] = [*titles, list(table.headings), *table.written(clock)]
    drawn = document.add_table(rows=len(rows), cols=len(table.headings), style="Table Grid")
    for line, row in zip(drawn.rows, rows, strict=True):
        fill(line.cells, row)
    for column, width in zip(drawn.columns, table.widths, strict=False):
        column.width = Cm(width)


def fill(cells: Any, row: list[Cell]) -> None:
    """Write the cells of a row; one that stands alone is merged across the table."""
    if len(row) == 1:
        cells[0].merge(cells[-1])
    for cell, words in zip(cells, row, strict=False):
        cell.text = str(words)
