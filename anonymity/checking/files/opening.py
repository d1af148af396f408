"""Open a file for the checks: the one door to this package."""

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath

from anonymity.checking.files.page import read_page
from anonymity.checking.files.pdf import read_pdf
from anonymity.checking.files.unread import no_words
from anonymity.checking.files.word import read_word
from anonymity.checking.paper import Paper
from documents.inspection import FileRefused, kind_of
from documents.kinds import DocumentKind

PAGES = (".html", ".htm")
NOT_UTF8 = "This is no text in UTF-8. Save it as plain text in UTF-8."
AN_EMAIL = (
    "This is an email, and parts of it cannot be read as they are. Print it to a PDF, or copy its "
    "words into a Word document, and add each file that came with it by itself."
)
DAMAGED = "This file is damaged and cannot be read. Open it, save it again and check the new file."


class CannotOpen(Exception):
    """A file cannot be checked. The text says why, in words fit to show."""


def read_text(content: bytes) -> Paper:
    try:
        return Paper.of_text(content.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise CannotOpen(NOT_UTF8) from fault


# A part of an email that is written in other letters than it means
CODED = re.compile(rb"(?im)^content-transfer-encoding:\s*(?:base64|quoted-printable)")
READERS: Mapping[DocumentKind, Callable[[bytes], Paper]] = {
    DocumentKind.DOCX: read_word,
    DocumentKind.PDF: read_pdf,
    DocumentKind.TXT: read_text,
}


def read(content: bytes) -> Paper:
    """
    Return the words of a file. An email is refused: parts of it are coded, and others are files
    of their own, which nobody would have looked into. Raises CannotOpen or FileRefused.
    """
    if not content.strip():
        return read_text(content)
    kind = kind_of(content, accept=READERS.keys() | {DocumentKind.EML})
    if kind == DocumentKind.EML or (kind == DocumentKind.TXT and CODED.search(content)):
        raise CannotOpen(AN_EMAIL)
    return READERS[kind](content)


def with_words(paper: Paper, content: bytes) -> Paper:
    return paper if any(paper.filled()) else Paper((no_words(content),))


def paper_of(content: bytes, *, name: str) -> Paper:
    """
    Return the words of a Word document, a PDF, a web page or a text, as its content says which.
    Where it has none, one line says so.

    name: tells a page from a text, which look alike. Raises CannotOpen.
    """
    try:
        if PurePath(name).suffix.lower() in PAGES:
            return with_words(read_page(content), content)
        return with_words(read(content), content)
    except (FileRefused, CannotOpen) as refusal:
        raise CannotOpen(str(refusal)) from refusal
    except Exception as fault:  # a damaged file makes the libraries raise anything
        raise CannotOpen(DAMAGED) from fault
