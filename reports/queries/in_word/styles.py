"""The looks of a Word file of the report: what is whose can be seen at a glance."""

from typing import Any

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from reports.queries.in_word.blocks import Styles
from reports.readers.returned import names

GREY, EDGE, BLUE = "EDF0F2", "7A868E", RGBColor(0x1D, 0x4F, 0x91)
OF_RECORD = Styles(
    text=names.RECORD_TEXT,
    heading=names.RECORD_HEADING,
    minor=names.RECORD_MINOR,
    bullet=names.RECORD_BULLET,
    step=names.RECORD_NUMBER,
    quote=names.RECORD_TEXT,
    caption=names.RECORD_CAPTION,
    table=names.RECORD_TABLE,
)
BASES = {  # of the record's own styles: alike, on grey
    names.RECORD_TEXT: "Normal",
    names.RECORD_HEADING: "Heading 2",
    names.RECORD_MINOR: "Heading 3",
    names.RECORD_BULLET: "List Bullet",
    names.RECORD_NUMBER: "List Number",
    names.RECORD_CAPTION: "Caption",
    names.RECORD_PLACE: "Normal",
}
NEVER_ALONE = ("Caption", names.RECORD_CAPTION, names.RECORD_PLACE, names.PLACE)


def add_styles(file: WordFile) -> None:
    for name, base in BASES.items():
        shade(paragraph_style(file, name, base=base), GREY)
    table = file.styles.add_style(names.RECORD_TABLE, WD_STYLE_TYPE.TABLE)
    table.base_style = file.styles["Table Grid"]
    shade(table, GREY)
    paragraph_style(file, names.PART, base="Title")
    for name in (names.FRONT, names.GUIDE, names.PROMPT, names.PLACE):
        paragraph_style(file, name, base="Normal")
    for name in (names.PLACE, names.RECORD_PLACE):
        file.styles[name].font.bold = True
        file.styles[name].font.size = Pt(9)
    file.styles[names.PLACE].font.color.rgb = BLUE
    file.styles[names.PROMPT].font.italic = True
    for name in NEVER_ALONE:
        file.styles[name].paragraph_format.keep_with_next = True


def paragraph_style(file: WordFile, name: str, *, base: str) -> Any:
    style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.quick_style = file.styles[base], True
    return style


def shade(style: Any, colour: str) -> None:
    """Lay a colour under every paragraph of a style, or under every cell of a table."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    if style.type == WD_STYLE_TYPE.TABLE:
        cells = OxmlElement("w:tcPr")
        cells.append(shading)
        style.element.append(cells)
    else:
        style.element.get_or_add_pPr().append(shading)
