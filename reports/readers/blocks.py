"""What authored text is read into: `reports.published.report` keeps it, prints it, counts it."""

from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import assert_never

from documents.drawings import Drawing, as_address


@dataclass(frozen=True)
class SubHeading:
    """label: what a reference calls it; so of every block that has one."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class MinorHeading:
    """A heading under a sub-heading."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class Paragraph:
    """
    What is numbered when it prints: chapter and paragraph, such as 4.2. number: what its author
    numbered it, where that was elsewhere.
    """

    text: str
    label: str = ""
    number: str = ""


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True)
class Steps:
    """A list whose items print with numbers, from 1."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Quotation:
    """Words of somebody else, set apart, by paragraph."""

    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """
    Rows under heads. `widths`: of the columns, in hundredths of the page.

    is_numbered: it counts among the tables of its paper: “Table 2. Calls to the police”. Those of
    the record are called by their captions alone.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    label: str = ""
    is_numbered: bool = False


@dataclass(frozen=True)
class Footnote:
    """The words of a note. It prints where [^key] first stands in the text, under its number."""

    key: str
    text: str


@dataclass(frozen=True)
class Figure:
    """
    What is seen and not read: a drawing, or a picture somebody sent. One of the two.

    sign: what puts it into a text, such as "picture-1". alt: what it shows, in words, for whoever
    does not see it. picture: its bytes as a data address, such as "data:image/png;base64,…".
    width, height: in dots.
    """

    sign: str
    caption: str
    alt: str
    width: int
    height: int
    picture: str = ""
    drawing: Drawing | None = None
    label: str = ""

    @property
    def source(self) -> str:
        """The figure as an address, for an <img>: nothing is fetched."""
        return as_address(self.drawing) if self.drawing else self.picture

    @property
    def content(self) -> bytes:
        """The bytes of a picture that was sent."""
        return b64decode(self.picture.partition(",")[2])

    @property
    def drawn_words(self) -> tuple[str, ...]:
        return self.drawing.words if self.drawing else ()


Block = (
    Paragraph | SubHeading | MinorHeading | Bullets | Steps | Quotation | Table | Footnote | Figure
)


def texts_in(block: Block) -> tuple[str, ...]:
    """Return every text of a block in the order in which it is read; not those of a footnote."""
    match block:
        case Paragraph() | SubHeading() | MinorHeading():
            return (block.text,)
        case Bullets() | Steps():
            return block.items
        case Quotation():
            return block.paragraphs
        case Table():
            cells = (cell for row in block.rows for cell in row)
            return (block.caption, *block.heads, *cells)
        case Figure():
            return (block.caption, block.alt, *block.drawn_words)
        case Footnote():
            return ()
        case _:
            assert_never(block)


def calling(block: Block) -> tuple[str, ...]:
    """
    Return the texts of a block that may call a footnote: all but a caption, which is a name, and
    what stands in a figure.
    """
    if isinstance(block, Figure):
        return ()
    texts = texts_in(block)
    return texts[1:] if isinstance(block, Table) else texts


def reworded(block: Block, word: Callable[[str], str]) -> Block:
    """Return a block with `word` done to each of its texts, those of a footnote as well."""
    match block:
        case Paragraph() | SubHeading() | MinorHeading() | Footnote():
            return replace(block, text=word(block.text))
        case Bullets() | Steps():
            return replace(block, items=tuple(map(word, block.items)))
        case Quotation():
            return replace(block, paragraphs=tuple(map(word, block.paragraphs)))
        case Table():
            return replace(
                block,
                caption=word(block.caption),
                heads=tuple(map(word, block.heads)),
                rows=tuple(tuple(map(word, row)) for row in block.rows),
            )
        case Figure():
            return replace(block, caption=word(block.caption), alt=word(block.alt))
        case _:
            assert_never(block)
