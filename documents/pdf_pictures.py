"""The pages of a PDF that are pictures: of a scan nobody reads a word but with their own eyes."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from documents.pdf_text import PDFIUM, DamagedPdf

MOST = 0.3  # of a page that pictures cover, before it is what the page shows

SMALL = 300  # dots of the longer side, in which two pages can be told from each other


def pictured_pages(content: bytes) -> dict[int, str]:
    """
    Return the numbers of pages, from 1, of which a picture covers a good part, each with a digest
    of what it shows (12 letters). Raises DamagedPdf.
    """
    import pypdfium2  # here, because few requests need it and all would wait for it

    with PDFIUM:
        try:
            paper = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as fault:
            raise DamagedPdf(str(fault)) from fault
        try:
            return dict(pictured(paper))
        finally:
            paper.close()


def pictured(paper: Any) -> Iterator[tuple[int, str]]:
    for number in range(len(paper)):
        page = paper[number]
        if covered(page) >= MOST:
            yield number + 1, shown_by(page)
        page.close()


def covered(page: Any) -> float:
    """
    Return how much of a page its pictures cover, from 0 to 1: a scanner stores one page in strips.
    """
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    whole: float = page.get_width() * page.get_height()
    pictures = page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE])
    return min(1.0, sum(area_of(one.get_bounds()) for one in pictures) / whole)


def area_of(bounds: tuple[float, float, float, float]) -> float:
    left, bottom, right, top = bounds
    return (right - left) * (top - bottom)


def shown_by(page: Any) -> str:
    drawn = page.render(scale=SMALL / max(page.get_size()), grayscale=True)
    return sha256(bytes(drawn.buffer)).hexdigest()[:12]
