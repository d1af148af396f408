from chronologies.checks.row_error import RowError, row_error
from chronologies.readers.columns import Column
from chronologies.readers.rows import WORDS_ABOVE, ReadRow

FOUND = "no words"
WANTED = "what happened, in this row"


def text_is_present(row: ReadRow) -> RowError | None:
    """Find a row that does not say what happened. One that lost its words says so elsewhere."""
    column = Column.WHAT_HAPPENED
    if row.text(column) or row.faults.get(column, WORDS_ABOVE) != WORDS_ABOVE:
        return None
    return row_error(row, column, found=row.faults.get(column, FOUND), wanted=WANTED)
