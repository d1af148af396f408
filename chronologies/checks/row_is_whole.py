from chronologies.checks.row_error import RowError, row_error
from chronologies.readers.rows import ReadRow

WANTED = "one cell for each column; words with a comma in them stand in quotation marks"


def row_is_whole(row: ReadRow) -> RowError | None:
    """Find a row that was torn: cells too many, a quotation mark that is never closed."""
    return row_error(row, None, found=row.fault, wanted=WANTED) if row.fault else None
