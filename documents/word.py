"""
Make a Word document that can be read aloud, by headings, table heads and language.

    paper = word.new_paper("Action plan", marking=OFFICIAL_SENSITIVE)
    word.heading(paper, "Actions of the partnership")
    word.table(paper, heads=["Action", "Lead"], rows=[["Train staff", "Housing"]], widths=[12, 4])
    content = word.as_bytes(paper)

The same data give the same bytes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph

FONT = "Arial"
INK = RGBColor(0x0D, 0x15, 0x19)
SIZES = {"Normal": 12, "Title": 24, "Heading 1": 18, "Heading 2": 14, "Heading 3": 12}
IN_CELLS = "Table Text"
IN_CELLS_SIZE = 10.5  # as on the PDFs
LANGUAGE = "en-GB"
NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
EARLIEST_IN_ZIP = (1980, 1, 1, 0, 0, 0)
RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"  # Hebrew, Arabic, Syriac and their kin
FROM_THE_RIGHT = re.compile(f"[{RIGHT}]")
PARTED = re.compile(rf"([{RIGHT}](?:[^A-Za-z]*[{RIGHT}])*)")
FIRST_LETTER = re.compile(r"^[\W\d_]+")


def new_paper(title: str, *, marking: str, created: datetime | None = None) -> Paper:
    """
    Return an empty A4 document that begins with its title.

    marking: in the head and foot of every page; empty once published.
    created: the date in its properties.
    """
    paper = blank_paper(title, created=created)
    section = paper.sections[0]
    section.left_margin = section.right_margin = Cm(2)
    write_margin(section.header.paragraphs[0], marking)
    write_margin(section.footer.paragraphs[0], marking)
    add_page_number(section.footer.add_paragraph())
    paper.add_heading(title, level=0)
    return paper


def blank_paper(title: str, *, created: datetime | None = None) -> Paper:
    """Return an empty A4 document with our styles; its title stands in its properties alone."""
    paper = docx.Document()
    set_styles(paper)
    set_properties(paper, title=title, created=created or NO_TIME)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    return paper


def turn_landscape(paper: Paper) -> None:
    """Lay the whole document on its side, for wide tables."""
    for section in paper.sections:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)


def new_pages(paper: Paper, *, wide: bool) -> None:
    """Begin on a new page, from here on lying on its side or upright."""
    section = paper.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    width, height = Cm(21), Cm(29.7)
    section.page_width, section.page_height = (height, width) if wide else (width, height)


def heading(paper: Paper, text: str, *, level: int = 1) -> Paragraph:
    line: Paragraph = paper.add_heading(level=level)
    return write_words(line, text)


def paragraph(paper: Paper, text: str, *, style: str | None = None) -> Paragraph:
    return write_words(blank(paper, style=style), text)


def blank(paper: Paper, *, style: str | None = None) -> Paragraph:
    """Add an empty paragraph. Its style is set apart: python-docx would read all styles anew."""
    line: Paragraph = paper.add_paragraph()
    if style:
        line._p.style = paper.styles[style].style_id
    return line


def write_words(line: Paragraph, text: str, *, style: str | None = None) -> Paragraph:
    """Write at the end of a line, saying which words run from right to left."""
    words = clean(text)
    if not line.text and FROM_THE_RIGHT.match(FIRST_LETTER.sub("", words)):
        line._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for piece in filter(None, PARTED.split(words)):
        run = line.add_run(piece, style=style)
        run.font.rtl = True if FROM_THE_RIGHT.match(piece) else None
    return line


def bookmark(line: Paragraph, name: str, *, number: int) -> None:
    """Begin and end a bookmark where a line ends. number: its own, among those of the paper."""
    with marked(line, name, number=number):
        pass


@contextmanager
def marked(line: Paragraph, name: str, *, number: int) -> Iterator[None]:
    """Lay a bookmark around what is written at the end of a line in this block."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:name"), name)
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    line._p.append(start)
    yield
    line._p.append(end)


def link(line: Paragraph, text: str, *, to: str) -> None:
    """Write words at the end of a line that lead to a bookmark of the same paper."""
    around = OxmlElement("w:hyperlink")
    around.set(qn("w:anchor"), to)
    around.append(line.add_run(clean(text))._r)
    line._p.append(around)


def restarted(paper: Paper, *, style: str) -> int:
    """Return the number of a new list in a style of Word's, which counts from 1 again."""
    numbering, found = paper.part.numbering_part.element, paper.styles[style]
    while found.element.pPr is None or found.element.pPr.numPr is None:
        found = found.base_style
    of_style = found.element.pPr.numPr.numId.val
    kind = next(one for one in numbering.num_lst if one.numId == of_style).abstractNumId.val
    made = numbering.add_num(kind)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    number: int = made.numId
    return number


def count_in(line: Paragraph, number: int) -> None:
    """Make a line an item of a list."""
    properties = line._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 0, number


def table(
    paper: Paper,
    *,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[float],
    style: str = "Table Grid",
    write: Callable[[Paragraph, str], object] | None = None,
) -> Table:
    """
    Add a table whose first row is its heads, repeated on every page.

    widths: of the columns, in centimetres. write: puts words into a cell; plain ones otherwise.
    """
    made: Table = paper.add_table(rows=0, cols=len(heads), style=style)
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
            line._p.style = paper.styles[IN_CELLS].style_id
            (write or write_words)(line, text)
            for run in line.runs if number == 0 else ():
                run.bold = True
    return made


def picture(paper: Paper, content: bytes, *, width: float, alt: str) -> None:
    """
    Add a PNG or JPEG on a line of its own, kept with the next.

    width: in centimetres. alt: what it shows, in words.
    """
    line = blank(paper)
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.keep_with_next = True
    placed = line.add_run().add_picture(BytesIO(content), width=Cm(width))
    about = placed._inline.docPr
    about.set("descr", clean(alt))


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
    for name in ("Caption", "Quote"):
        paper.styles[name].font.color.rgb = INK
    paper.styles["Caption"].font.size = Pt(IN_CELLS_SIZE)
    paper.styles["Quote"].paragraph_format.left_indent = Cm(1)
    in_cells = paper.styles.add_style(IN_CELLS, WD_STYLE_TYPE.PARAGRAPH)
    in_cells.base_style, in_cells.font.size = paper.styles["Normal"], Pt(IN_CELLS_SIZE)
    in_cells.paragraph_format.space_after = Pt(2)
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
