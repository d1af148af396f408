from io import BytesIO

from documents.inspection.refusal import FileRefused
from documents.kinds import DocumentKind


def looks_like(content: bytes) -> bool:
    return b"%PDF-" in content[:1024]


def kind_of(content: bytes) -> DocumentKind:
    """Return PDF. Raises FileRefused for one with a password, without pages or broken."""
    import pikepdf  # here, because few requests need it and all would wait for it

    try:
        with pikepdf.open(BytesIO(content)) as paper:
            pages = len(paper.pages)
    except pikepdf.PasswordError as error:
        raise FileRefused(
            "password",
            "This PDF opens only with a password. Save a copy without one and send that.",
        ) from error
    except pikepdf.PdfError as error:
        raise FileRefused(
            "broken",
            "This PDF is damaged and cannot be opened. Open it on your computer, save it again "
            "as a PDF and send the new file.",
        ) from error
    if not pages:
        raise FileRefused("no_pages", "This PDF has no pages. Save it again and check it first.")
    return DocumentKind.PDF
