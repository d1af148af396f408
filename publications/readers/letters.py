"""What a received letter says, as far as a machine can read it."""

import re
import warnings
from email import message_from_bytes, policy
from io import BytesIO
from typing import Any

from documents.kinds import DocumentKind
from documents.list_signs import MARK
from documents.models import Document
from documents.pdf_lines import paragraphs_of_pdf
from documents.pdf_words import UNKNOWN

LEAST = 40  # letters; fewer are a scan with a stamp on it
UNKNOWN_AT_MOST = 0.02
DEEPER_STYLE = re.compile(r"^List\b.*\b[2-9]$")  # Word's own name of a list inside a list


def words_of(document: Document) -> str:
    """Return the words of a received file, or nothing where they cannot be read. Never raises."""
    if not document.is_open:
        return ""
    with document.open() as file:
        return words_in(file.read(), DocumentKind(document.kind))


def words_in(content: bytes, kind: DocumentKind) -> str:
    """Return the words of a file of one kind. Never raises."""
    readers = {
        DocumentKind.PDF: paragraphs_of_pdf,
        DocumentKind.DOCX: words_of_word,
        DocumentKind.TXT: words_of_text,
        DocumentKind.EML: words_of_email,
    }
    reader = readers.get(kind)
    if reader is None:
        return ""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            words = tidy(reader(content))
        except Exception:  # a damaged file makes the libraries raise anything
            return ""
    return words if is_readable(words) else ""


def is_readable(words: str) -> bool:
    return len(words) >= LEAST and words.count(UNKNOWN) <= UNKNOWN_AT_MOST * len(words)


def tidy(words: str) -> str:
    """Return lines without spaces around them, with no more than one empty line between two."""
    kept: list[str] = []
    for line in (" ".join(line.split()) for line in words.splitlines()):
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()


def words_of_word(content: bytes) -> str:
    """Return paragraphs and rows of tables in their order, points of lists with a sign."""
    import docx

    paper = docx.Document(BytesIO(content))
    lines = []
    for part in paper.iter_inner_content():
        if hasattr(part, "rows"):
            lines += [" ".join(dict.fromkeys(cell.text for cell in row.cells)) for row in part.rows]
        else:
            lines.append(f"{sign_before(part)}{part.text}")
    return "\n\n".join(lines)


def sign_before(paragraph: Any) -> str:
    """Return what a list puts before one of its points: Word keeps no sign in the text."""
    if not paragraph.text.strip() or MARK.match(paragraph.text):
        return ""
    style = paragraph.style
    own = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None
    of_style = style.element.pPr.numPr if style and style.element.pPr is not None else None
    if own is None and of_style is None:
        return ""
    level = next((one.ilvl.val for one in (own, of_style) if one is not None and one.ilvl), 0)
    is_deeper = level or (style and DEEPER_STYLE.search(style.name))
    return "o " if is_deeper else "• "


def words_of_text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def words_of_email(content: bytes) -> str:
    message = message_from_bytes(content, policy=policy.default)
    body = message.get_body(preferencelist=("plain",))
    return str(body.get_content()) if body else ""
