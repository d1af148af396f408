"""Tables of a Word document (.docx)."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from docx.opc.constants import CONTENT_TYPE
from docx.opc.pkgreader import PackageReader
from lxml import etree

from chronologies.readers.grid import CannotRead, Cell, Grid, GridRow, Merged, in_columns

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE, ROW, CELL, PARAGRAPH, TEXT = (f"{W}{name}" for name in ("tbl", "tr", "tc", "p", "t"))
VALUE = f"{W}val"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
NO_TABLE = (
    "There is no table in this document. Put the chronology into a table with a row for each "
    "event, or use the template."
)
MOST_COLUMNS = 63  # that Word allows

# What stands for a letter; what is struck out, a property or an instruction to Word has none.
LETTERS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
SILENT = {FALLBACK} | {
    f"{W}{name}"
    for name in ("del", "moveFrom", "instrText", "pPr", "rPr", "tcPr", "trPr", "tblPr", "sdtPr")
}


def read_word(content: bytes) -> Iterator[Grid]:
    """Yield the tables in the order of the document. Raises CannotRead for none, or too wide."""
    tables = list(outermost(main_part(content), TABLE))
    if not tables:
        raise CannotRead(NO_TABLE)
    for number, table in enumerate(tables, start=1):
        yield Grid(label=f"Table {number}", rows=tuple(rows_of(table)))


def main_part(content: bytes) -> Any:
    """Return the body of the document as plain XML: quicker than python-docx makes of it."""
    reader: Any = PackageReader
    package = reader.from_file(BytesIO(content))
    main = next(
        blob
        for _name, content_type, _relation, blob in package.iter_sparts()
        if content_type == CONTENT_TYPE.WML_DOCUMENT_MAIN
    )
    return etree.fromstring(main, etree.XMLParser(resolve_entities=False, no_network=True))


def outermost(element: Any, tag: str) -> Iterator[Any]:
    """Yield descendants with this tag that do not lie in one another."""
    for child in element:
        name = child.tag
        if name == tag:
            yield child
        elif name not in SILENT:
            yield from outermost(child, tag)


def rows_of(table: Any, *, words: Callable[[Any], str] | None = None) -> Iterator[GridRow]:
    """Yield the rows of a table. words: reads a cell; `text_of` otherwise."""
    above: tuple[Cell, ...] = ()
    for number, row in enumerate(outermost(table, ROW), start=1):
        above = in_columns(cells_of(row, above, words or text_of))
        is_heading = found_in(found_in(row, "trPr"), "tblHeader") is not None
        yield GridRow(own_row=number, cells=above, is_heading=is_heading)


def found_in(element: Any, name: str) -> Any:
    """Return the first child of this name, None if there is none or no element."""
    return None if element is None else next(element.iterchildren(W + name), None)


def cells_of(row: Any, above: tuple[Cell, ...], words: Callable[[Any], str]) -> Iterator[Cell]:
    """Yield a cell for each column of the table, however the cells are merged."""
    place = whole_number(found_in(found_in(row, "trPr"), "gridBefore"), otherwise=0)
    yield from [Cell()] * place
    for element in outermost(row, CELL):
        properties = found_in(element, "tcPr")
        across = whole_number(found_in(properties, "gridSpan"), otherwise=1)
        merge = found_in(properties, "vMerge")
        first = cell_of(words(element), merge, above[place] if place < len(above) else None)
        yield first
        if across > 1:
            yield from [Cell(first.text, merged=Merged.LEFT)] * (across - 1)
        place += max(1, across)


def cell_of(text: str, merge: Any, above: Cell | None) -> Cell:
    """Return the words of a cell; those of the cell above if it is only its lower part."""
    if merge is None or above is None or merge.get(VALUE) == "restart" or text.strip():
        return Cell(text)
    return Cell(above.text, merged=Merged.ABOVE)


def whole_number(property_: Any, *, otherwise: int) -> int:
    value = "" if property_ is None else property_.get(VALUE, "")
    return min(int(value), MOST_COLUMNS) if value.isdecimal() else otherwise


def text_of(cell: Any) -> str:
    """Return the words of a cell, paragraph under paragraph, as they are."""
    paragraphs: list[str] = []
    for element in outermost(cell, PARAGRAPH):
        letters: list[str] = []
        collect(element, letters)
        paragraphs.append("".join(letters))
    return "\n".join(paragraphs)


def collect(element: Any, letters: list[str]) -> None:
    for child in element:
        name = child.tag
        if name == TEXT:
            letters.append(child.text or "")
        elif name in LETTERS:
            letters.append(LETTERS[name])
        elif name not in SILENT:
            collect(child, letters)
