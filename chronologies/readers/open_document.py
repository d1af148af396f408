"""
Tables of OpenDocument files: texts (.odt) and spreadsheets (.ods), as LibreOffice saves them.

Both have the same tables in one part. It is read once, row by row, and nothing of it is kept; why
no library does it is in docs/adr/0032-open-documents.md.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any
from zipfile import ZipFile

from lxml import etree

from chronologies.readers.grid import CannotRead, Grid, GridRow, without_empty_end
from chronologies.readers.open_rows import OpenTable
from chronologies.readers.open_values import Styles
from chronologies.readers.open_words import CHANGES, OFFICE, TABLE
from chronologies.readers.unseen import remarks
from chronologies.readers.word import NO_TABLE

WHOLE, ROW = f"{TABLE}table", f"{TABLE}table-row"
SOURCE = f"{TABLE}table-source"
NOT_OUTERMOST = (WHOLE, *CHANGES, f"{OFFICE}annotation")
CONTENT, STYLES = "content.xml", "styles.xml"
SAFELY = {"resolve_entities": False, "no_network": True}


def read_open_text(content: bytes) -> Iterator[Grid]:
    """Yield the tables in the order of the text. Raises CannotRead for none, or too wide."""
    number = 0
    for table in tables_of(content):
        number += 1
        yield Grid(label=f"Table {number}", rows=tuple(table.all_rows()))
    if not number:
        raise CannotRead(NO_TABLE)


def read_open_sheets(content: bytes) -> Iterator[Grid]:
    """Yield the sheets in their order. Raises CannotRead for one too wide or too long."""
    for table in tables_of(content):
        rows = without_empty_end([table.cut(row) for row in table.rows])
        yield Grid(label=f"Sheet “{table.name}”", rows=rows, remarks=tuple(remarks_on(table, rows)))


def remarks_on(table: OpenTable, rows: tuple[GridRow, ...]) -> Iterator[str]:
    """Say what the person who looks at the sheet does not see."""
    yield from remarks(
        is_hidden=table.is_hidden,
        hidden_columns=[column for column in table.hidden_columns if column <= table.width],
        hidden_rows=[row.own_row for row in rows if row.is_hidden],
    )
    if table.has_words_beneath:
        yield "Words beneath merged cells were read."


def tables_of(content: bytes) -> Iterator[OpenTable]:
    """Yield the tables that do not lie in one another, nor in what was struck out."""
    styles = Styles()
    with ZipFile(BytesIO(content)) as archive:
        if STYLES in archive.namelist():
            with archive.open(STYLES) as part:
                styles.learn(etree.parse(part, etree.XMLParser(**SAFELY)))
        with archive.open(CONTENT) as part:
            yield from walked(part, styles)


def walked(part: IO[bytes], styles: Styles) -> Iterator[OpenTable]:
    table: OpenTable | None = None
    for event, element in etree.iterparse(
        part,
        events=("start", "end"),
        tag=(WHOLE, ROW),
        remove_comments=True,
        remove_pis=True,
        **SAFELY,
    ):
        if table is None:
            if event == "start" and is_outermost(element):
                styles.learn_once(element.getroottree())
                table = OpenTable(element, styles)
        elif event == "end" and element is table.element:
            if element.find(SOURCE) is None:  # a copy of another file's sheet
                yield table
            table = None
        elif event == "end" and element.tag == ROW and belongs_to(element, table):
            table.take(element)
            forget_before(element)
            element.clear()


def is_outermost(element: Any) -> bool:
    return element.tag == WHOLE and next(element.iterancestors(*NOT_OUTERMOST), None) is None


def belongs_to(row: Any, table: OpenTable) -> bool:
    """Tell whether a row is of this table, not of one that lies in it."""
    return next(row.iterancestors(WHOLE), None) is table.element


def forget_before(row: Any) -> None:
    """Free the row that was read before this one; a sheet can have a million."""
    before = row.getprevious()
    if before is not None and before.tag == ROW:
        row.getparent().remove(before)
