"""A PDF: the lines of its pages, what repeats on them, and what stands around them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from anonymity.checking.files.unread import picture
from anonymity.checking.paper import Line, Paper, lines_of
from documents.pdf_pictures import pictured_pages
from documents.pdf_text import pages_of_pdf
from documents.pdf_words import notes_of_pdf, properties_of_pdf

PAGE_NUMBER = re.compile(r"^(?:page\s+)?\d{1,3}(?:\s+(?:of|/)\s+\d{1,3})?$", re.I)
FEWEST = 12  # words of a page that is no picture: a scan may have its marking and its number
BEGINNING = 20  # letters: the head of a page may go on with its chapter


def read_pdf(content: bytes) -> Paper:
    """
    Return the words of a PDF. Its parts are "page 1" and so on, "header" for what repeats on pages,
    "note" for what is pinned to them or described, and "properties".

    A page that is a picture has no words but says so. Raises DamagedPdf or `pikepdf.PdfError`.
    """
    pages = pages_of_pdf(content)
    bare = [number for number, page in enumerate(pages, 1) if words_on(page) < FEWEST]
    pictured = pictured_pages(content) if bare else {}
    again = repeated(pages)
    heads: dict[str, None] = {}
    lines: list[Line] = []
    for number, page in enumerate(pages, 1):
        if number in bare and number in pictured:
            lines.append(picture(number, pictured[number]))
        lines += on_page(number, page, again, heads)
    lines += lines_of("header", heads)
    lines += lines_of("note", notes_of_pdf(content))
    lines += lines_of("properties", properties_of_pdf(content).split("\n"))
    return Paper(tuple(line for line in lines if not line.is_empty))


def words_on(page: Sequence[str]) -> int:
    return sum(len(line.split()) for line in page)


def on_page(
    number: int, page: Sequence[str], again: frozenset[str], heads: dict[str, None]
) -> Iterator[Line]:
    """Yield what stands on this page alone; note in `heads` what stands on others as well."""
    own = []
    for text in page:
        if text[:BEGINNING] in again:
            heads.setdefault(text)
        elif not PAGE_NUMBER.match(text):
            own.append(text)
    return lines_of(f"page {number}", own)


def repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return how lines begin that stand on half of the pages, and on three at least."""
    seen = Counter(start for page in pages for start in {text[:BEGINNING] for text in page})
    return frozenset(start for start, count in seen.items() if count >= max(3, len(pages) / 2))
