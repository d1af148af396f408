"""Open a file for the checks: the one door to this package."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from anonymity.checking.files.page import read_page
from anonymity.checking.files.pdf import read_pdf
from anonymity.checking.files.word import read_word
from anonymity.checking.paper import Paper
from documents.inspection import FileRefused, kind_of
from documents.kinds import DocumentKind

PAGES = (".html", ".htm")
NOT_UTF8 = "This is no text in UTF-8. Save it as plain text in UTF-8."
DAMAGED = "This file is damaged and cannot be read. Open it, save it again and check the new file."


class CannotOpen(Exception):
    """A file cannot be checked. The text says why, in words fit to show."""


def read_text(content: bytes) -> Paper:
    try:
        return Paper.of_text(content.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise CannotOpen(NOT_UTF8) from fault


READERS: Mapping[DocumentKind, Callable[[bytes], Paper]] = {
    DocumentKind.DOCX: read_word,
    DocumentKind.PDF: read_pdf,
    DocumentKind.TXT: read_text,
}


def paper_of(content: bytes, *, name: str) -> Paper:
    """
    Return the words of a Word document, a PDF, a web page or a text, as its content says which.

    name: tells a page from a text, which look alike. Raises CannotOpen.
    """
    try:
        if PurePath(name).suffix.lower() in PAGES:
            return read_page(content)
        kind = kind_of(content, accept=READERS.keys()) if content.strip() else DocumentKind.TXT
        return READERS[kind](content)
    except (FileRefused, CannotOpen) as refusal:
        raise CannotOpen(str(refusal)) from refusal
    except Exception as fault:  # a damaged file makes the libraries raise anything
        raise CannotOpen(DAMAGED) from fault
