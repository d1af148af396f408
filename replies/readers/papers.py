"""The words of a PDF, a Word or a text file that came as a reply, as far as there are any."""

import re
from datetime import date
from io import BytesIO

from documents.kinds import DocumentKind
from documents.pdf_text import DamagedPdf, pages_of_pdf

LONGEST = 20_000  # letters: what a reply says of itself stands at its beginning
NEAR_THE_TOP = 1_500
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
DAY = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({'|'.join(month[:3] for month in MONTHS)})[a-z]*\.?,?\s+"
    r"(\d{4})\b|\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b",
    re.I,
)


def words_of_paper(kind: str, content: bytes) -> str:
    """Return the words of a file; none of a scan, a table or what is damaged."""
    if kind == DocumentKind.PDF:
        return of_pdf(content)[:LONGEST]
    if kind == DocumentKind.DOCX:
        return of_word(content)[:LONGEST]
    if kind == DocumentKind.TXT:
        return of_text(content)[:LONGEST]
    return ""


def of_pdf(content: bytes) -> str:
    try:
        return "\n".join("\n".join(lines) for lines in pages_of_pdf(content))
    except DamagedPdf:
        return ""


def of_word(content: bytes) -> str:
    import docx  # here, because few requests need it and all would wait for it

    try:
        paper = docx.Document(BytesIO(content))
    except Exception:  # a damaged file makes the library raise anything
        return ""
    lines = [paragraph.text for paragraph in paper.paragraphs]
    for table in paper.tables:
        lines += [" ".join(cell.text for cell in row.cells) for row in table.rows]
    return "\n".join(line for line in lines if line.strip())


def of_text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def dated(words: str) -> date | None:
    """Return the first day that stands near the top of a letter."""
    for found in DAY.finditer(words[:NEAR_THE_TOP]):
        day, month, year, in_day, in_month, in_year = found.groups()
        try:
            if day:
                number = [name[:3] for name in MONTHS].index(month.lower()) + 1
                return date(int(year), number, int(day))
            return date(int(in_year), int(in_month), int(in_day))
        except ValueError:
            continue
    return None
