"""Put papers before a meeting, and take them away again."""

from datetime import datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from documents.models import Document
from panels.models import Meeting, MeetingPaper
from panels.rules import meetings as rules


@transaction.atomic
def add_paper(
    *,
    meeting: Meeting,
    document: Document,
    title: str,
    marking: str,
    by: Actor,
    at: datetime,
) -> MeetingPaper:
    """Put a received document before a meeting. Raises Refused without the right."""
    rules.check_can_write(by, meeting.review)
    paper = MeetingPaper.objects.create(
        meeting=meeting,
        document=document,
        title=title,
        marking=marking,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    _record("meeting.paper_added", paper, by=by, at=at)
    return paper


@transaction.atomic
def withdraw_paper(*, paper: MeetingPaper, by: Actor, at: datetime) -> None:
    """Take a paper away from a meeting; its document is kept. Raises Refused without the right."""
    rules.check_can_write(by, paper.meeting.review)
    _record("meeting.paper_withdrawn", paper, by=by, at=at)
    paper.delete()


def _record(event: str, paper: MeetingPaper, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=paper.meeting.review.reference,
        meeting=paper.meeting.number,
        document_id=paper.document_id,
    )
