"""Titles of a table and of its parts: in a row across it, or in the words over it."""

import re
from collections.abc import Sequence

from actionplans.readers.numbers import NAMED
from actionplans.readers.word import Around
from chronologies.readers.grid import GridRow

PART = re.compile(
    r"(learning|lesson|theme|priority|objective|aim|part|section|key)\b"
    r"|(agency|organisation|service)\s*[:–-]",
    re.I,
)
ASKS = re.compile(r"\b(should|must|shall|needs? to|ensures?|is to|are to)\b", re.I)


def is_alone(row: GridRow) -> bool:
    return sum(cell.is_own for cell in row.cells) == 1


def is_title_of_all(row: GridRow) -> bool:
    """Tell whether a row above the headings is what is recommended, or the title of a part."""
    words = [cell.text.strip() for cell in row.cells if cell.is_own]
    return len(words) == 1 and bool(PART.match(words[0]) or NAMED.match(words[0]))


def titles_above(around: Sequence[Around]) -> dict[int, str]:
    """Return what is recommended over each table: "Recommendation 3: …", by the table's number."""
    return {one.before: one.words for one in around if NAMED.match(one.words)}
