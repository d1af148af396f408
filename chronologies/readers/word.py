"""Tables of a Word document (.docx)."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document

from chronologies.readers.grid import CannotRead, Cell, Grid, GridRow, Merged

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
NO_TABLE = (
    "There is no table in this document. Put the chronology into a table with a row for each "
    "event, or use the template."
)

# What stands for a letter; what is struck out or an instruction to Word has none.
LETTERS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
SILENT = {FALLBACK, f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}pPr", f"{W}rPr"}


def read_word(content: bytes) -> Iterator[Grid]:
    """Yield the tables in the order of the document. Raises CannotRead where there is none."""
    body = Document(BytesIO(content)).element.body
    tables = list(outermost(body, f"{W}tbl"))
    if not tables:
        raise CannotRead(NO_TABLE)
    for number, table in enumerate(tables, start=1):
        yield Grid(label=f"Table {number}", rows=tuple(rows_of(table)))


def outermost(element: Any, tag: str) -> Iterator[Any]:
    """Yield descendants with this tag that do not lie in one another."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in SILENT:
            yield from outermost(child, tag)


def rows_of(table: Any) -> Iterator[GridRow]:
    above: tuple[Cell, ...] = ()
    for number, row in enumerate(outermost(table, f"{W}tr"), start=1):
        above = tuple(cells_of(row, above))
        is_heading = row.find(f"{W}trPr/{W}tblHeader") is not None
        yield GridRow(own_row=number, cells=above, is_heading=is_heading)


def cells_of(row: Any, above: tuple[Cell, ...]) -> Iterator[Cell]:
    """Yield a cell for each column of the table, however the cells are merged."""
    place = 0
    for _ in range(number_in(row, "trPr/gridBefore")):
        place += 1
        yield Cell()
    for element in outermost(row, f"{W}tc"):
        first = merged_with_above(element, above, place) or Cell(text_of(element))
        across = Cell(first.text, merged=Merged.LEFT)
        for column in range(max(1, number_in(element, "tcPr/gridSpan"))):
            place += 1
            yield across if column else first


def merged_with_above(element: Any, above: tuple[Cell, ...], place: int) -> Cell | None:
    """Return the words of the cell above for a cell that is only its lower part."""
    mark = element.find(f"{W}tcPr/{W}vMerge")
    if mark is None or mark.get(f"{W}val") == "restart" or place >= len(above):
        return None
    own = text_of(element)
    return Cell(own) if own.strip() else Cell(above[place].text, merged=Merged.ABOVE)


def number_in(element: Any, path: str) -> int:
    """Return a whole number of a property, 0 where there is none."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    value = "" if found is None else found.get(f"{W}val", "")
    return min(int(value), 63) if value.isdecimal() else 0


def text_of(cell: Any) -> str:
    """Return the words of a cell, paragraph under paragraph, as they are."""
    paragraphs = ["".join(letters_of(element)) for element in outermost(cell, f"{W}p")]
    return "\n".join(paragraphs)


def letters_of(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in LETTERS:
            yield LETTERS[child.tag]
        elif child.tag not in SILENT:
            yield from letters_of(child)
