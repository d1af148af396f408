"""Text: an email, a calendar file, a table with commas, or only words."""

import csv
import re
from collections import Counter
from email.parser import BytesHeaderParser
from itertools import islice

from documents.inspection.refusal import FileRefused
from documents.kinds import DocumentKind

ROWS_LOOKED_AT = 200
DELIMITERS = ",;\t|"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
ENCODINGS = ("utf-8-sig", "cp1252")


def kinds_of(content: bytes) -> list[DocumentKind]:
    """Return every way to read these words. Raises FileRefused where they are no words."""
    words = decoded(content)
    if not words.strip():
        raise FileRefused("empty", "This file holds no words. Open it to see that it is whole.")
    if words.startswith("{\\rtf"):
        raise FileRefused(
            "rich_text",
            "This is a rich text file (.rtf). Open it in Word, choose Save as “Word document "
            "(.docx)” and send the new file.",
        )
    if words.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        return [DocumentKind.ICS, DocumentKind.TXT]
    if is_email(content):
        return [DocumentKind.EML, DocumentKind.TXT]
    if has_columns(words):
        return [DocumentKind.CSV, DocumentKind.TXT]
    return [DocumentKind.TXT]


def decoded(content: bytes) -> str:
    """Return the text of a file. Raises FileRefused where it is not one."""
    encodings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ENCODINGS
    for encoding in encodings:
        try:
            words = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not CONTROL.search(words):
            return words
    raise FileRefused(
        "unknown",
        "This kind of file is not known here. Save it as a Word document, an Excel workbook or "
        "a PDF.",
    )


def is_email(content: bytes) -> bool:
    """Tell whether a text begins as an email does, with its headers."""
    if not re.match(rb"[A-Za-z-]+:[ \t]", content.removeprefix(b"\xef\xbb\xbf")):
        return False
    headers = BytesHeaderParser().parsebytes(content.removeprefix(b"\xef\xbb\xbf"))
    return "From" in headers and any(name in headers for name in ("Date", "Received", "Message-ID"))


def has_columns(words: str) -> bool:
    """Tell whether most rows have the same number of cells; a single row has to have three."""
    return any(most_rows_agree(words, delimiter) for delimiter in DELIMITERS)


def most_rows_agree(words: str, delimiter: str) -> bool:
    try:
        rows = csv.reader(words.splitlines(keepends=True), delimiter=delimiter)
        widths = Counter(len(row) for row in islice(rows, ROWS_LOOKED_AT) if any(row))
    except csv.Error:
        return False
    width, count = max(widths.items(), key=lambda item: item[1], default=(0, 0))
    return width > (2 if widths.total() == 1 else 1) and 2 * count > widths.total()
