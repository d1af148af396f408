"""
The tables of a Word document (.docx) with an action plan, and the words around them.

As chronologies are read, and in addition: the numbers of lists, footnotes where they are called,
and every paragraph outside the tables, with the heading that stands above a table.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx.opc.constants import CONTENT_TYPE
from docx.opc.pkgreader import PackageReader
from lxml import etree

from actionplans.readers.list_numbers import ListNumbers
from chronologies.readers.grid import Grid
from chronologies.readers.word import (
    PARAGRAPH,
    SILENT,
    TABLE,
    W,
    collect,
    outermost,
    rows_of,
)

NOTES = {
    CONTENT_TYPE.WML_FOOTNOTES: (f"{W}footnote", f"{W}footnoteReference"),
    CONTENT_TYPE.WML_ENDNOTES: (f"{W}endnote", f"{W}endnoteReference"),
}
MARGINS = {CONTENT_TYPE.WML_HEADER: "Head of the page", CONTENT_TYPE.WML_FOOTER: "Foot of the page"}
STRUCK_OUT = "Struck out with tracked changes"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@dataclass(frozen=True, slots=True)
class Around:
    """Words outside the tables. before: the number of the table they stand above; 0 is none."""

    words: str
    before: int
    where: str = ""


class WordPlan:
    """The tables of a file, and what stands around them."""

    def __init__(self, content: bytes) -> None:
        parts = parts_of(content)
        (self.body,) = parts[CONTENT_TYPE.WML_DOCUMENT_MAIN]
        self.lists = ListNumbers(
            first(parts, CONTENT_TYPE.WML_NUMBERING), first(parts, CONTENT_TYPE.WML_STYLES)
        )
        self.notes = notes_of(parts)
        self.margins = [
            Around(words, 0, where)
            for content_type, where in MARGINS.items()
            for part in parts.get(content_type, ())
            if (words := self.words(part))
        ]
        self.remarks = [
            Around(self.words(one), 0, "A comment in the margin")
            for part in parts.get(CONTENT_TYPE.WML_COMMENTS, ())
            for one in part.iterchildren(f"{W}comment")
        ]

    def read(self) -> tuple[list[Grid], list[Around]]:
        """Return the tables, and the words around them, in the order of the document."""
        grids: list[Grid] = []
        around: list[Around] = []
        for element in self.top(self.body):
            if element.tag == TABLE:
                rows = tuple(rows_of(element, words=self.words))
                grids.append(Grid(label=f"Table {len(grids) + 1}", rows=rows))
            elif words := self.paragraph(element).strip():
                around.append(Around(words, len(grids) + 1))
        kept = [one if one.before <= len(grids) else Around(one.words, 0) for one in around]
        return grids, [*kept, *self.margins, *self.remarks, *self.struck_out()]

    def struck_out(self) -> Iterator[Around]:
        """Yield what tracked changes struck out: it is read nowhere, and nobody accepted that."""
        for paragraph in self.body.iter(PARAGRAPH):
            found = (one.text or "" for one in paragraph.iter(f"{W}delText"))
            if words := "".join(found).strip():
                yield Around(words, 0, STRUCK_OUT)

    def top(self, element: Any) -> Iterator[Any]:
        """Yield tables and paragraphs that lie in no other table."""
        for child in element:
            if child.tag in (TABLE, PARAGRAPH):
                yield child
            elif child.tag not in SILENT:
                yield from self.top(child)

    def words(self, cell: Any) -> str:
        """Return the words of a cell, paragraph under paragraph."""
        lines = (self.paragraph(one) for one in outermost(cell, PARAGRAPH))
        return "\n".join(line.rstrip() for line in lines).strip()

    def paragraph(self, element: Any) -> str:
        letters: list[str] = []
        collect(element, letters)
        text = "".join(letters)
        called = [note for tag in self.notes for note in self.called(element, tag)]
        number = self.lists.before(element) if text.strip() else ""
        return "".join([number, text, *called])

    def called(self, paragraph: Any, tag: str) -> Iterator[str]:
        """Yield the notes that a paragraph calls, so that they stay with its words."""
        for call in paragraph.iter(tag):
            if words := self.notes[tag].get(call.get(f"{W}id")):
                yield f" [Note: {words}]"


def parts_of(content: bytes) -> dict[str, list[Any]]:
    """Return the parts of the file that hold words or their numbers, as XML, by their type."""
    wanted = {
        CONTENT_TYPE.WML_DOCUMENT_MAIN,
        CONTENT_TYPE.WML_NUMBERING,
        CONTENT_TYPE.WML_STYLES,
        CONTENT_TYPE.WML_COMMENTS,
        *NOTES,
        *MARGINS,
    }
    reader: Any = PackageReader
    parts: dict[str, list[Any]] = {}
    for _name, content_type, _relation, blob in reader.from_file(BytesIO(content)).iter_sparts():
        if content_type in wanted:
            parts.setdefault(content_type, []).append(etree.fromstring(blob, PARSER))
    return parts


def first(parts: Mapping[str, list[Any]], content_type: str) -> Any:
    return next(iter(parts.get(content_type, ())), None)


def notes_of(parts: Mapping[str, list[Any]]) -> dict[str, dict[str, str]]:
    """Return the words of notes by what calls them and their number."""
    return {
        call: {
            one.get(f"{W}id"): plain(one)
            for part in parts.get(content_type, ())
            for one in part.iterchildren(note)
        }
        for content_type, (note, call) in NOTES.items()
    }


def plain(element: Any) -> str:
    lines = []
    for paragraph in outermost(element, PARAGRAPH):
        letters: list[str] = []
        collect(paragraph, letters)
        lines.append("".join(letters).strip())
    return " ".join(filter(None, lines))
