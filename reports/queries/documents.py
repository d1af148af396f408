"""The papers of a report for commands: latest draft, or working text. Listed in DOCUMENTS."""

from datetime import date

from django.utils.timezone import localdate

from agencies.models import Actor
from documents.kinds import DocumentKind
from privacy.marking import OFFICIAL_SENSITIVE
from reports.access import drafts_for, sees_unreleased
from reports.published.report import PublishedReport
from reports.queries.assembly.record import record_of
from reports.queries.assembly.whole import report_from
from reports.queries.drafts import report_of, standing_of
from reports.queries.printing import WORKING_TEXT, Paper, as_pdf, as_word
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review


def overview_report(review: Review, *, kind: DocumentKind, reader: Actor) -> bytes:
    """
    Return the overview report of the latest draft that its reader may see; before there is any,
    the working text, marked as such, to whoever sees that.

    Raises Refused without the right, or where there is nothing to read yet.
    """
    return on_paper(review, "overview-report", kind=kind, reader=reader)


def executive_summary(review: Review, *, kind: DocumentKind, reader: Actor) -> bytes:
    """Return the executive summary likewise."""
    return on_paper(review, "executive-summary", kind=kind, reader=reader)


def on_paper(review: Review, paper: Paper, *, kind: DocumentKind, reader: Actor) -> bytes:
    report, standing = latest(review, reader, today=localdate())
    write = as_word if kind == DocumentKind.DOCX else as_pdf
    return write(report, paper=paper, marking=OFFICIAL_SENSITIVE, standing=standing)


def latest(review: Review, reader: Actor, *, today: date) -> tuple[PublishedReport, str]:
    access.require(reader, Permission.DRAFT_READ, on=review)
    draft = drafts_for(reader, review).first()
    if draft:
        return report_of(draft), standing_of(draft)
    if not sees_unreleased(reader, review):
        raise Refused("No draft of this report is released yet.")
    return report_from(record_of(review, today=today), version=""), WORKING_TEXT
