"""
The doors to what is asked of a body.

Whoever answers letters for a body answers its questions: it may have no author and no report. So
its own people come in by the right to its letters, and the people of the review by the right to
read what is asked of a report.
"""

from collections.abc import Mapping
from datetime import datetime

from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import User
from documents.models import Document
from guests.access import link_behind
from privacy.row_locks import lifted
from questions.models import Delegation, Question
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement

ROWS = Question.objects.select_related(
    "answer_file", "original", "asked_by", "staff_of__agency"
).prefetch_related("delegations__link__message")


def part_or_404(reader: User, reference: str, pk: int) -> AgencyInvolvement:
    """Return a body's part to whoever reads its questions. Raises Http404 for everybody else."""
    part = access.involvement_or_404(reader, reference, pk, Permission.SCOPING_READ)
    if not (is_inside(reader, part) or is_own(reader, part)):
        raise Http404
    return part


def is_inside(reader: User, part: AgencyInvolvement) -> bool:
    """Test whether somebody reads the questions of a whole review."""
    return access.has(reader, Permission.IMR_QUERY_READ, on=part.review)


def is_own(reader: User, part: AgencyInvolvement) -> bool:
    """Test whether somebody reads the questions as one of the body's own people."""
    return access.has_own(reader, Permission.SCOPING_READ, on=part)


def asks(reader: User, part: AgencyInvolvement) -> bool:
    return access.has(reader, Permission.IMR_QUERY, on=part.review)


def asking_or_404(reader: User, reference: str, pk: int) -> AgencyInvolvement:
    """Return a body's part to whoever asks for the panel."""
    part = part_or_404(reader, reference, pk)
    if not asks(reader, part):
        raise Http404
    return part


def question_or_404(reader: User, reference: str, pk: int, number: int) -> Question:
    """Return a question to whoever reads it; one not asked yet, to whoever asks."""
    part = part_or_404(reader, reference, pk)
    found = get_object_or_404(ROWS, involvement=part, number=number)
    if not (found.is_asked or asks(reader, part)):
        raise Http404
    found.involvement = part
    return found


def files_of(question: Question) -> Mapping[str, Document | None]:
    return {"answer": question.answer_file, "original": question.original}


def interview_or_404(reader: User, reference: str, pk: int, interview_id: int) -> Question:
    """
    Return what the police were asked about a body's member of staff, to whoever writes its report.

    The row is the police's. The caller shows the post, the answer and its day, and nothing else.
    """
    part = access.involvement_or_404(reader, reference, pk, Permission.IMR_WRITE)
    found = get_object_or_404(Question.objects.interviews().asked(), staff_of=part, pk=interview_id)
    found.staff_of = part
    return found


def delegation_behind(secret: str, *, origin: str, at: datetime) -> Delegation | None:
    """Return what somebody holds a link to, whether or not it is open; None where there is none."""
    guest = link_behind(secret, origin=origin, at=at)
    with lifted():  # a secret tells by itself which question it opens
        found = Delegation.objects.filter(link=guest).select_related(
            "link", "question__involvement__review__partnership", "question__involvement__agency",
            "question__staff_of__agency",
        )  # fmt: skip
        return found.first() if guest else None
