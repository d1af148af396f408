from chronologies.checks.row_error import RowError, row_error
from chronologies.readers.columns import Column
from chronologies.readers.rows import ReadRow

NONE = "no words"
ABOVE = "words merged with the row above"
WANTED = "what happened, in this row"


def text_is_present(row: ReadRow) -> RowError | None:
    """Find a row that does not say what happened. One that lost its words says so elsewhere."""
    column = Column.WHAT_HAPPENED
    if row.text(column) or column in row.faults:
        return None
    return row_error(row, column, found=ABOVE if row.words_are_above else NONE, wanted=WANTED)
