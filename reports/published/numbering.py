"""The numbers of a report, the same on a page, on paper and as plain text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from string import ascii_uppercase

from reports.published.marks import NO_MARKS, Marks, Note, Piece, pieces_of
from reports.published.report import (
    Block,
    Bullets,
    Chapter,
    Figure,
    Footnote,
    MinorHeading,
    Paragraph,
    Quotation,
    Steps,
    SubHeading,
    Table,
)
from reports.readers.blocks import texts_in

Words = Sequence[Piece]


@dataclass(frozen=True)
class Line:
    """
    A block with its number. Only paragraphs have one; what follows belongs to the last.

    at: finds it in its paper. marks: what the marks in its words stand for.

    is_raised: a minor heading with no heading above it, which prints as one.
    """

    block: Block
    number: str = ""
    at: str = ""
    marks: Marks = NO_MARKS
    is_raised: bool = False

    @property
    def is_paragraph(self) -> bool:
        return isinstance(self.block, Paragraph)

    @property
    def is_heading(self) -> bool:
        return isinstance(self.block, SubHeading) or self.is_raised

    @property
    def is_minor_heading(self) -> bool:
        return isinstance(self.block, MinorHeading) and not self.is_raised

    @property
    def is_bullets(self) -> bool:
        return isinstance(self.block, Bullets)

    @property
    def is_steps(self) -> bool:
        return isinstance(self.block, Steps)

    @property
    def is_quotation(self) -> bool:
        return isinstance(self.block, Quotation)

    @property
    def is_table(self) -> bool:
        return isinstance(self.block, Table)

    @property
    def figure(self) -> Figure | None:
        """The figure that it is; none for a line of words."""
        return self.block if isinstance(self.block, Figure) else None

    @property
    def is_words(self) -> bool:
        """Test whether it is words of no other kind: those of a footnote that nothing calls."""
        return isinstance(self.block, Footnote) and self.note is None

    @property
    def note(self) -> Note | None:
        """The footnote whose words it holds; it prints with its number, not here."""
        return self.marks.notes.get(self.block.key) if isinstance(self.block, Footnote) else None

    @property
    def anchor(self) -> str:
        """Where a reference to it leads; empty where none can."""
        place = self.marks.places.get(getattr(self.block, "label", ""))
        return place.anchor if place and place.at == self.at else ""

    @cached_property
    def texts(self) -> tuple[Words, ...]:
        """Every text of the block, in pieces: words and what its marks say."""
        if isinstance(self.block, Footnote):
            return () if self.note else ((Piece(f"[^{self.block.key}]: {self.block.text}"),),)
        called = set[int]()
        return tuple(tuple(self.pieces(text, called)) for text in texts_in(self.block))

    @property
    def words(self) -> Words:
        return self.texts[0]

    @property
    def caption(self) -> Words:
        """The caption of a table or figure, with its number where it is counted."""
        if self.at in self.marks.tables:
            name = f"Table {self.marks.tables[self.at]}"
        elif self.at in self.marks.figures:
            name = f"Figure {self.marks.figures[self.at]}"
        else:
            return self.texts[0]
        stop = ". " if self.block.caption else ""  # type: ignore[union-attr]
        return (Piece(f"{name}{stop}"), *self.texts[0])

    @property
    def caption_words(self) -> str:
        """The caption as plain words, for where a mark has no place."""
        return "".join(piece.text for piece in self.caption)

    @property
    def heads(self) -> Sequence[Words]:
        return self.texts[1 : 1 + self.columns]

    @property
    def rows(self) -> Sequence[Sequence[Words]]:
        cells, wide = self.texts[1 + self.columns :], self.columns
        return [cells[at : at + wide] for at in range(0, len(cells), wide)]

    @property
    def widths(self) -> Sequence[int]:
        return self.block.widths if isinstance(self.block, Table) else ()

    @property
    def columns(self) -> int:
        return len(self.block.heads) if isinstance(self.block, Table) else 0

    def pieces(self, text: str, called: set[int]) -> Sequence[Piece]:
        """Part a text; the first call of a note is where it was not called before."""
        found = []
        for piece in pieces_of(text, self.marks):
            note = piece.note
            if note and note.at == self.at and note.number not in called:
                called.add(note.number)
                piece = replace(piece, is_first=True)
            found.append(piece)
        return found


@dataclass(frozen=True)
class NumberedChapter:
    chapter: Chapter
    number: str
    prefix: str = ""
    marks: Marks = NO_MARKS

    @property
    def title(self) -> str:
        if self.number:
            return f"{self.prefix}{self.number}. {self.chapter.title}"
        return f"{self.prefix.strip()}: {self.chapter.title}" if self.prefix else self.chapter.title

    @property
    def anchor(self) -> str:
        """Where a link to it leads. An appendix may share its key with a chapter."""
        return f"{'appendix' if self.prefix else 'chapter'}-{self.chapter.key}"

    @property
    def called(self) -> str:
        """What a reference to it says: "chapter 4"."""
        return f"{'appendix' if self.prefix else 'chapter'} {self.number}"

    @property
    def is_wide(self) -> bool:
        """Test whether it has a table that needs a page on its side."""
        return any(line.columns > 5 for line in self.lines)

    def paragraph_numbers(self) -> Iterator[str]:
        """Yield the number of each paragraph: its author’s, where it was numbered elsewhere."""
        own = [one.number for one in self.chapter.blocks if isinstance(one, Paragraph)]
        if any(own) or not self.number:
            return iter(own)
        return (f"{self.number}.{place}" for place in range(1, len(own) + 1))

    @property
    def lines(self) -> list[Line]:
        has_heading, found = False, []
        numbers = self.paragraph_numbers()
        for place, block in enumerate(self.chapter.blocks):
            number = next(numbers) if isinstance(block, Paragraph) else ""
            has_heading |= isinstance(block, SubHeading)
            is_raised = isinstance(block, MinorHeading) and not has_heading
            found.append(Line(block, number, f"{self.anchor}:{place}", self.marks, is_raised))
        return found

    @property
    def numbers(self) -> list[str]:
        """The numbers of its paragraphs, such as 4.1 and 4.2."""
        return [line.number for line in self.lines if line.number]

    @property
    def notes(self) -> list[Note]:
        """The footnotes that are called here first, to print at its end where pages have none."""
        mine = [note for note in self.marks.notes.values() if note.at.startswith(f"{self.anchor}:")]
        return sorted(mine, key=lambda note: note.number)

    @property
    def long_notes(self) -> list[Note]:
        """Those that stand at its end on paper as well."""
        return [note for note in self.notes if note.is_long]


def numbered(chapters: Sequence[Chapter]) -> list[NumberedChapter]:
    """Number the chapters that have something in them, from 1; the others do not print."""
    filled = [chapter for chapter in chapters if chapter.blocks]
    return [
        NumberedChapter(one, number)
        for one, number in zip(filled, own_or(filled, count(1)), strict=False)
    ]


def lettered(appendices: Sequence[Chapter]) -> list[NumberedChapter]:
    """Give appendices their letters: Appendix A, whose paragraphs are A.1, A.2 …"""
    filled = [chapter for chapter in appendices if chapter.blocks]
    pairs = zip(filled, own_or(filled, ascii_uppercase), strict=False)
    return [NumberedChapter(one, letter, "Appendix ") for one, letter in pairs]


def own_or(chapters: Sequence[Chapter], usual: Iterable[object]) -> Iterator[str]:
    """Yield the numbers of chapters: their author’s where they were numbered elsewhere."""
    own = [one.number for one in chapters]
    return iter(own) if any(own) else map(str, usual)
