"""A chronology as a records system exports it."""

import csv
from io import StringIO

from dhr.demonstration.chronologies.chronology import Chronology
from dhr.demonstration.clock import Clock


def in_csv(chronology: Chronology, clock: Clock) -> bytes:
    """Return the one table in the letters of Windows, an empty line where a row is blank."""
    (table,) = chronology.tables
    text = StringIO()
    writer = csv.writer(text)
    blank = [""] * len(table.headings)
    writer.writerow(table.headings)
    writer.writerows(row or blank for row in table.written(clock))
    return text.getvalue().encode("cp1252")
