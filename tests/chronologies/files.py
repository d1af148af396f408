"""Makes small files of invented words, as agencies would send them."""

import csv
from datetime import date, time
from io import BytesIO, StringIO

from docx import Document
from openpyxl import Workbook

from chronologies.readers.opening import read_file
from documents.kinds import DocumentKind

HEADINGS = ["Date", "Time", "Source", "What happened"]


def word(*tables, before=()):
    """Return a .docx with these tables, each a list of rows of texts."""
    document = Document()
    for paragraph in before:
        document.add_paragraph(paragraph)
    for rows in tables:
        add_table(document, rows)
        document.add_paragraph()
    return saved(document)


def add_table(document, rows):
    table = document.add_table(len(rows), max(map(len, rows)))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    return table


def excel(*sheets, titles=()):
    """Return an .xlsx with these sheets, each a list of rows of values."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for number, rows in enumerate(sheets):
        sheet = workbook.create_sheet(titles[number] if titles else f"Sheet{number + 1}")
        for row in rows:
            sheet.append(row)
    return saved(workbook)


def delimited(rows, *, delimiter=",", encoding="utf-8", line_end="\r\n"):
    text = StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return text.getvalue().encode(encoding)


def saved(paper):
    content = BytesIO()
    paper.save(content)
    return content.getvalue()


def read_word(content, **options):
    return read_file(content, kind=DocumentKind.DOCX, reference_year=2026, **options)


def read_excel(content, **options):
    return read_file(content, kind=DocumentKind.XLSX, reference_year=2026, **options)


def read_csv(content, **options):
    return read_file(content, kind=DocumentKind.CSV, reference_year=2026, **options)


def as_text(value):
    """Return what a person would type for a value that a sheet can hold."""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
