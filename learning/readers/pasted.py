"""
Tables in words that were pasted: programs copy a row as a line, and part its cells by tabs.

A cell of several paragraphs breaks its line, so that a row goes on until it has all its cells.
"""

import csv
from collections.abc import Iterator, Sequence

from learning.readers.tables import Row, is_head

TAB = "\t"


def parts_of(text: str) -> Iterator[str | list[Row]]:
    """Yield the words of a text and the rows of the tables in it, in their order."""
    lines, told = text.splitlines(), 0
    for place, line in enumerate(lines):
        if place >= told and is_head(line.split(TAB)):
            ends = end_of(lines, place)
            yield "\n".join(lines[told:place])
            yield list(rows_of(lines[place:ends], size=len(line.split(TAB))))
            told = ends
    yield "\n".join(lines[told:])


def end_of(lines: Sequence[str], begins: int) -> int:
    """Return where a table ends: after its last line with a tab before two lines without words."""
    last, empty = begins, 0
    for place in range(begins + 1, len(lines)):
        if TAB in lines[place]:
            last = place
        empty = 0 if lines[place].strip() else empty + 1
        if empty > 1:
            break
    return last + 1


def rows_of(lines: Sequence[str], *, size: int) -> Iterator[Row]:
    """Yield rows of so many cells."""
    row: list[str] = []
    for one in cells_of(lines):
        is_whole = len(row) >= size
        if row and (not is_whole or len(one) < 2):
            row = [*row[:-1], "\n".join(filter(None, (row[-1], *one[:1]))), *one[1:]]
            continue
        if row:
            yield tidied(row)
        row = one
    yield tidied(row)


def cells_of(lines: Sequence[str]) -> list[list[str]]:
    """
    Return the cells of each line. Those that a spreadsheet put in quotation marks lose them;
    where a mark is opened and never closed, every mark is one of the words.
    """
    ended = [f"{line}\n" for line in lines]
    found = list(csv.reader(ended, delimiter=TAB))
    if any(TAB in cell for row in found for cell in row):
        return list(csv.reader(ended, delimiter=TAB, quoting=csv.QUOTE_NONE))
    return found


def tidied(row: Sequence[str]) -> Row:
    return tuple(cell.strip() for cell in row)
