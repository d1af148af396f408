"""Write the blocks of a report into a Word file, as what they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from docx.document import Document as WordFile
from docx.text.paragraph import Paragraph as WordLine

from documents import word
from documents.word_notes import Footnotes
from reports.published.report import (
    Block,
    Bullets,
    Figure,
    Footnote,
    MinorHeading,
    Paragraph,
    Quotation,
    Steps,
    SubHeading,
    Table,
)
from reports.readers.marks import NOTE

UPRIGHT, WIDE = 17, 25.7  # centimetres between the margins


@dataclass(frozen=True)
class Styles:
    """The styles of one kind of text, by their names in Word."""

    text: str = "Normal"
    heading: str = "Heading 2"
    minor: str = "Heading 3"
    bullet: str = "List Bullet"
    step: str = "List Number"
    quote: str = "Quote"
    caption: str = "Caption"
    table: str = "Table Grid"


class BlockWriter:
    """
    Writes into one file.

    notes: the words of the footnotes that its texts call, by their keys.
    named: gives the bookmark that keeps a note's key. has_labels: places say what they are called,
    for whoever reads the file again.
    """

    def __init__(
        self,
        file: WordFile,
        notes: Footnotes,
        *,
        styles: Styles,
        named: Callable[[int, str], str] = lambda number, key: "",
        has_labels: bool = False,
    ) -> None:
        self.file, self.notes, self.styles, self.named = file, notes, styles, named
        self.has_labels = has_labels
        self.said: dict[str, str] = {}
        self.width: float = UPRIGHT

    def write_all(self, blocks: tuple[Block, ...]) -> None:
        self.said = {one.key: one.text for one in blocks if isinstance(one, Footnote)}
        for block in blocks:
            self.write(block)

    def write(self, block: Block) -> None:
        """Write one block. The words of a footnote stand where it is called."""
        match block:
            case Table():
                self.table(block)
            case Bullets(items):
                self.lines(items, self.styles.bullet)
            case Steps(items):
                self.steps(items)
            case Quotation(paragraphs):
                self.lines(paragraphs, self.styles.quote)
            case Figure(sign=sign):  # in a file to write in, a figure is its sign
                self.line(f"[={sign}]", self.styles.text)
            case SubHeading() | MinorHeading() | Paragraph():
                self.line(self.labelled(block.text, block.label), self.style_of(block))

    def style_of(self, block: SubHeading | MinorHeading | Paragraph) -> str:
        if isinstance(block, Paragraph):
            return self.styles.text
        return self.styles.heading if isinstance(block, SubHeading) else self.styles.minor

    def lines(self, texts: Sequence[str], style: str) -> None:
        for text in texts:
            self.line(text, style)

    def steps(self, items: Sequence[str]) -> None:
        number = word.restarted(self.file, style=self.styles.step)
        for item in items:
            word.count_in(self.line(item, self.styles.step), number)

    def table(self, block: Table) -> None:
        if self.labelled(block.caption, block.label):
            self.line(self.labelled(block.caption, block.label), self.styles.caption)
        widths = [self.width * width / 100 for width in block.widths]
        word.table(
            self.file,
            heads=block.heads,
            rows=block.rows,
            widths=widths,
            style=self.styles.table,
            write=self.words,
        )
        parting = word.blank(self.file, style=self.styles.text)
        parting.paragraph_format.space_after = 0

    def line(self, text: str, style: str) -> WordLine:
        return self.words(word.blank(self.file, style=style), text)

    def words(self, line: WordLine, text: str) -> WordLine:
        """Write words with the notes they call. A second call of a note stays as it is typed."""
        end = 0
        for call in NOTE.finditer(text):
            if call[1] not in self.said:
                continue
            word.write_words(line, text[end : call.start()])
            key = call[1]
            self.notes.call(line, self.said.pop(key), name=self.named(self.notes.count + 1, key))
            end = call.end()
        return word.write_words(line, text[end:])

    def labelled(self, text: str, label: str) -> str:
        return f"{text} {{#{label}}}".strip() if label and self.has_labels else text
