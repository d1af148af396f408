"""The composite chronology as a file: CSV and Excel with every column, Word and PDF to be read."""

from collections.abc import Callable, Mapping

from composite.papers.sheet import Sheet, Tell
from composite.papers.sheet_csv import sheet_csv
from composite.papers.sheet_docx import sheet_docx
from composite.papers.sheet_pdf import sheet_pdf
from composite.papers.sheet_xlsx import sheet_xlsx
from composite.papers.sheets import to_read, whole
from composite.published.composite import PublishedComposite
from documents.kinds import DocumentKind

SHEETS: Mapping[DocumentKind, Callable[[PublishedComposite], Sheet]] = {
    DocumentKind.CSV: whole,
    DocumentKind.XLSX: whole,
    DocumentKind.DOCX: to_read,
    DocumentKind.PDF: to_read,
}
MAKERS = {
    DocumentKind.CSV: sheet_csv,
    DocumentKind.XLSX: sheet_xlsx,
    DocumentKind.DOCX: sheet_docx,
    DocumentKind.PDF: sheet_pdf,
}


def file_of(composite: PublishedComposite, *, kind: DocumentKind, tell: Tell) -> bytes:
    """
    Return the file.

    tell: is told now and then how many entries are laid out. What it raises ends the work.

    Raises RenderingUnavailable and PartFailed, as PDF may.
    """
    return MAKERS[kind](SHEETS[kind](composite), tell=tell)
