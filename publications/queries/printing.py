"""The papers that anyone may read: the same words as the pages, without a marking."""

from collections.abc import Iterator

from documents.pdf_words import properties_of_pdf, words_of_pdf
from documents.rendering import render_pdf
from publications.models import Published
from publications.published.letter import PublishedLetter
from publications.published.public import Content
from reports.queries.printing import Paper as PaperName
from reports.queries.printing import as_pdf

PAPERS: dict[Published, PaperName] = {
    Published.REPORT: "overview-report",
    Published.SUMMARY: "executive-summary",
    Published.ACTION_PLAN: "action-plan",
}


def public_pdf(kind: Published, content: Content) -> bytes:
    """Return one thing to read as a PDF that can be read aloud."""
    if isinstance(content, PublishedLetter):
        context = {
            "title": content.title,
            "reference": "",
            "dated": content.dated,
            "blocks": content.blocks,
        }
        return render_pdf("documents/home_office_letter.html", context, marking="")
    return as_pdf(content, paper=PAPERS[kind], marking="")


def words_in_pdf(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield what a finished paper says: its pages, and what stands around them."""
    yield "pages", words_of_pdf(content)
    yield "properties", properties_of_pdf(content)
