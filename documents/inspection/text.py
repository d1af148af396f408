"""Text: an email, a calendar file, a table with commas, or only words."""

import csv
import re
from collections import Counter
from email.message import Message
from email.parser import BytesHeaderParser
from itertools import islice

from documents.inspection.refusal import FileRefused, unknown
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
            "This is a rich text file (.rtf).",
            {
                DocumentKind.DOCX: "Open it in Word, choose Save as “Word document (.docx)” and "
                "send the new file."
            },
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
    raise unknown()


def is_email(content: bytes) -> bool:
    """Tell whether a text begins as an email does, with its headers."""
    headers = headers_of(content)
    return "From" in headers and any(name in headers for name in ("Date", "Received", "Message-ID"))


def is_headed(content: bytes) -> bool:
    """Tell whether a text begins as an email that was never sent, or cut short: by its sender."""
    return "From" in headers_of(content)


def headers_of(content: bytes) -> Message:
    content = content.removeprefix(b"\xef\xbb\xbf")
    if not re.match(rb"[A-Za-z-]+:[ \t]", content):
        return Message()
    return BytesHeaderParser().parsebytes(content)


def without_columns(content: bytes) -> FileRefused:
    """Return why a text is no table of rows."""
    words = decoded(content)
    tables = [seen(words, delimiter) for delimiter in DELIMITERS]
    if any(is_cut and has_cells(widths) for widths, is_cut in tables):
        return FileRefused(
            "cell_too_long",
            f"A cell of this file holds more than {csv.field_size_limit():,} letters. Look for a "
            "quotation mark that is opened and never closed, or put those words into several "
            "rows.",
        )
    is_sentence = words.rstrip().endswith((".", "!"))
    if not is_sentence and any(ws.total() == 1 and has_cells(ws) for ws, _is_cut in tables):
        return FileRefused(
            "no_rows",
            "Only one line of this file has columns: there are no rows under its heading. Write a "
            "row for each event and send it then.",
        )
    return FileRefused(
        "no_columns",
        "No columns were found in this text. In your spreadsheet choose Save as and "
        "“CSV UTF-8 (comma delimited)”.",
    )


def has_cells(widths: Counter[int]) -> bool:
    return max(widths, default=0) > 1


def has_columns(words: str) -> bool:
    """Tell whether most rows have the same number of cells; a single row has to have three."""
    return any(most_rows_agree(words, delimiter) for delimiter in DELIMITERS)


def most_rows_agree(words: str, delimiter: str) -> bool:
    widths, is_cut = seen(words, delimiter)
    width, count = max(widths.items(), key=lambda item: item[1], default=(0, 0))
    is_even = width > (2 if widths.total() == 1 else 1) and 2 * count > widths.total()
    return is_even and not is_cut


def seen(words: str, delimiter: str) -> tuple[Counter[int], bool]:
    """Return how many rows have how many cells, and whether a cell is longer than can be read."""
    rows = csv.reader(words.splitlines(keepends=True), delimiter=delimiter)
    widths: Counter[int] = Counter()
    try:
        for row in islice(rows, ROWS_LOOKED_AT):
            if any(row):
                widths[len(row)] += 1
    except csv.Error:
        return widths, True
    return widths, False
