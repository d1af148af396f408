"""What stands in a chapter of a report that was written elsewhere, as what it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from documents.reading import Line, LineKind
from reports.published.report import Block, Paragraph, Table
from reports.readers.markup import read
from reports.readers.returned.writing import as_markup

LONGEST_STEP = 200  # letters: what is longer is a numbered paragraph
NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})+|[A-Z](?:\.\d{1,3})+|\d{1,3}(?=\.\s))[.)]?\s+(?=\S)")


def blocks_of(
    lines: Sequence[Line], notes: Mapping[str, str], *, top: int, scope: str
) -> Iterator[Block]:
    """
    Yield the blocks of a chapter, read as a section that came back in Word is.

    top: the level of the headings of chapters. scope: of the keys of its footnotes.
    """
    text = as_markup([within(line, top) for line in lines], notes, {})
    for block in read(text, scope=scope):
        if isinstance(block, Table):
            yield replace(block, is_numbered=False)  # its author’s caption has its number
        else:
            yield as_numbered(block) if isinstance(block, Paragraph) else block


def within(line: Line, top: int) -> Line:
    """Return a line as it stands in a chapter, whose headings begin at the second level."""
    if line.kind == LineKind.HEADING:
        return replace(line, level=max(line.level - top + 1, 2))
    is_paragraph = line.kind == LineKind.STEP and len(line.text) > LONGEST_STEP
    return replace(line, kind=LineKind.TEXT) if is_paragraph else line


def as_numbered(block: Paragraph) -> Paragraph:
    """Return a paragraph under the number that its author gave it."""
    typed = NUMBER.match(block.text)
    return replace(block, text=block.text[typed.end() :], number=typed[1]) if typed else block
