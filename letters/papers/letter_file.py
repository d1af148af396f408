"""
A letter as a Word file to be edited: the letterhead on its first page, the marking on every one.

The same letter gives the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from documents import word
from letters.papers.words import Line

LOGO = Cm(1.8)  # its height
STYLES = (  # name, size, space after, both in points
    ("Letterhead name", 15, 0),
    ("Letterhead line", 9, 0),
    ("Letter address", 12, 0),
    ("Letter reference", 12, 0),
    ("Letter signature", 12, 0),
)
PEOPLE_HEADS = ("Who", "Name", "Also known as", "Born on", "Addresses")
PEOPLE_WIDTHS = (2.8, 3.4, 3.4, 2.6, 3.8)


@dataclass(frozen=True, kw_only=True)
class Head:
    """Whose letter it is. Without a logo its name stands alone."""

    partnership: str
    address: str = ""
    telephone: str = ""
    email: str = ""
    logo: bytes = b""


@dataclass(frozen=True, kw_only=True)
class LetterPaper:
    """
    One letter, ready to be written.

    people: rows of the table of people to look for, where the letter has one.
    """

    head: Head
    marking: str
    our_reference: str
    your_reference: str
    dated: str
    addressee: str
    subject: str
    salutation: str
    lines: Sequence[Line]
    people: Sequence[Sequence[str]] = ()
    signed_by: str
    signed_by_post: str = ""


def letter_file(letter: LetterPaper) -> bytes:
    paper = word.blank_paper(letter.subject)
    add_styles(paper)
    write_margins(paper, letter)
    write_opening(paper, letter)
    for line in letter.lines:
        if line.is_people:
            write_people(paper, letter.people)
        else:
            word.paragraph(paper, line.text, style=line.style)
    write_signature(paper, letter)
    return word.as_bytes(paper)


def add_styles(paper: Paper) -> None:
    for name, size, after in STYLES:
        style = paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = paper.styles["Normal"]
        style.font.size, style.paragraph_format.space_after = Pt(size), Pt(after)
    paper.styles["Letterhead name"].font.bold = True
    paper.styles["Normal"].paragraph_format.space_after = Pt(6)
    paper.styles["Normal"].paragraph_format.line_spacing = 1.05
    paper.styles["Heading 1"].paragraph_format.space_before = Pt(10)
    paper.styles["Heading 1"].paragraph_format.space_after = Pt(4)
    paper.styles["Heading 1"].font.size = Pt(14)
    paper.styles["Heading 2"].font.size = Pt(12)


def write_margins(paper: Paper, letter: LetterPaper) -> None:
    """Write the letterhead above the first page, and the marking above and below every page."""
    section = paper.sections[0]
    section.left_margin = section.right_margin = Cm(2.5)
    section.bottom_margin, section.footer_distance = Cm(2), Cm(0.8)
    section.different_first_page_header_footer = True
    first = section.first_page_header
    word.write_margin(first.paragraphs[0], letter.marking)
    if letter.head.logo and is_drawable(letter.head.logo):
        add_logo(first.add_paragraph(style="Letterhead line"), letter.head)
    first.add_paragraph(word.clean(letter.head.partnership), style="Letterhead name")
    for text in head_lines(letter.head):
        first.add_paragraph(word.clean(text), style="Letterhead line")
    first.paragraphs[-1].paragraph_format.space_after = Pt(24)  # before the letter begins
    word.write_margin(section.header.paragraphs[0], letter.marking)
    for footer in (section.first_page_footer, section.footer):
        word.write_margin(footer.paragraphs[0], letter.marking)
        line = footer.add_paragraph()
        line.add_run(f"{letter.our_reference}, ")
        word.add_page_number(line)


def head_lines(head: Head) -> list[str]:
    address = ", ".join(filter(None, (line.strip(" ,") for line in head.address.splitlines())))
    reached = [f"Telephone {head.telephone}" if head.telephone else "", head.email]
    return list(filter(None, [address, "    ".join(filter(None, reached))]))


def is_drawable(picture: bytes) -> bool:
    """Say whether a Word file can hold a picture; of the many sorts of JPEG it knows two."""
    try:
        Image.from_blob(picture)
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError):
        return False
    return True


def add_logo(line: Paragraph, head: Head) -> None:
    picture = line.add_run().add_picture(BytesIO(head.logo), height=LOGO)
    picture._inline.docPr.set("descr", word.clean(f"Logo of {head.partnership}"))


def write_opening(paper: Paper, letter: LetterPaper) -> None:
    for text in letter.addressee.splitlines():
        word.paragraph(paper, text, style="Letter address")
    word.paragraph(paper, "", style="Letter address")
    word.paragraph(paper, f"Our reference: {letter.our_reference}", style="Letter reference")
    if letter.your_reference:
        word.paragraph(paper, f"Your reference: {letter.your_reference}", style="Letter reference")
    word.paragraph(paper, f"Date: {letter.dated}", style="Letter reference")
    word.paragraph(paper, "", style="Letter reference")
    word.paragraph(paper, f"Dear {letter.salutation}")
    word.heading(paper, letter.subject)


def write_people(paper: Paper, people: Sequence[Sequence[str]]) -> None:
    if people:
        word.table(paper, heads=PEOPLE_HEADS, rows=people, widths=PEOPLE_WIDTHS)
    else:
        word.paragraph(paper, "Nobody is named in the record yet.")
    word.paragraph(paper, "", style="Letter address")


def write_signature(paper: Paper, letter: LetterPaper) -> None:
    """Close the letter; its last words go to the next page with the signature, never without."""
    paper.paragraphs[-1].paragraph_format.keep_with_next = True
    closing = word.paragraph(paper, "Yours sincerely")
    closing.paragraph_format.keep_with_next = True
    for_whom = f"for {letter.head.partnership}"
    signed = [one for one in (letter.signed_by, letter.signed_by_post, for_whom) if one]
    lines = [word.paragraph(paper, text, style="Letter signature") for text in signed]
    lines[0].paragraph_format.space_before = Pt(36)  # room to sign
    for line in lines[:-1]:
        line.paragraph_format.keep_with_next = True
