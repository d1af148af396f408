"""What a received letter says, as far as a machine can read it."""

import warnings
from email import message_from_bytes, policy
from io import BytesIO

from documents.kinds import DocumentKind
from documents.models import Document
from publications.readers.pdf import UNKNOWN, words_of_pdf
from publications.readers.points import MARK

LEAST = 40  # letters; fewer are a scan with a stamp on it
UNKNOWN_AT_MOST = 0.02
ENDS = ".:!?,"


def words_of(document: Document) -> str:
    """Return the words of a received file, or nothing where they cannot be read. Never raises."""
    readers = {
        DocumentKind.PDF: flowing_words_of_pdf,
        DocumentKind.DOCX: words_of_word,
        DocumentKind.TXT: words_of_text,
        DocumentKind.EML: words_of_email,
    }
    reader = readers.get(DocumentKind(document.kind))
    if reader is None or not document.is_open:
        return ""
    with document.open() as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            words = tidy(reader(file.read()))
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


def flowing_words_of_pdf(content: bytes) -> str:
    """Return paragraphs: a line goes on into the next until one ends as a sentence does."""
    paragraphs: list[str] = []
    goes_on = False
    for line in words_of_pdf(content, as_drawn=True).splitlines():
        line = line.strip()
        if not line:
            continue
        if goes_on and not MARK.match(line):
            paragraphs[-1] = joined_to(paragraphs[-1], line)
        else:
            paragraphs.append(line)
        goes_on = line[-1] not in ENDS
    return "\n\n".join(paragraphs)


def joined_to(start: str, rest: str) -> str:
    return start[:-1] + rest if start.endswith("\u2010") else f"{start} {rest}"


def words_of_word(content: bytes) -> str:
    import docx

    paper = docx.Document(BytesIO(content))
    lines = []
    for part in paper.iter_inner_content():
        if hasattr(part, "rows"):
            lines += [cell.text for row in part.rows for cell in row.cells]
        else:
            is_point = "List" in (part.style.name or "") if part.style else False
            lines.append(f"• {part.text}" if is_point and part.text.strip() else part.text)
    return "\n\n".join(lines)


def words_of_text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def words_of_email(content: bytes) -> str:
    message = message_from_bytes(content, policy=policy.default)
    body = message.get_body(preferencelist=("plain",))
    return str(body.get_content()) if body else ""
