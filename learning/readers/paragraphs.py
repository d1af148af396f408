"""The paragraphs of a report, whatever file it came in."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace

from chronologies.readers.delimited import decoded
from chronologies.readers.grid import CannotRead, Grid
from chronologies.readers.opening import open_file
from documents.kinds import DocumentKind
from documents.pdf_lines import paragraphs_of_pdf
from documents.reading import CannotReadWord, Line, LineKind, read_word
from documents.reading.lines import NOTE
from learning.readers.lines import CannotReadReport
from learning.readers.pasted import parts_of
from publications.readers.blocks import Block, blocks_of

READ = frozenset(
    {
        DocumentKind.DOCX,
        DocumentKind.PDF,
        DocumentKind.TXT,
        DocumentKind.XLSX,
        DocumentKind.CSV,
    }
)
BULLET = "•"
DOTTED = re.compile(r"^\s*(\d{1,3}(?:\.\d{1,3})+)[.)]?\s+(?=\S)|^\s*(\d{3})[.)]\s+(?=[A-Z])")
# Lines that begin something whatever stands above them: a label, or a number of several parts
ANEW = re.compile(
    r"^(?=\s*(?:(?:recommendation|learning point|lesson)\s+\d|R\d{1,2}\s|\d{1,3}(?:\.\d{1,3})+\s))",
    re.I | re.M,
)
NO_WORDS = (
    "No words were found in this file: its pages may be pictures. Copy the recommendations out of "
    "the report and paste them instead."
)
BROKEN = "This file cannot be read to its end. Copy the recommendations out of it and paste them."


@dataclass(frozen=True)
class Paragraph:
    """
    mark: what stands before it in a list, such as 3. or •. level: of a heading, where the file
    says that it is one. rows: of a table, whose words they are.
    """

    text: str = ""
    mark: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def paragraphs_of_file(content: bytes, kind: DocumentKind) -> list[Paragraph]:
    """Return what stands in a report. Raises CannotReadReport, in words fit to show."""
    try:
        if kind == DocumentKind.DOCX:
            found = list(of_word(content))
        elif kind in (DocumentKind.XLSX, DocumentKind.CSV):
            found = [of_grid(one) for one in open_file(content, kind=kind)]
        else:
            found = paragraphs_of_text(words_of(content, kind))
    except (CannotReadWord, CannotRead) as reason:
        raise CannotReadReport(str(reason)) from reason
    if not any(one.text or one.rows for one in found):
        raise CannotReadReport(NO_WORDS)
    return found


def words_of(content: bytes, kind: DocumentKind) -> str:
    """Return the words of a PDF or text. Raises CannotReadReport for a damaged PDF."""
    if kind == DocumentKind.TXT:
        return decoded(content)
    import pikepdf  # here, because few requests need it and all would wait for it

    try:
        return paragraphs_of_pdf(content)
    except (pikepdf.PdfError, zipfile.BadZipFile, ValueError) as fault:
        raise CannotReadReport(BROKEN) from fault


def paragraphs_of_text(text: str) -> list[Paragraph]:
    """Return the paragraphs and tables of pasted words, whether their lines were broken or not."""
    found: list[Paragraph] = []
    for part in parts_of(text):
        if isinstance(part, str):
            found += [of_block(one) for one in blocks_of(ANEW.sub("\n", part))]
        else:
            found.append(Paragraph(rows=tuple(map(tuple, part))))
    return found


def of_block(one: Block) -> Paragraph:
    return with_mark(Paragraph(one.text, one.mark))


def with_mark(one: Paragraph) -> Paragraph:
    """Take a number of several parts, such as 16.2 or 102., from the front of a paragraph."""
    dotted = None if one.mark else DOTTED.match(one.text)
    if dotted is None:
        return one
    return replace(one, text=one.text[dotted.end() :], mark=dotted[1] or dotted[2])


def of_word(content: bytes) -> Iterator[Paragraph]:
    """Yield the paragraphs of a Word file; a numbered list counts from one wherever it begins."""
    number = 0
    for line in read_word(content, styles={}).lines:
        number = number + 1 if line.kind == LineKind.STEP else 0 if is_break(line) else number
        yield from of_line(line, number)


def is_break(line: Line) -> bool:
    """Test whether a numbered list does not go on behind a line: a heading or a table."""
    return line.kind in (LineKind.HEADING, LineKind.TABLE)


def of_line(line: Line, number: int) -> Iterator[Paragraph]:
    text = " ".join(NOTE.sub("", line.text).split())
    if line.kind == LineKind.TABLE:
        yield Paragraph(rows=tuple(tuple(without_notes(cell) for cell in row) for row in line.rows))
    elif line.kind == LineKind.STEP:
        yield Paragraph(text, f"{number}.")
    elif line.kind == LineKind.BULLET:
        yield Paragraph(text, BULLET)
    elif line.kind == LineKind.HEADING:
        yield replace(typed(text), level=line.level)
    else:
        yield typed(text)


def typed(text: str) -> Paragraph:
    """Return a paragraph whose number, if it has one, was typed by hand."""
    block = next(iter(blocks_of(text)), None)
    return of_block(replace(block, text=joined(text, block))) if block else Paragraph(text)


def joined(text: str, block: Block) -> str:
    """Return the whole of a paragraph behind its mark, however its lines were taken."""
    return text.removeprefix(block.mark).strip() if block.mark else text


def without_notes(cell: str) -> str:
    return " ".join(NOTE.sub("", cell).split())


def of_grid(grid: Grid) -> Paragraph:
    rows = tuple(tuple(cell.text.strip() for cell in row.cells) for row in grid.rows)
    return Paragraph(rows=tuple(row for row in rows if any(row)))
