"""The words of a PDF page by page, in the order and the lines in which a reader would copy them."""

from collections.abc import Iterator
from threading import Lock
from typing import Any

PDFIUM = Lock()  # the library is not safe in two threads at once


class DamagedPdf(Exception):
    """The file cannot be opened as a PDF."""


def pages_of_pdf(content: bytes) -> list[list[str]]:
    """
    Return the lines of each page, cells of a table one after another. A scan has none.

    Raises DamagedPdf.
    """
    import pypdfium2  # here, because few requests need it and all would wait for it

    with PDFIUM:
        try:
            paper = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as fault:
            raise DamagedPdf(str(fault)) from fault
        try:
            return [list(lines_of_page(paper, number)) for number in range(len(paper))]
        finally:
            paper.close()


def lines_of_page(paper: Any, number: int) -> Iterator[str]:
    page = paper[number]
    text = page.get_textpage()
    for line in text.get_text_range().splitlines():
        if tidy := " ".join(line.replace("\ufffe", "-").replace("\u2010", "-").split()):
            yield tidy
    text.close()
    page.close()
