"""The letter with which recommendations go to a body, as a Word file. The same letter gives the
same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from documents import word


@dataclass(frozen=True, kw_only=True)
class LetterToBody:
    """head: lines of the letterhead. recommendations: number and words of each."""

    head: Sequence[str]
    reference: str
    dated: str
    addressed_to: str
    covering: str
    recommendations: Sequence[tuple[int, str]]
    signed_by: str
    signed_by_post: str
    partnership: str


def letter_file(letter: LetterToBody) -> bytes:
    paper = word.blank_paper(f"Recommendations of review {letter.reference}")
    section = paper.sections[0]
    section.left_margin = section.right_margin = Cm(2.5)
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{letter.reference}, ")
    word.add_page_number(foot)
    name, *others = letter.head
    line = word.paragraph(paper, name)
    line.runs[0].font.bold, line.runs[0].font.size = True, Pt(15)
    for text in others:
        word.paragraph(paper, text)
    for text in letter.addressed_to.splitlines():
        tight(word.paragraph(paper, text))
    word.paragraph(paper, "")
    tight(word.paragraph(paper, f"Our reference: {letter.reference}"))
    word.paragraph(paper, f"Date: {letter.dated}")
    word.heading(paper, "Recommendations of a review of a death")
    for text in letter.covering.split("\n\n"):
        word.paragraph(paper, " ".join(text.split("\n")))
    for number, text in letter.recommendations:
        word.heading(paper, f"Recommendation {number}", level=2)
        word.paragraph(paper, text)
    closing = word.paragraph(paper, "Yours faithfully")
    closing.paragraph_format.space_before, closing.paragraph_format.space_after = Pt(12), Pt(42)
    closing.paragraph_format.keep_with_next = True
    for text in filter(None, (letter.signed_by, letter.signed_by_post)):
        tight(word.paragraph(paper, text)).paragraph_format.keep_with_next = True
    word.paragraph(paper, f"for {letter.partnership}")
    return word.as_bytes(paper)


def tight(line: Paragraph) -> Paragraph:
    line.paragraph_format.space_after = Pt(0)
    return line
