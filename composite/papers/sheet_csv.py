"""The table as CSV."""

from composite.papers.sheet import Sheet, Tell
from documents.delimited import csv_of


def sheet_csv(sheet: Sheet, *, tell: Tell) -> bytes:
    return csv_of(sheet.heads, sheet.counted(tell))
