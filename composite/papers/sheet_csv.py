"""The table as CSV."""

from composite.papers.sheet import Sheet
from documents.delimited import csv_of


def sheet_csv(sheet: Sheet) -> bytes:
    return csv_of(sheet.heads, sheet.rows)
