"""Text with a delimiter (.csv, .txt): commas, semicolons, tabs or bars, in any usual encoding."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from charset_normalizer import from_bytes

from chronologies.readers.grid import CannotRead, Cell, Grid, GridRow, in_columns

DELIMITERS = (",", ";", "\t", "|")
BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
# What spreadsheets in this country have written since the 1980s.
ENCODINGS = ["utf_16_le", "utf_16_be", "cp1252", "mac_roman", "cp850"]
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
ENOUGH_TO_TELL = 64 * 1024
ROWS_TO_TELL = 200

NOT_TEXT = "This file is not text. In your spreadsheet choose Save as and “CSV UTF-8”."
NO_COLUMNS = (
    "No columns were found in this text. In your spreadsheet choose Save as and “CSV UTF-8 (comma "
    "delimited)”."
)
NOT_CLOSED = "a quotation mark that is opened and never closed"


def read_delimited(content: bytes) -> Iterator[Grid]:
    """Yield the one table of a text. Raises CannotRead where it is none, or too wide."""
    text = decoded(content)
    first, rest = stated_delimiter(text)
    delimiter = first or likely_delimiter(rest)
    rows = list(rows_of(rest, delimiter, start=2 if first else 1))
    while rows and not rows[-1].cells:
        rows.pop()
    yield Grid(label="", rows=tuple(rows), is_delimited=True)


def decoded(content: bytes) -> str:
    """Return the text, whatever program saved it."""
    stated = [name for mark, name in BYTE_ORDER_MARKS.items() if content.startswith(mark)]
    text = decoded_as(content, stated[0]) if stated else in_likely_encoding(content)
    if CONTROL.search(text):
        raise CannotRead(NOT_TEXT)
    return text


def in_likely_encoding(content: bytes) -> str:
    if b"\0" not in content:
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            pass
    best = from_bytes(content[:ENOUGH_TO_TELL], cp_isolation=ENCODINGS).best()
    return decoded_as(content, best.encoding if best else "cp1252")


def decoded_as(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as fault:
        raise CannotRead(NOT_TEXT) from fault


def stated_delimiter(text: str) -> tuple[str, str]:
    """Excel writes "sep=;" above some files. Returns that and the rest."""
    stated = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    return (stated[1], text[stated.end() :]) if stated else ("", text)


def likely_delimiter(text: str) -> str:
    """Return the delimiter that cuts most rows into the same number of cells, and into most."""
    sample = text[:ENOUGH_TO_TELL]
    scores = {delimiter: evenness(sample, delimiter) for delimiter in DELIMITERS}
    best = max(scores, key=lambda delimiter: scores[delimiter])
    if scores[best] == (0, 0):
        raise CannotRead(NO_COLUMNS)
    return best


def evenness(sample: str, delimiter: str) -> tuple[int, int]:
    """Return how many rows agree on the number of cells, and on how many."""
    rows = islice(csv.reader(StringIO(sample, newline=""), delimiter=delimiter), ROWS_TO_TELL)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return (0, 0)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return (count, width)


def rows_of(text: str, delimiter: str, *, start: int) -> Iterator[GridRow]:
    lines = list(StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=delimiter)
    number, read_to = start, 0
    try:
        for number, record in enumerate(reader, start=start):
            fault = ""
            if reader.line_num == len(lines):
                fault = fault_at_end(lines[read_to:], delimiter)
            read_to = reader.line_num
            yield GridRow(number, in_columns(map(Cell, record)), fault=fault)
    except csv.Error as fault:
        raise CannotRead(
            f"Row {number + 1} cannot be told from the next. Look for a quotation mark that is "
            "opened and never closed."
        ) from fault


def fault_at_end(lines: list[str], delimiter: str) -> str:
    """Tell whether the last record ends only because the file does."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return NOT_CLOSED
    return ""
