"""What openpyxl's quick way of reading leaves out: merged, hidden, and formulas not worked out."""

from dataclasses import dataclass, field, replace
from typing import IO, Any

from openpyxl.utils import range_boundaries
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from chronologies.readers.grid import CannotRead, Merged
from chronologies.readers.sheet_parts import S, elements

YES = ("1", "true")
MAX_MERGED = 1_000_000
TOO_MANY_MERGED = "Too many cells of a sheet are merged. Copy the rows into a new sheet."


@dataclass(frozen=True, slots=True)
class Area:
    """Merged cells; the first has the words."""

    left: int
    top: int
    right: int
    bottom: int

    def up_to(self, column: int, row: int) -> "Area":
        return replace(self, right=min(self.right, column), bottom=min(self.bottom, row))

    def merged(self, row: int, column: int) -> Merged:
        if column > self.left:
            return Merged.LEFT
        return Merged.ABOVE if row > self.top else Merged.HERE


@dataclass(slots=True)
class SheetFacts:
    """width: the last column in which anything stands. unsaved: formulas of a row by column."""

    width: int = 0
    areas: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    unsaved: dict[int, dict[int, str]] = field(default_factory=dict)
    last_row: int = 0

    def areas_by_row(self) -> dict[int, list[Area]]:
        """Return the merged areas that touch each row. Raises CannotRead for too many."""
        inside = [area.up_to(self.width, self.last_row) for area in self.areas]
        if sum(max(0, area.bottom - area.top) for area in inside) > MAX_MERGED:
            raise CannotRead(TOO_MANY_MERGED)
        found: dict[int, list[Area]] = {}
        for area in inside:
            for row in range(area.top, area.bottom + 1) if area.left <= area.right else ():
                found.setdefault(row, []).append(area)
        return found


def facts_of(part: IO[bytes]) -> SheetFacts:
    """Read a sheet once, keeping nothing of it but these facts."""
    facts = SheetFacts()
    number = 0
    for element in elements(part, f"{S}row", f"{S}mergeCell", f"{S}col"):
        if element.tag == f"{S}row":
            number = int(element.get("r") or number + 1)
            note_row(facts, element, number)
        elif element.tag == f"{S}mergeCell":
            facts.areas.append(Area(*(edge or 1 for edge in range_boundaries(element.get("ref")))))
        elif element.get("hidden") in YES:
            facts.hidden_columns.update(range(int(element.get("min")), shown_to(element) + 1))
    facts.hidden_columns = {column for column in facts.hidden_columns if column <= facts.width}
    return facts


def shown_to(element: Any) -> int:
    return min(int(element.get("max")), 16_384)


def note_row(facts: SheetFacts, row: Any, number: int) -> None:
    filled = [cell for cell in row if len(cell)]
    if filled:
        facts.last_row = number
        facts.width = max(facts.width, column_of(filled[-1], len(row)))
    if filled and row.get("hidden") in YES:
        facts.hidden_rows.add(number)
    for place, cell in enumerate(filled, start=1):
        if cell[0].tag == f"{S}f" and not has_value(cell):
            found = facts.unsaved.setdefault(number, {})
            found[column_of(cell, place)] = f"={cell[0].text or ''}"


def has_value(cell: Any) -> bool:
    """Tell whether Excel saved what a formula comes to; that can be an empty text."""
    value = cell.find(f"{S}v")
    return value is not None and (bool(value.text) or cell.get("t") == "str")


def column_of(cell: Any, otherwise: int) -> int:
    reference = cell.get("r")
    return (
        column_index_from_string(coordinate_from_string(reference)[0]) if reference else otherwise
    )
