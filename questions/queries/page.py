"""Everything a body is asked, on one page: its questions, and where the others stand."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from agencies.models import User
from evidence.models import IndividualManagementReview
from evidence.queries.people import addresses_at_agency
from questions import access as doors
from questions.models import Delegation, Question
from questions.queries.interviews import Interview, interviews_of
from questions.rules import check_can_answer, check_can_ask, check_can_delegate
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement


@dataclass(frozen=True, kw_only=True)
class Line:
    """One question, with the last link to it and whether it still opens something."""

    question: Question
    delegation: Delegation | None
    is_delegated: bool


@dataclass(frozen=True, kw_only=True)
class QuestionsPage:
    asked: list[Line]
    drafted: list[Question]
    to_read: int
    may_ask: bool
    may_answer: bool
    may_delegate: bool
    is_inside: bool
    reaches_nobody: bool
    about_report: int | None
    interviews: list[Interview]


def questions_page(part: AgencyInvolvement, reader: User, *, today: date) -> QuestionsPage:
    """Return what a reader sees of a body's questions. The caller has asked `access`."""
    rows = list(doors.ROWS.filter(involvement=part))
    for row in rows:
        row.involvement = part
    asked = [row for row in rows if row.is_asked]
    may_ask = access.allows(check_can_ask, reader, part)
    waiting = next((row for row in asked if row.is_open), None)
    is_theirs = not access.has_own(reader, Permission.SCOPING_ANSWER, on=part)
    is_inside = doors.is_inside(reader, part)
    return QuestionsPage(
        asked=[line_of(row, today) for row in asked],
        drafted=[row for row in rows if not row.is_asked] if may_ask else [],
        to_read=sum(row.is_to_read for row in asked),
        may_ask=may_ask,
        may_answer=waiting is not None
        and access.allows(check_can_answer, reader, waiting, is_entered_for_them=is_theirs),
        may_delegate=waiting is not None and access.allows(check_can_delegate, reader, waiting),
        is_inside=is_inside,
        reaches_nobody=is_inside
        and not addresses_at_agency(part, Permission.SCOPING_ANSWER, today=today),
        about_report=questions_on_report(part, reader),
        interviews=interviews_of(part, today=today),
    )


def line_of(row: Question, today: date) -> Line:
    links = list(row.delegations.all())
    last = links[-1] if links else None
    if last:
        last.question = row
    return Line(
        question=row, delegation=last, is_delegated=last is not None and last.is_open(today)
    )


def questions_on_report(part: AgencyInvolvement, reader: User) -> int | None:
    """
    Return how many questions were asked about the body's report, to whoever reads them; None to
    everybody else, and where the body writes none.
    """
    if not access.has(reader, Permission.IMR_QUERY_READ, on=part):
        return None
    asked = Count("queries", filter=Q(queries__asked_on__isnull=False))
    reports = IndividualManagementReview.objects.filter(involvement=part).annotate(asked=asked)
    return reports.values_list("asked", flat=True).first()
