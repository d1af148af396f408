"""Make the Word file to write in: the whole report, with what its reader needs to read it again."""

from itertools import count

from docx.document import Document as WordFile

from documents import word
from documents.word_notes import Footnotes
from documents.word_places import locked, set_own_properties
from reports.queries.assembly.record import Record
from reports.queries.assembly.whole import assembled
from reports.queries.in_word.blocks import UPRIGHT, WIDE, BlockWriter, Styles
from reports.queries.in_word.outline import (
    ABOUT,
    OutlinedChapter,
    Spot,
    front_lines,
    outlined,
    sum_of,
)
from reports.queries.in_word.styles import OF_RECORD, add_styles
from reports.readers.returned import names
from reports.readers.returned.places import OfRecord, Section


def file_to_write_in(record: Record, *, marking: str) -> bytes:
    """Return the working text as a Word file: every section, and every part of the record."""
    chapters = outlined(record, assembled(record))
    title, *about = front_lines(record)
    file = word.new_paper(title, marking=marking)
    add_styles(file)
    making = Making(file)
    for words in about:
        word.paragraph(file, words, style=names.FRONT)
    for words in ABOUT:
        word.paragraph(file, words, style=names.GUIDE)
    part = ""
    for one in chapters:
        if one.part != part:
            word.paragraph(file, one.part, style=names.PART)
            part = one.part
        making.chapter(one)
    making.notes.close()
    set_own_properties(file, properties_of(record, chapters))
    return word.as_bytes(file)


def properties_of(record: Record, chapters: list[OutlinedChapter]) -> dict[str, str]:
    """Return what the file says of itself: whose it is, and from what it was made."""
    versions = {
        f"{names.VERSION_OF}{kind.value}": str(one.number) for kind, one in record.sections.items()
    }
    words = {f"{names.WORDS_OF}{names.FRONT_PAGE}": sum_of(front_lines(record))} | {
        f"{names.WORDS_OF}{spot.slot.to.key}": sum_of(spot.lines)
        for one in chapters
        for spot in one.spots
        if isinstance(spot.slot.to, OfRecord)
    }
    return {names.REVIEW: record.review.reference} | versions | words


class Making:
    """Writes chapters into one file."""

    def __init__(self, file: WordFile) -> None:
        self.file, self.notes, self.numbers = file, Footnotes(file), count(1)
        self.authored = BlockWriter(
            file, self.notes, styles=Styles(), named=names.note_bookmark, has_labels=True
        )
        self.of_record = BlockWriter(file, self.notes, styles=OF_RECORD)

    def chapter(self, one: OutlinedChapter) -> None:
        self.turn(wide=one.is_wide)
        heading = word.heading(self.file, one.title)
        word.bookmark(heading, one.head.mark, number=next(self.numbers))
        for spot in one.spots:
            if isinstance(spot.slot.to, Section):
                self.section(spot, is_alone=len(one.spots) == 1)
            elif spot.blocks:
                self.record(spot)

    def turn(self, *, wide: bool) -> None:
        """Lay pages on their side for wide tables, and put them upright again."""
        if wide != (self.authored.width == WIDE):
            word.new_pages(self.file, wide=wide)
            self.authored.width = self.of_record.width = WIDE if wide else UPRIGHT

    def section(self, spot: Spot, *, is_alone: bool) -> None:
        if not is_alone:
            self.place(spot, names.PLACE)
        self.authored.write_all(spot.blocks)
        if spot.prompt:
            word.paragraph(self.file, spot.prompt, style=names.PROMPT)

    def record(self, spot: Spot) -> None:
        with locked(self.file, name=spot.slot.words, tag=spot.slot.mark):
            self.place(spot, names.RECORD_PLACE)
            self.of_record.write_all(spot.blocks)

    def place(self, spot: Spot, style: str) -> None:
        line = word.paragraph(self.file, spot.slot.words, style=style)
        word.bookmark(line, spot.slot.mark, number=next(self.numbers))
