"""
Make a Word document that can be read aloud, by headings, table heads and language.

    paper = word.new_paper("Action plan", marking=OFFICIAL_SENSITIVE)
    word.heading(paper, "Actions of the partnership")
    word.table(paper, heads=["Action", "Lead"], rows=[["Train staff", "Housing"]], widths=[12, 4])
    content = word.as_bytes(paper)

The same data give the same bytes.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph

FONT = "Arial"
INK = RGBColor(0x0D, 0x15, 0x19)
SIZES = {"Normal": 10.5, "Title": 22, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11}
LANGUAGE = "en-GB"
NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
EARLIEST_IN_ZIP = (1980, 1, 1, 0, 0, 0)


def new_paper(title: str, *, marking: str, created: datetime | None = None) -> Paper:
    """
    Return an empty A4 document that begins with its title.

    marking: in the head and foot of every page; empty once published.
    created: the date in its properties.
    """
    paper = docx.Document()
    set_styles(paper)
    set_properties(paper, title=title, created=created or NO_TIME)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    write_margin(section.header.paragraphs[0], marking)
    write_margin(section.footer.paragraphs[0], marking)
    add_page_number(section.footer.add_paragraph())
    paper.add_heading(title, level=0)
    return paper


def turn_landscape(paper: Paper) -> None:
    """Lay the whole document on its side, for wide tables."""
    for section in paper.sections:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)


def heading(paper: Paper, text: str, *, level: int = 1) -> Paragraph:
    line: Paragraph = paper.add_heading(clean(text), level=level)
    return line


def paragraph(paper: Paper, text: str, *, style: str | None = None) -> Paragraph:
    line: Paragraph = paper.add_paragraph(clean(text), style=style)
    return line


def table(
    paper: Paper,
    *,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[float],
) -> Table:
    """
    Add a table whose first row is its heads, repeated on every page.

    widths: of the columns, in centimetres.
    """
    made: Table = paper.add_table(rows=0, cols=len(heads), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for number, texts in enumerate(chain([heads], rows)):
        row: Row = made.add_row()  # type: ignore[no-untyped-call]
        mark(row, "w:cantSplit")
        if number == 0:
            mark(row, "w:tblHeader")
        for cell, text in zip(row.cells, texts, strict=True):
            line = cell.paragraphs[0]
            line.paragraph_format.space_after = Pt(2)
            line.add_run(clean(text)).bold = number == 0
    return made


def as_bytes(paper: Paper) -> bytes:
    """Return the file, with the time of day taken out of the archive around it."""
    saved, plain = BytesIO(), BytesIO()
    paper.save(saved)
    with ZipFile(saved) as source, ZipFile(plain, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, EARLIEST_IN_ZIP), source.read(name), ZIP_DEFLATED)
    return plain.getvalue()


def clean(text: str) -> str:
    """Return text without the characters that a Word file cannot hold."""
    return NOT_IN_XML.sub("", text)


def set_styles(paper: Paper) -> None:
    """Write everything in one plain face, dark on white, in British English."""
    for name, size in SIZES.items():
        style = paper.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), INK
        face = style.element.get_or_add_rPr().get_or_add_rFonts()
        face.attrib.clear()  # the template's faces, which go before ours
        style.font.name = FONT
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    paper.styles["Normal"].element.get_or_add_rPr().append(language)


def set_properties(paper: Paper, *, title: str, created: datetime) -> None:
    properties = paper.core_properties
    properties.title, properties.language = clean(title), LANGUAGE
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = created
    properties.revision = 1


def write_margin(line: Paragraph, text: str) -> None:
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run(text).bold = True


def add_page_number(line: Paragraph) -> None:
    """Write "Page x of y" as fields that Word keeps right."""
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        line.add_run(words)
        simple = OxmlElement("w:fldSimple")
        simple.set(qn("w:instr"), field)
        simple.append(OxmlElement("w:r"))
        line._p.append(simple)


def mark(row: Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
