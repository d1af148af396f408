"""Puts every check to every row."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from chronologies.checks.cells_can_be_read import cells_can_be_read
from chronologies.checks.date_is_possible import date_is_possible
from chronologies.checks.row_error import RowError
from chronologies.checks.row_is_blank import row_is_blank
from chronologies.checks.row_is_whole import row_is_whole
from chronologies.checks.text_is_present import text_is_present
from chronologies.dates.reading import DateReading
from chronologies.readers.rows import ReadRow

CHECKS: tuple[Callable[[ReadRow], RowError | None], ...] = (
    row_is_whole,
    cells_can_be_read,
    text_is_present,
    date_is_possible,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that becomes an entry. Its day may still be asked for."""

    row: ReadRow
    date: DateReading


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot be an entry as it is. It is kept, with all that is wrong with it."""

    row: ReadRow
    errors: tuple[RowError, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Each row of a file is in exactly one of these."""

    entries: tuple[Entry, ...]
    rejected: tuple[Rejected, ...]
    blank: tuple[ReadRow, ...]

    @property
    def rows_read(self) -> int:
        return len(self.entries) + len(self.rejected) + len(self.blank)

    @property
    def errors(self) -> list[RowError]:
        return [error for rejected in self.rejected for error in rejected.errors]

    @property
    def undated(self) -> list[Entry]:
        """The entries whose day a person is asked for."""
        return [entry for entry in self.entries if entry.date.is_unknown]


def check_rows(rows: Iterable[ReadRow]) -> Verdict:
    """Say of each row whether it is an entry, rejected or blank."""
    entries: list[Entry] = []
    rejected: list[Rejected] = []
    blank: list[ReadRow] = []
    for row in rows:
        errors = tuple(error for check in CHECKS if (error := check(row)))
        if row_is_blank(row):
            blank.append(row)
        elif errors or not isinstance(row.date, DateReading):
            rejected.append(Rejected(row, errors))
        else:
            entries.append(Entry(row, row.date))
    return Verdict(tuple(entries), tuple(rejected), tuple(blank))
