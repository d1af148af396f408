"""
A Word file (.docx) as its paragraphs and tables in their order, each heading with its level.

Rests on the reader of action plans: the numbers of lists and the footnotes stand in the words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import CONTENT_TYPE

from actionplans.readers.word import WordPlan, first, parts_of
from chronologies.readers.grid import Grid
from chronologies.readers.word import CELL, TABLE, TEXT, VALUE, W, found_in, outermost, rows_of

BOLD_LEVEL = 5  # of a heading only in bold or capitals: below those of Word's own styles
LONGEST_HEADING = 140
OFF = ("0", "false", "none", "off")


@dataclass(frozen=True, slots=True)
class Block:
    """
    One paragraph or one table. level: of a heading, from 1; 0 where it is none.

    is_listed: it is a point of a list. where: "" in the text, or which margin it stands in.
    """

    words: str = ""
    level: int = 0
    is_listed: bool = False
    grid: Grid | None = None
    where: str = ""


class WordReport(WordPlan):
    """A file of prose with tables, read from its beginning to its end."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.styles = heading_styles(first(parts_of(content), CONTENT_TYPE.WML_STYLES))
        self.tables = 0

    def blocks(self) -> list[Block]:
        """Return all that the file says, the margins and comments last."""
        found = list(self.in_order())
        aside = [*self.margins, *self.remarks]
        return found + [Block(one.words, where=one.where) for one in aside]

    def in_order(self) -> Iterator[Block]:
        for element in self.top(self.body):
            if element.tag == TABLE:
                yield from self.table(element)
                continue
            words = self.paragraph(element).strip()
            if words:
                is_listed = self.is_listed(element)
                level = self.level(element, words, is_listed=is_listed)
                yield Block(words, level=level, is_listed=is_listed and not level)

    def table(self, element: Any) -> Iterator[Block]:
        """A table of one cell is a frame around words, which people draw around a heading."""
        if len(list(outermost(element, CELL))) == 1:
            yield from (
                Block(line.strip()) for line in self.words(element).splitlines() if line.strip()
            )
            return
        self.tables += 1
        rows = tuple(rows_of(element, words=self.words))
        yield Block(grid=Grid(label=f"Table {self.tables}", rows=rows))

    def is_listed(self, element: Any) -> bool:
        number, _depth = self.lists.place(element)
        style = style_of(element)
        return bool(number and number != "0") or style.casefold().startswith("list")

    def level(self, element: Any, words: str, *, is_listed: bool) -> int:
        styled = self.styles.get(style_of(element), 0)
        if styled:
            return styled
        is_short = len(words) <= LONGEST_HEADING and not words.endswith((".", ";", ","))
        is_marked = words.isupper() or is_all_bold(element)
        return BOLD_LEVEL if is_short and not is_listed and is_marked else 0


def style_of(paragraph: Any) -> str:
    named = found_in(found_in(paragraph, "pPr"), "pStyle")
    return "" if named is None else str(named.get(VALUE, ""))


def heading_styles(styles: Any) -> dict[str, int]:
    """Return the level of each style that is a heading: by its name, or as an outline has it."""
    found = {}
    for style in () if styles is None else styles.iterchildren(f"{W}style"):
        named = found_in(style, "name")
        name = "" if named is None else str(named.get(VALUE, "")).casefold()
        outline = found_in(found_in(style, "pPr"), "outlineLvl")
        depth = "" if outline is None else outline.get(VALUE, "")
        if name.startswith("heading ") and name[8:].isdecimal():
            found[str(style.get(f"{W}styleId", ""))] = int(name[8:])
        elif name in ("title", "subtitle"):
            found[str(style.get(f"{W}styleId", ""))] = 1
        elif depth.isdecimal() and int(depth) < 9:
            found[str(style.get(f"{W}styleId", ""))] = int(depth) + 1
    return found


def is_all_bold(paragraph: Any) -> bool:
    """Test whether every run with a letter in it is bold, which many people’s headings are."""
    runs = [run for run in paragraph.iter(f"{W}r") if any(t.text for t in run.iter(TEXT))]
    return bool(runs) and all(is_bold(run) for run in runs)


def is_bold(run: Any) -> bool:
    bold = found_in(found_in(run, "rPr"), "b")
    return bold is not None and bold.get(VALUE, "1") not in OFF
