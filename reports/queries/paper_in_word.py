"""
Write the chapters of a paper into a Word file, as what they are: headings of their level, lists,
quotations, captions, footnotes of Word's own, references that lead to their places.
"""

from collections.abc import Iterable, Sequence
from itertools import count

from docx.document import Document as WordFile
from docx.text.paragraph import Paragraph as WordLine

from documents import word
from documents.drawings import as_png
from documents.word_notes import Footnotes
from reports.published.marks import Note, Piece
from reports.published.numbering import Line, NumberedChapter, Words
from reports.published.report import Figure

UPRIGHT, WIDE = 17, 25.7  # centimetres between the margins
DOT = 2.54 / 96  # centimetres


def write_chapters(file: WordFile, chapters: Iterable[NumberedChapter]) -> None:
    writer = PaperWriter(file)
    for one in chapters:
        writer.chapter(one)
    writer.notes.close()


class PaperWriter:
    """Writes into one file. `places`: the bookmarks of what can be referred to, by its anchor."""

    def __init__(self, file: WordFile) -> None:
        self.file, self.notes, self.numbers = file, Footnotes(file), count(1)
        self.places: dict[str, str] = {}
        self.marked: set[str] = set()
        self.width: float = UPRIGHT

    def chapter(self, one: NumberedChapter) -> None:
        if one.is_wide != (self.width == WIDE):
            self.width = WIDE if one.is_wide else UPRIGHT
            word.new_pages(self.file, wide=one.is_wide)
        self.mark(word.heading(self.file, one.title), one.anchor)
        for line in one.lines:
            self.line(line)

    def line(self, line: Line) -> None:
        """Write one block. The words of a footnote stand where it is called."""
        if line.is_table:
            self.table(line)
        elif line.figure:
            self.figure(line, line.figure)
        elif line.is_heading or line.is_minor_heading:
            self.words(line, line.words, "Heading 2" if line.is_heading else "Heading 3")
        elif line.is_steps:
            self.steps(line)
        else:
            style = style_of(line)
            for words in line.texts:
                self.words(line, words, style)

    def steps(self, line: Line) -> None:
        number = word.restarted(self.file, style="List Number")
        for words in line.texts:
            word.count_in(self.words(line, words, "List Number"), number)

    def table(self, line: Line) -> None:
        if line.caption_words:
            self.words(line, line.caption, "Caption").paragraph_format.keep_with_next = True
        made = word.table(
            self.file,
            heads=[""] * line.columns,
            rows=[[""] * line.columns for _ in line.rows],
            widths=[self.width * width / 100 for width in line.widths],
        )
        for row, cells in zip(made.rows, [line.heads, *line.rows], strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                self.pieces(cell.paragraphs[0], words)
        for cell in made.rows[0].cells:
            for run in cell.paragraphs[0].runs:
                run.bold = True
        word.paragraph(self.file, "")

    def figure(self, line: Line, figure: Figure) -> None:
        """Put a figure in, as wide as it is within the margins, with what it shows in words."""
        content = as_png(figure.drawing) if figure.drawing else figure.content
        width = min(self.width, figure.width * DOT)
        word.picture(self.file, content, width=width, alt=figure.alt)
        self.words(line, line.caption, "Caption")

    def words(self, line: Line, words: Words, style: str) -> WordLine:
        written = word.blank(self.file, style=style)
        self.mark(written, line.anchor)
        if line.number:
            word.write_words(written, f"{line.number}  ")
        return self.pieces(written, words)

    def pieces(self, written: WordLine, words: Sequence[Piece]) -> WordLine:
        for piece in words:
            if piece.note:
                self.call(written, piece.note, is_first=piece.is_first)
            elif piece.place and piece.place.anchor:
                word.link(written, piece.text, to=self.bookmark_of(piece.place.anchor))
            else:
                word.write_words(written, piece.text)
        return written

    def call(self, written: WordLine, note: Note, *, is_first: bool) -> None:
        """Call a note; where it was called before, by the number that it has there."""
        if is_first:
            number = next(self.numbers)
            with word.marked(written, self.bookmark_of(note.call_anchor), number=number):
                self.notes.call(written, note.text)
        else:
            self.notes.call_again(written, self.bookmark_of(note.call_anchor), str(note.number))

    def mark(self, written: WordLine, anchor: str) -> None:
        """Mark a place that can be referred to; of a list and a quotation, where it begins."""
        if not anchor or anchor in self.marked:
            return
        self.marked.add(anchor)
        word.bookmark(written, self.bookmark_of(anchor), number=next(self.numbers))

    def bookmark_of(self, anchor: str) -> str:
        return self.places.setdefault(anchor, f"place_{len(self.places) + 1}")


def style_of(line: Line) -> str:
    if line.is_bullets:
        return "List Bullet"
    return "Quote" if line.is_quotation else "Normal"
