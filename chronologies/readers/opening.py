"""Opens a received file and reads it: the one door to this package."""

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence

from chronologies.readers.columns import Column
from chronologies.readers.delimited import read_delimited
from chronologies.readers.excel import read_excel
from chronologies.readers.grid import CannotRead, Grid
from chronologies.readers.how_far import Tell, to_nobody
from chronologies.readers.layout import Layout, guess_layouts
from chronologies.readers.limits import MAX_OTHER_ROWS, MAX_ROWS, TOO_MANY_ROWS
from chronologies.readers.open_document import read_open_sheets, read_open_text
from chronologies.readers.tables import ReadFile, read_tables
from chronologies.readers.word import read_word
from documents.kinds import DocumentKind

NOT_A_CHRONOLOGY = (
    "A chronology is a Word document (.docx), an Excel workbook (.xlsx), a CSV file or an "
    "OpenDocument text (.odt) or spreadsheet (.ods)."
)
DAMAGED = (
    "This file is damaged and cannot be read. Open it on your computer, save it again and send "
    "the new file."
)

READERS: Mapping[DocumentKind, Callable[[bytes], Iterator[Grid]]] = {
    DocumentKind.DOCX: read_word,
    DocumentKind.XLSX: read_excel,
    DocumentKind.ODT: read_open_text,
    DocumentKind.ODS: read_open_sheets,
    DocumentKind.CSV: read_delimited,
    DocumentKind.TXT: read_delimited,
}


def open_file(content: bytes, *, kind: DocumentKind) -> list[Grid]:
    """
    Return the tables of a file as they are.

    Raises CannotRead in words fit to show; never anything else, whatever the bytes.
    """
    if kind not in READERS:
        raise CannotRead(NOT_A_CHRONOLOGY)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the libraries warn of what a person can do nothing about
        try:
            return up_to_the_limit(READERS[kind](content))
        except CannotRead:
            raise
        except Exception as fault:  # a damaged file makes the libraries raise anything
            raise CannotRead(DAMAGED) from fault


def up_to_the_limit(tables: Iterator[Grid]) -> list[Grid]:
    """Return the tables. Raises CannotRead at the first that makes them too long together."""
    grids: list[Grid] = []
    rows = 0
    for grid in tables:
        grids.append(grid)
        rows += len(grid.rows)
        if rows > MAX_ROWS + MAX_OTHER_ROWS:
            raise CannotRead(TOO_MANY_ROWS)
    return grids


def read_file(
    content: bytes,
    *,
    kind: DocumentKind,
    reference_year: int,
    layouts: Sequence[Layout] | None = None,
    remembered: Mapping[str, Column] | None = None,
    tell: Tell = to_nobody,
) -> ReadFile:
    """
    Read a chronology.

    layouts: what a person confirmed, one for each table; guessed where there are none.
    remembered: what headings meant in the agency's last file, by `wordings.plain` heading.
    tell: is told now and then how many rows of a long file are read, and how many it has.

    Raises CannotRead in words fit to show.
    """
    grids = open_file(content, kind=kind)
    chosen = guess_layouts(grids, remembered=remembered) if layouts is None else layouts
    found = read_tables(grids, chosen, reference_year=reference_year, tell=tell)
    if len(found.rows) > MAX_ROWS:
        raise CannotRead(TOO_MANY_ROWS)
    return found
