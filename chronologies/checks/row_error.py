"""A fault in a row, in the words and numbers of the person who has the file."""

from dataclasses import dataclass

from chronologies.readers.columns import Column
from chronologies.readers.rows import ReadRow


@dataclass(frozen=True, slots=True)
class RowError:
    """
    row: the number of the data row in the whole file. table, own_row: where it stands in it.
    column: what the file calls the column; empty where the whole row is meant.
    """

    row: int
    table: str
    own_row: int
    column: str
    found: str
    wanted: str

    @property
    def place(self) -> str:
        """Where to look: "Table 2, row 14, Date of contact"."""
        return ", ".join(filter(None, (self.table, f"row {self.own_row}", self.column)))


def row_error(row: ReadRow, column: Column | None, *, found: str, wanted: str) -> RowError:
    return RowError(
        row=row.number,
        table=row.table,
        own_row=row.own_row,
        column=row.heading(column) if column else "",
        found=found,
        wanted=wanted,
    )
