"""A table as a Word document, on its side."""

from composite.papers.sheet import Sheet, Tell
from documents import word

TEXT_WIDTH = 25.7  # centimetres between the margins of A4 on its side


def sheet_docx(sheet: Sheet, *, tell: Tell) -> bytes:
    paper = word.new_paper(sheet.title, marking=sheet.marking)
    word.turn_landscape(paper)
    for sentence in sheet.about:
        word.paragraph(paper, sentence)
    total = sum(sheet.widths)
    widths = [TEXT_WIDTH * width / total for width in sheet.widths]
    word.table(paper, heads=sheet.heads, rows=sheet.counted(tell), widths=widths)
    return word.as_bytes(paper)
