"""The action plan as a file: PDF, Word, Excel or CSV, from the same tables as the page."""

from collections.abc import Callable, Mapping

from docx.table import Table as WordTable

from actionplans.papers.plan_csv import plan_csv
from actionplans.papers.plan_xlsx import plan_xlsx
from actionplans.published.plan import PublishedPlan
from actionplans.published.tables import Table, tables_of
from actionplans.queries.names import gives_away
from actionplans.queries.published_plan import plan_of
from agencies.models import Actor
from documents import word
from documents.kinds import DocumentKind
from documents.rendering import render_pdf
from privacy.marking import OFFICIAL_SENSITIVE
from reviews import access
from reviews.access import Permission, Refused
from reviews.checks.true_names import certain
from reviews.models import Review

TITLE = "Action plan"
TEXT_WIDTH = 25.7  # centimetres between the margins of a page on its side


def action_plan(review: Review, *, kind: DocumentKind, reader: Actor) -> bytes:
    """
    Return the action plan as it stands. Listed in DOCUMENTS.

    Raises Refused without the right, or where a name or telling day stands in it.
    """
    access.require(reader, Permission.PLAN_READ, on=review)
    plan = plan_of(review)
    if stops := certain(gives_away(review, plan)):
        raise Refused(" ".join(finding.words for finding in stops))
    return WRITERS[kind](plan, reference=review.reference, marking=OFFICIAL_SENSITIVE)


def as_pdf(plan: PublishedPlan, *, reference: str, marking: str) -> bytes:
    context = {
        "title": TITLE,
        "reference": reference,
        "lessons": plan.lessons,
        "tables": tables_of(plan),
    }
    return render_pdf("documents/action_plan.html", context, marking=marking)


def as_word(plan: PublishedPlan, *, reference: str, marking: str) -> bytes:
    file = word.new_paper(f"{TITLE}, {reference}", marking=marking)
    word.turn_landscape(file)
    if plan.lessons:
        word.heading(file, "Learning points")
    for lesson in plan.lessons:
        word.paragraph(file, f"{lesson.number}. {lesson.text}")
    for table in tables_of(plan):
        word.heading(file, table.title)
        if table.rows:
            word.paragraph(file, table.caption)
            widths = [TEXT_WIDTH * width / 100 for width in table.widths]
            made = word.table(file, heads=table.heads, rows=table.rows, widths=widths)
            spread_headings(made, table)
        else:
            word.paragraph(file, table.empty)
    return word.as_bytes(file)


def spread_headings(made: WordTable, table: Table) -> None:
    """Let a heading inside the table, such as a learning point, stretch across it."""
    for number, (first, *rest) in enumerate(table.rows, 1):
        if first and not any(rest):
            made.cell(number, 0).merge(made.cell(number, len(rest)))


def as_excel(plan: PublishedPlan, *, reference: str, marking: str) -> bytes:
    return plan_xlsx(tables_of(plan), title=f"{TITLE}, {reference}", marking=marking)


def as_csv(plan: PublishedPlan, *, reference: str, marking: str) -> bytes:
    return plan_csv(tables_of(plan))


WRITERS: Mapping[DocumentKind, Callable[..., bytes]] = {
    DocumentKind.PDF: as_pdf,
    DocumentKind.DOCX: as_word,
    DocumentKind.XLSX: as_excel,
    DocumentKind.CSV: as_csv,
}
