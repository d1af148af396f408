from chronologies.checks.row_error import RowError, row_error
from chronologies.readers.columns import Column
from chronologies.readers.rows import ReadRow

NEEDED = (Column.DATE, Column.TIME, Column.WHAT_HAPPENED)
WANTED = "words that can be read; in Excel, put the value in place of the formula"


def cells_can_be_read(row: ReadRow) -> RowError | None:
    """Find a cell whose words are lost, such as a formula that Excel never worked out."""
    for column in NEEDED:
        fault = row.faults.get(column)
        if fault:
            return row_error(row, column, found=fault, wanted=WANTED)
    return None
