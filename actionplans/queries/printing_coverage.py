"""The coverage on paper, for the panel's table: what is missing, then every way through."""

from actionplans.queries.coverage import HEADS, WIDTHS, Cell, Coverage, coverage_of
from agencies.models import Actor
from documents import word
from documents.kinds import DocumentKind
from documents.rendering import render_pdf
from privacy.marking import OFFICIAL_SENSITIVE
from reviews import access
from reviews.access import Permission, Refused
from reviews.checks.register import register_of
from reviews.checks.true_names import certain, findings
from reviews.models import Review

TITLE = "Coverage of the terms of reference"
TEXT_WIDTH = 25.7  # centimetres between the margins of a page on its side
MISSING = "What is missing"
WHOLE = "Nothing is missing."


def coverage_paper(review: Review, *, kind: DocumentKind, reader: Actor) -> bytes:
    """
    Return the coverage as it stands. Listed in DOCUMENTS.

    Raises Refused without the right, or where a name or telling day stands in it.
    """
    access.require(reader, Permission.PLAN_READ, on=review)
    coverage = coverage_of(review)
    rows = [tuple(in_words(cell) for cell in row.cells) for row in coverage.rows]
    gaps = [gap.words for gap in coverage.gaps]
    texts = {f"Row {number}": "\n".join(row) for number, row in enumerate(rows, 1)}
    if stops := certain(findings(texts, register_of(review))):
        raise Refused(" ".join(finding.words for finding in stops))
    write = as_word if kind == DocumentKind.DOCX else as_pdf
    return write(rows, gaps, caption=caption_of(coverage), reference=review.reference)


def in_words(cell: Cell) -> str:
    return ". ".join(filter(None, (cell.name, cell.words)))


def caption_of(coverage: Coverage) -> str:
    asked, open_ = len(coverage.enquiries), len(coverage.unanswered)
    return f"{asked - open_} of {asked} lines of enquiry have a finding"


def as_pdf(rows: list[tuple[str, ...]], gaps: list[str], *, caption: str, reference: str) -> bytes:
    context = {
        "title": TITLE,
        "reference": reference,
        "gaps": gaps,
        "caption": caption,
        "heads": HEADS,
        "widths": WIDTHS,
        "rows": rows,
    }
    return render_pdf("documents/coverage.html", context, marking=OFFICIAL_SENSITIVE)


def as_word(rows: list[tuple[str, ...]], gaps: list[str], *, caption: str, reference: str) -> bytes:
    file = word.new_paper(f"{TITLE}, {reference}", marking=OFFICIAL_SENSITIVE)
    word.turn_landscape(file)
    word.heading(file, MISSING)
    for gap in gaps or [WHOLE]:
        word.paragraph(file, gap)
    word.heading(file, "From enquiry to outcome")
    word.paragraph(file, caption)
    widths = [TEXT_WIDTH * width / 100 for width in WIDTHS]
    word.table(file, heads=HEADS, rows=rows, widths=widths)
    return word.as_bytes(file)
