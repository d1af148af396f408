"""The papers of a report, as PDF and as Word files, from the same numbers as the page."""

from collections.abc import Collection
from typing import Literal

from documents import word
from documents.rendering import render_pdf, tile_of
from reports.published.numbering import NumberedChapter
from reports.published.papers import excerpt, report_chapters, summary_chapters
from reports.published.report import PublishedReport
from reports.queries.paper_in_word import write_chapters

Paper = Literal["overview-report", "executive-summary", "action-plan"]

NAMES: dict[Paper, str] = {
    "overview-report": "Overview report",
    "executive-summary": "Executive summary",
    "action-plan": "Action plan",
}
TEMPLATE = "documents/report.html"
WORKING_TEXT = "Working text, not a draft."


def chapters_of(report: PublishedReport, paper: Paper) -> list[NumberedChapter]:
    """Return what one paper of a report holds, under the numbers it has everywhere."""
    if paper == "executive-summary":
        return summary_chapters(report)
    chapters = report_chapters(report)
    if paper == "action-plan":
        return [one for one in chapters if one.prefix and one.chapter.key.endswith("-plan")]
    return chapters


def as_pdf(
    report: PublishedReport,
    *,
    paper: Paper,
    marking: str,
    standing: str = "",
    only: Collection[str] = (),
    copy: str = "",
) -> bytes:
    """
    Return one paper as a PDF.

    marking: on every page; empty once published. standing: what it is, such as "Draft 3, made on
    14 September 2026"; empty once published. only: the anchors of chosen chapters, under the
    numbers they have in the whole. copy: whose it is, across every page.

    Raises RenderingUnavailable where the machine cannot make PDFs.
    """
    context = context_of(report, paper=paper, standing=standing)
    if only:
        context["chapters"] = excerpt(chapters_of(report, paper), only)
    if copy:
        context |= {"copy": copy, "tile": tile_of(copy)}
    return render_pdf(TEMPLATE, context, marking=marking)


def context_of(report: PublishedReport, *, paper: Paper, standing: str) -> dict[str, object]:
    """Return what the template of a report takes."""
    return {
        "title": f"{NAMES[paper]}: {report.title}",
        "name": NAMES[paper],
        "reference": "",
        "report": report,
        "standing": standing,
        "chapters": chapters_of(report, paper),
    }


def as_word(report: PublishedReport, *, paper: Paper, marking: str, standing: str = "") -> bytes:
    """Return one paper as a Word file. See `as_pdf`."""
    file = word.new_paper(report.title, marking=marking)
    about = (report.label, report.month, report.partnership, report.author, report.completed)
    for words in filter(None, (NAMES[paper], *about, standing)):
        word.paragraph(file, words)
    write_chapters(file, chapters_of(report, paper))
    return word.as_bytes(file)
