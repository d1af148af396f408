"""The papers of a report, as PDF and as Word files, from the same numbers as the page."""

from collections.abc import Sequence
from typing import Literal

from docx.document import Document as WordFile

from documents import word
from documents.rendering import render_pdf
from reports.published.numbering import Line, NumberedChapter, lettered, numbered
from reports.published.report import Bullets, PublishedReport, Steps, SubHeading, Table

Paper = Literal["overview-report", "executive-summary", "action-plan"]

NAMES: dict[Paper, str] = {
    "overview-report": "Overview report",
    "executive-summary": "Executive summary",
    "action-plan": "Action plan",
}
WORKING_TEXT = "Working text, not a draft."
TEXT_WIDTH = 17  # centimetres between the margins


def chapters_of(report: PublishedReport, paper: Paper) -> list[NumberedChapter]:
    """Return what one paper of a report holds, under the numbers it has everywhere."""
    if paper == "executive-summary":
        return numbered(report.summary)
    appendices = lettered(report.appendices)
    if paper == "action-plan":
        return [one for one in appendices if one.chapter.key.endswith("-plan")]
    return [*numbered(report.chapters), *appendices]


def as_pdf(report: PublishedReport, *, paper: Paper, marking: str, standing: str = "") -> bytes:
    """
    Return one paper as a PDF.

    marking: on every page; empty once published. standing: what it is, such as "Draft 3, made on
    14 September 2026"; empty once published.

    Raises RenderingUnavailable where the machine cannot make PDFs.
    """
    context = {
        "title": f"{NAMES[paper]}: {report.title}",
        "name": NAMES[paper],
        "reference": "",
        "report": report,
        "standing": standing,
        "chapters": chapters_of(report, paper),
    }
    return render_pdf("documents/report.html", context, marking=marking)


def as_word(report: PublishedReport, *, paper: Paper, marking: str, standing: str = "") -> bytes:
    """Return one paper as a Word file. See `as_pdf`."""
    file = word.new_paper(report.title, marking=marking)
    about = (report.label, report.month, report.partnership, report.author, report.completed)
    for words in filter(None, (NAMES[paper], *about, standing)):
        word.paragraph(file, words)
    for one in chapters_of(report, paper):
        word.heading(file, one.title)
        for line in one.lines:
            write(file, line)
    return word.as_bytes(file)


def write(file: WordFile, line: Line) -> None:
    block = line.block
    if isinstance(block, Table):
        word.paragraph(file, block.caption)
        widths = [TEXT_WIDTH * width / 100 for width in block.widths]
        word.table(file, heads=block.heads, rows=block.rows, widths=widths)
        word.paragraph(file, "")
    elif isinstance(block, Bullets):
        listed(file, block.items, style="List Bullet")
    elif isinstance(block, Steps):
        listed(file, [f"{n}. {item}" for n, item in enumerate(block.items, 1)], style="List")
    elif isinstance(block, SubHeading):
        word.heading(file, block.text, level=2)
    else:
        word.paragraph(file, f"{line.number}  {block.text}")


def listed(file: WordFile, items: Sequence[str], *, style: str) -> None:
    for item in items:
        word.paragraph(file, item, style=style)
