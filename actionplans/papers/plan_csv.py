"""The plan's tables as CSV, one under the other with a row of headings each."""

import re
from collections.abc import Sequence

from actionplans.published.tables import Table
from actionplans.readers.apostrophes import GUARDED
from documents.delimited import csv_of

Row = Sequence[str]


def plan_csv(tables: Sequence[Table]) -> bytes:
    """
    Return the tables that have rows; the last one's headings where none has.

    A cell that a spreadsheet would take for a formula gets an apostrophe, which the reader of plans
    takes away again; so does one that has such an apostrophe of its own.
    """
    filled = [table for table in tables if table.rows] or [tables[-1]]
    rows: list[Row] = []
    for table in filled[1:]:
        rows += [(), table.heads]
        rows += [tuple(map(guarded, row)) for row in table.rows]
    first = [tuple(map(guarded, row)) for row in filled[0].rows]
    return csv_of(filled[0].heads, [*first, *rows])


def guarded(cell: str) -> str:
    return f"'{cell}" if re.match(GUARDED, cell) else cell
