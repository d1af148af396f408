"""
Footnotes of a Word document that is made here: real ones, which Word numbers and keeps in order.

    notes = Footnotes(paper)
    notes.call(line, "Police, housing and the GP.")
    notes.close()
"""

from typing import Any

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

from documents.word import bookmark, write_words

TEXT, REFERENCE = "footnote text", "footnote reference"
SMALL = Pt(10)
EMPTY = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0">'
    "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"
)


class Footnotes:
    """The notes of one document. Nothing is written into it before `close`."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.root: Any = parse_xml(EMPTY)
        self.count = 0
        self.text, self.reference = (style.style_id for style in note_styles(paper))

    def call(self, line: Paragraph, text: str, *, name: str = "") -> None:
        """Call a new note at the end of a line. name: of the bookmark in it, where it has one."""
        self.count += 1
        self.raised(line).append(numbered("w:footnoteReference", self.count))
        note = numbered("w:footnote", self.count)
        paragraph: Any = OxmlElement("w:p")
        note.append(paragraph)
        self.root.append(note)
        words = Paragraph(paragraph, self.paper._body)
        paragraph.style = self.text
        self.raised(words).append(OxmlElement("w:footnoteRef"))
        words.add_run(" ")
        if name:
            bookmark(words, name, number=self.count)
        write_words(words, text)

    def call_again(self, line: Paragraph, name: str, shown: str) -> None:
        """Call a note that was called before. name: of the bookmark there. shown: its number."""
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), f" NOTEREF {name} \\f \\h ")
        run = self.raised(line)
        run.text = shown
        field.append(run)
        line._p.append(field)

    def raised(self, line: Paragraph) -> Any:
        """Return a new run of a line in the style of the numbers of notes."""
        run = line.add_run()._r
        run.style = self.reference
        return run

    def close(self) -> None:
        """Put the notes into the document, if there are any."""
        if not self.count:
            return
        part = Part(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True),
            self.paper.part.package,
        )
        self.paper.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        say_where_lines_are(self.paper)


def note_styles(paper: Paper) -> tuple[Any, Any]:
    """Return the styles of notes and of their calls, which Word's own names find."""
    text = paper.styles.add_style(TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style, text.font.size = paper.styles["Normal"], SMALL
    text.paragraph_format.space_after = Pt(2)
    call = paper.styles.add_style(REFERENCE, WD_STYLE_TYPE.CHARACTER, builtin=True)
    call.font.superscript = True
    return text, call


def numbered(name: str, number: int) -> Any:
    element = OxmlElement(name)
    element.set(qn("w:id"), str(number))
    return element


def say_where_lines_are(paper: Paper) -> None:
    """Name in the settings the two lines that part notes from the text, as Word itself does."""
    settings: Any = paper.settings.element
    about = OxmlElement("w:footnotePr")
    about.extend([numbered("w:footnote", -1), numbered("w:footnote", 0)])
    after = settings.find(qn("w:compat"))
    if after is None:
        settings.append(about)
    else:
        after.addprevious(about)
