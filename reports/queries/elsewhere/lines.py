"""The lines of a report that was written elsewhere: as Word has them, of a PDF by their looks."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from documents.kinds import DocumentKind
from documents.pdf_lines import paragraphs_of_pdf
from documents.reading import CannotReadWord, Line, LineKind, ReadWord, read_word

ACCEPTED = frozenset({DocumentKind.DOCX, DocumentKind.PDF})
CONTENTS = "contents"
STYLES = {
    **{f"{toc} {level}": CONTENTS for toc in ("toc", "TOC") for level in range(1, 5)},
    **dict.fromkeys(("Caption", "caption"), "caption"),
    **dict.fromkeys(("Quote", "Intense Quote"), "quote"),
}
BROKEN = (
    "This PDF cannot be read to its end: a part of it is damaged. Print it to a new PDF, or take "
    "the Word file that it was made from."
)
NO_WORDS = (
    "No words were found in this file: its pages may be pictures. Take the Word file that it was "
    "made from."
)
LEADER = re.compile(r"\.{4,}|…{2,}|\. \. \. ")
BULLET = re.compile(r"^[•▪●◦–-]\s+(?=\S)")
TITLED = re.compile(
    r"^(?:(?i:chapter|section|part)\s+)?\d{1,2}[.):]?\s+(?!Table\b|Figure\b)[A-Z][^.:;?!]{2,55}$"
    r"|^(?i:appendix|annex)\s+(?:[A-Z]|\d{1,2})\b.{0,80}$"
)
SUB_TITLED = re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,2}[.)]?\s+[A-Z][^.:;?!,]{2,70}$")
LONGEST_CAPITALS = 70


def lines_of(content: bytes, kind: DocumentKind) -> ReadWord:
    """
    Return what a file says, line by line, and what of it could not be read so.

    Raises CannotReadWord, in words fit to show, where it is damaged or has no words.
    """
    found = of_word(content) if kind == DocumentKind.DOCX else of_pdf(content)
    if not any(line.text.strip() or line.rows for line in found.lines):
        raise CannotReadWord(NO_WORDS)
    return found


def of_word(content: bytes) -> ReadWord:
    """Read a Word file; where its author made headings by hand, they are told by their looks."""
    found = read_word(content, styles=STYLES)
    if any(line.kind == LineKind.HEADING for line in found.lines):
        return found
    return replace(found, lines=tuple(heading_of(line) or line for line in found.lines))


def heading_of(line: Line) -> Line | None:
    words = " ".join(line.text.split())
    if line.kind != LineKind.TEXT or line.style or not words:
        return None
    if TITLED.match(words) or is_in_capitals(words):
        return Line(LineKind.HEADING, line.text, level=1)
    return Line(LineKind.HEADING, line.text, level=2) if SUB_TITLED.match(words) else None


def of_pdf(content: bytes) -> ReadWord:
    import pikepdf  # here, because few requests need it and all would wait for it

    try:
        text = paragraphs_of_pdf(content)
    except (pikepdf.PdfError, zipfile.BadZipFile, ValueError) as fault:
        raise CannotReadWord(BROKEN) from fault
    return ReadWord(lines=tuple(by_looks(text)), notes={})


def by_looks(text: str) -> Iterator[Line]:
    """Yield each paragraph as what it looks like: a heading, a point of a list, or words."""
    for words in (" ".join(one.split()) for one in text.split("\n\n")):
        line = Line(LineKind.TEXT, words)
        if LEADER.search(words):
            yield replace(line, style=CONTENTS)
        elif sign := BULLET.match(words):
            yield Line(LineKind.BULLET, words[sign.end() :])
        else:
            yield heading_of(line) or line


def is_in_capitals(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    return len(words) <= LONGEST_CAPITALS and len(letters) > 5 and words == words.upper()
