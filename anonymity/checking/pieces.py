"""
Lines too long to be read at once, in pieces, and what was found in a piece put back in its line.

Many patterns look from every letter to the end of what they are given, so a paragraph ten times as
long took a hundred times as long to check. In pieces it takes ten times as long, whatever stands
in it. A paragraph that people write is shorter than a piece and is not cut.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from anonymity.checking.finding import Finding
from anonymity.checking.paper import LONGEST, Line, Paper

# Where a line is cut, the best first: behind a sentence, between words that begin no name and are
# of no day, between any words
PARTED = tuple(
    re.compile(words) for words in (r"(?<=[.?!])\s(?=[A-Z])", r"(?<=[a-z])\s(?=[a-z])", r"\s")
)


@dataclass(frozen=True, slots=True)
class Piece(Line):
    """whole: the line that it was cut from. offset: where it begins there."""

    whole: Line
    offset: int


def in_pieces(paper: Paper) -> Paper:
    """Return the paper with its long lines cut; the same one where there is none."""
    if all(len(line.text) <= LONGEST for line in paper.lines):
        return paper
    return Paper(tuple(piece for line in paper.lines for piece in pieces_of(line)))


def pieces_of(line: Line) -> Iterator[Line]:
    at = 0
    while len(line.text) - at > LONGEST:
        end = end_of_piece(line.text, at)
        yield Piece(line.part, line.number, line.text[at:end], line, at)
        at = end
    yield Piece(line.part, line.number, line.text[at:], line, at) if at else line


def end_of_piece(text: str, at: int) -> int:
    """
    Return where a piece that begins there ends: in its later half, or where it is full. What is
    left is never so short that it looks like a heading.
    """
    full = min(at + LONGEST, (at + len(text)) // 2)
    for parted in PARTED:
        ends = [hit.end() for hit in parted.finditer(text, (at + full) // 2, full)]
        if ends:
            return ends[-1]
    return full


def in_their_lines(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what was found with its place in the lines of the paper as it came."""
    for one in found:
        if isinstance(one.line, Piece):
            whole, offset = one.line.whole, one.line.offset
            yield replace(one, line=whole, start=one.start + offset, end=one.end + offset)
        else:
            yield one
