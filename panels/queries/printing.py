"""Terms of reference on paper: as a PDF and as a Word file, from the same outline as the page."""

from agencies.models import Actor
from documents import word
from documents.kinds import DocumentKind
from documents.rendering import render_pdf
from pages.templatetags.dates import date_long
from panels.models import TermsOfReference
from panels.models.agreement_round import in_groups
from panels.published.outline import as_text, printed, text_hash
from panels.published.terms import PublishedTerms
from panels.queries.terms import draft_of, latest_agreed, published
from privacy.marking import OFFICIAL_SENSITIVE
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review

TITLE = "Terms of reference"
TEXT_WIDTH = 17  # centimetres between the margins


def terms_of_reference(review: Review, *, kind: DocumentKind, reader: Actor) -> bytes:
    """
    Return the version agreed last, or the draft where none is agreed. Listed in DOCUMENTS.

    Raises Refused without the right, or where there is no version at all.
    """
    access.require(reader, Permission.TERMS_READ, on=review)
    terms = latest_agreed(review) or draft_of(review)
    if terms is None:
        raise Refused("This review has no terms of reference yet.")
    return on_paper(terms, kind=kind)


def on_paper(terms: TermsOfReference, *, kind: DocumentKind) -> bytes:
    """Return one version as a PDF or a Word file. The caller has asked access before."""
    paper = published(terms)
    write = as_word if kind == DocumentKind.DOCX else as_pdf
    return write(
        paper, standing=standing_of(terms), fingerprint=in_groups(text_hash(as_text(paper)))
    )


def standing_of(terms: TermsOfReference) -> str:
    if not terms.is_agreed:
        return f"{terms.name}, draft. Not agreed."
    return f"{terms.name}, agreed on {date_long(terms.agreed_on)}: {terms.agreed_where}."


def as_pdf(paper: PublishedTerms, *, standing: str, fingerprint: str) -> bytes:
    context = {
        "title": TITLE,
        "reference": paper.reference,
        "sections": printed(paper),
        "standing": standing,
        "fingerprint": fingerprint,
    }
    return render_pdf("documents/terms_of_reference.html", context, marking=OFFICIAL_SENSITIVE)


def as_word(paper: PublishedTerms, *, standing: str, fingerprint: str) -> bytes:
    file = word.new_paper(f"{TITLE}, {paper.reference}", marking=OFFICIAL_SENSITIVE)
    word.paragraph(file, standing)
    for one in printed(paper):
        word.heading(file, one.title)
        for number, line in one.lines:
            word.paragraph(file, f"{number}  {line.text}")
            if line.note:
                word.paragraph(file, line.note)
        if table := one.section.table:
            word.paragraph(file, table.caption)
            widths = [TEXT_WIDTH * width / 100 for width in table.widths]
            word.table(file, heads=table.heads, rows=table.rows, widths=widths)
    word.paragraph(file, f"SHA-256 of this text: {fingerprint}")
    return word.as_bytes(file)
