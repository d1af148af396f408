"""The notes that people put to the cells of an Excel workbook, which stand in no cell."""

from collections.abc import Iterator
from io import BytesIO
from posixpath import split
from typing import Any

from openpyxl.packaging.relationship import get_dependents
from openpyxl.reader.excel import ExcelReader

from actionplans.readers.word import Around
from chronologies.readers.sheet_parts import S, elements, text_of

NOTES = "/comments"  # how the type of such a part ends


def notes_of_cells(content: bytes) -> Iterator[Around]:
    """Yield each note with the cell it was put to, in the order of the sheets."""
    reader: Any = ExcelReader(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    with reader.archive as archive:
        reader.read_manifest()
        reader.read_workbook()
        for sheet, place in reader.parser.find_sheets():
            for path in paths_of_notes(archive, place.target):
                with archive.open(path) as part:
                    yield from notes_in_part(part, sheet.name)


def paths_of_notes(archive: Any, sheet: str) -> list[str]:
    folder, name = split(sheet)
    related = f"{folder}/_rels/{name}.rels"
    if related not in archive.namelist():
        return []
    parts = get_dependents(archive, related)
    return [one.target for one in parts if one.Type.endswith(NOTES)]


def notes_in_part(part: Any, sheet: str) -> Iterator[Around]:
    for note in elements(part, f"{S}comment"):
        words = text_of(note.find(f"{S}text")).strip()
        if words:
            yield Around(words, 0, f"A note on cell {note.get('ref')} of sheet “{sheet}”")
