"""A table as a file has it, before anyone says what it means. Word, Excel and CSV all end here."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from chronologies.readers.limits import MAX_COLUMNS, TOO_WIDE

# Spaces of all widths, and letters that take no room.
EMPTY = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u200c\u200d\ufeff\u00ad"


class CannotRead(Exception):
    """There is nothing to read, or not safely. The text can be shown and says what to do."""


class Merged(StrEnum):
    """Where the words of a cell really stand."""

    HERE = ""
    ABOVE = "above"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """
    The words of one cell, as they are.

    doubt: the program holds more than the sheet shows, such as a year that nobody typed.
    fault: why the words cannot be had. formula: what stands there instead, if one does.
    """

    text: str = ""
    merged: Merged = Merged.HERE
    doubt: bool = False
    fault: str = ""
    formula: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.fault and is_blank(self.text)

    @property
    def is_own(self) -> bool:
        """Tell whether something stands in this very cell."""
        return self.merged is Merged.HERE and not self.is_empty


@dataclass(frozen=True, slots=True)
class GridRow:
    """
    own_row: its number in its table or sheet, as the person who has the file counts.
    is_heading: the file itself says that this row is repeated on every page.
    fault: why the row is not whole.
    """

    own_row: int
    cells: tuple[Cell, ...]
    is_heading: bool = False
    is_hidden: bool = False
    fault: str = ""

    @property
    def is_blank(self) -> bool:
        return not self.fault and not any(cell.is_own for cell in self.cells)

    def cell(self, place: int) -> Cell:
        return self.cells[place] if place < len(self.cells) else NO_CELL

    @property
    def words(self) -> str:
        """All that stands in the row, for telling what was left out."""
        return " | ".join(cell.text.strip() for cell in self.cells if cell.is_own)


@dataclass(frozen=True, slots=True)
class Grid:
    """
    label: Table 2, Sheet “Contacts”; empty where a file is one table.
    remarks: what a person should know about how this was read.
    is_delimited: a cell too many means that a delimiter stands in somebody's words.
    """

    label: str
    rows: tuple[GridRow, ...]
    remarks: tuple[str, ...] = ()
    is_delimited: bool = False

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


NO_CELL = Cell()


def is_blank(text: str) -> bool:
    return not text.strip(EMPTY)


def in_columns(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """
    Return the cells of a row as far as a table may be wide; empty ones beyond are left out.

    Raises CannotRead at the first beyond in which anything stands.
    """
    coming = iter(cells)
    kept = tuple(islice(coming, MAX_COLUMNS))
    if any(cell.is_own for cell in coming):
        raise CannotRead(TOO_WIDE)
    return kept


def without_empty_end(rows: list[GridRow]) -> tuple[GridRow, ...]:
    """Leave out the rows after the last that has anything in it."""
    last = max((place for place, row in enumerate(rows) if not row.is_blank), default=-1)
    return tuple(rows[: last + 1])
