from chronologies.checks.row_error import RowError, row_error
from chronologies.dates.reading import ImpossibleDate
from chronologies.readers.columns import Column
from chronologies.readers.rows import ReadRow


def date_is_possible(row: ReadRow) -> RowError | None:
    """Find a day that cannot have been. A day that is not known is no fault: it is asked for."""
    if not isinstance(row.date, ImpossibleDate):
        return None
    return row_error(row, Column.DATE, found=row.date.found, wanted=row.date.wanted)
