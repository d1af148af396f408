"""What the report shows on a review's home page."""

from collections.abc import Mapping
from datetime import date
from operator import itemgetter

from django.urls import reverse

from agencies.models import User
from pages.parts import Card
from reports.access import drafts_for, sees_unreleased
from reports.models import DraftComment, SectionKind
from reviews.access import Permission
from reviews.models import Review
from reviews.queries.asking import Question, Row, told
from reviews.queries.cards import CardKind, Rows


def asked_of_report(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    """Sections are asked for only where this reader sees the working text."""
    drafts = drafts_for(reader, review)
    open_comments = DraftComment.objects.open().filter(draft__in=drafts)
    questions = {
        "drafts": told(drafts, number="number", released_on="released_on"),
        "comments": told(open_comments, id="pk"),
    }
    if sees_unreleased(reader, review):
        questions["sections"] = told(review.report_sections.standing(), kind="kind")
    return questions


def how_far_the_report_is(review: Review, rows: Rows, today: date) -> Card:
    """The last draft, comments still open, sections still to be written."""
    page = "reports:report" if "sections" in rows else "reports:drafts"
    latest = max(rows["drafts"], key=itemgetter("number"), default=None)
    lines = []
    if latest and latest["released_on"] is None:
        lines.append("Not released")
    if rows["comments"]:
        lines.append(f"{len(rows['comments'])} comment{plural(rows['comments'])} open")
    if waiting := len(SectionKind) - len(rows["sections"]) if "sections" in rows else 0:
        lines.append(f"{waiting} section{'' if waiting == 1 else 's'} to write")
    figure = f"Draft {latest['number']}" if latest else "No draft yet"
    return Card("Report", reverse(page, args=[review.reference]), figure, lines)


def plural(rows: list[Row]) -> str:
    return "" if len(rows) == 1 else "s"


report = CardKind((Permission.DRAFT_READ,), asked_of_report, how_far_the_report_is)
