"""
What the marks in a paper's text stand for: footnotes by number, places by how they are called.

Footnotes are counted through a whole paper, in the order in which they are first called.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from re import Match

from reports.readers.marks import MARK

LONG_NOTE = 1_500  # letters


@dataclass(frozen=True)
class Note:
    """
    A footnote. `at`: the line of its paper that calls it first.

    anchor: its own on a page, where another paper may stand as well.
    """

    number: int
    text: str
    at: str
    anchor: str

    @property
    def is_long(self) -> bool:
        """Test whether it is too long for the foot of a page: a note is never parted in two."""
        return len(self.text) > LONG_NOTE

    @property
    def call_anchor(self) -> str:
        return f"{self.anchor}-call"


@dataclass(frozen=True)
class Place:
    """
    What a reference says, and where it leads. at: the line it is, where it is one.

    anchor: empty where the place is in another paper.
    """

    words: str
    anchor: str = ""
    at: str = ""


@dataclass(frozen=True)
class Marks:
    """
    What every mark of one paper stands for. tables, figures: the numbers of those that are
    counted, by their lines.
    """

    notes: Mapping[str, Note] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    tables: Mapping[str, int] = field(default_factory=dict)
    figures: Mapping[str, int] = field(default_factory=dict)


NO_MARKS = Marks()


@dataclass(frozen=True)
class Piece:
    """
    Words of a text, or a mark in it and what it says.

    is_first: the first call of its note, at whose page the note prints.
    """

    text: str
    note: Note | None = None
    place: Place | None = None
    is_first: bool = False


def pieces_of(text: str, marks: Marks) -> Iterator[Piece]:
    """Part a text at its marks. What looks like one and stands for nothing is words."""
    end = 0
    for found in MARK.finditer(text):
        said = said_by(found, marks)
        if said is None:
            continue
        if found.start() > end:
            yield Piece(text[end : found.start()])
        yield said
        end = found.end()
    if end < len(text) or not text:
        yield Piece(text[end:])


def said_by(mark: Match[str], marks: Marks) -> Piece | None:
    if note := marks.notes.get(mark[1] or ""):
        return Piece(str(note.number), note=note)
    if place := marks.places.get(mark[2] or ""):
        return Piece(place.words, place=place)
    return None
