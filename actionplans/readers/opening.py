"""Opens a received file as tables and the words around them: the one door to this package."""

import warnings

from actionplans.readers.apostrophes import without_apostrophes
from actionplans.readers.sheet_notes import notes_of_cells
from actionplans.readers.word import Around, WordPlan
from chronologies.readers import opening
from chronologies.readers.grid import CannotRead, Grid
from chronologies.readers.word import NO_TABLE as NO_CHRONOLOGY
from documents.kinds import DocumentKind

ACCEPTED = frozenset(
    {
        DocumentKind.DOCX,
        DocumentKind.XLSX,
        DocumentKind.CSV,
        DocumentKind.ODT,
        DocumentKind.ODS,
    }
)
MAX_ROWS = 1_000
PDF = (
    "A PDF holds a picture of a table, not its cells, and words would be lost. Ask whoever made it "
    "for the Word or Excel file. Or open the PDF in Word, choose Save as “Word document (.docx)”, "
    "look the table over and send that file."
)
NOT_A_PLAN = (
    "An action plan is a Word document (.docx), an Excel workbook (.xlsx), a CSV file or an "
    "OpenDocument text (.odt) or spreadsheet (.ods)."
)
NO_TABLE = (
    "There is no table in this document. Put the plan into a table with a row for each action, or "
    "add the recommendations on the plan’s page."
)
TOO_LONG = f"This file has more than {MAX_ROWS:,} rows. Send the plan’s own tables alone."


def why_not(kind: DocumentKind) -> str:
    """Say why a kind of file holds no plan that can be read; empty where it does."""
    if kind in ACCEPTED:
        return ""
    return PDF if kind == DocumentKind.PDF else NOT_A_PLAN


def open_plan(content: bytes, *, kind: DocumentKind) -> tuple[list[Grid], list[Around]]:
    """
    Return the tables of a file as they are, and the words around them.

    Raises CannotRead in words fit to show; never anything else, whatever the bytes.
    """
    if reason := why_not(kind):
        raise CannotRead(reason)
    grids, around = open_word(content) if kind == DocumentKind.DOCX else open_other(content, kind)
    if not grids:
        raise CannotRead(NO_TABLE)
    if sum(len(grid.rows) for grid in grids) > MAX_ROWS:
        raise CannotRead(TOO_LONG)
    return grids, around


def open_word(content: bytes) -> tuple[list[Grid], list[Around]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return WordPlan(content).read()
    except CannotRead:
        raise
    except Exception as fault:  # a damaged file makes the libraries raise anything
        raise CannotRead(opening.DAMAGED) from fault


def open_other(content: bytes, kind: DocumentKind) -> tuple[list[Grid], list[Around]]:
    try:
        grids = opening.open_file(content, kind=kind)
        if kind == DocumentKind.CSV:
            return list(map(without_apostrophes, grids)), []
        return grids, notes_in(content) if kind == DocumentKind.XLSX else []
    except CannotRead as reason:
        raise CannotRead(NO_TABLE if str(reason) == NO_CHRONOLOGY else str(reason)) from reason


def notes_in(content: bytes) -> list[Around]:
    try:
        return list(notes_of_cells(content))
    except Exception as fault:  # a damaged part of a workbook whose sheets could be read
        raise CannotRead(opening.DAMAGED) from fault
