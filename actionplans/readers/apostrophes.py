"""The apostrophe before a cell that a spreadsheet would take for a formula."""

import re
from dataclasses import replace

from chronologies.readers.grid import Grid

GUARDED = re.compile(r"'+ *[=+\-@\t\r]")


def without_apostrophes(grid: Grid) -> Grid:
    """Return a table of a CSV file without them, as `documents.delimited` puts them there."""
    rows = (
        replace(
            row,
            cells=tuple(
                replace(cell, text=cell.text[1:]) if GUARDED.match(cell.text) else cell
                for cell in row.cells
            ),
        )
        for row in grid.rows
    )
    return replace(grid, rows=tuple(rows))
