"""Note that an interview with a member of staff took place, once the police agreed."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from questions import rules
from questions.models import Question


@transaction.atomic
def note_interview(
    *, question: Question, held_on: date, today: date, by: Actor, at: datetime
) -> None:
    """
    Note the day of an interview on the list of staff.

    Raises Refused to whoever does not write for the body whose staff it is, and for a day on which
    the police had not agreed.
    """
    question = (
        Question.objects.select_for_update(of=("self",))
        .select_related("staff_of__review")
        .get(pk=question.pk)
    )
    rules.check_can_note_interview(by, question)
    rules.check_interview(question, held_on, today=today)
    question.held_on, question.held_noted_at = held_on, at
    question.held_noted_by = person_behind(by)
    question.save(update_fields=["held_on", "held_noted_at", "held_noted_by"])
    part = question.staff_of
    assert part is not None  # noqa: S101 - the rule refused it
    trail.record(
        "question.interview_held",
        by=person_behind(by),
        at=at,
        review_ref=part.review.reference,
        involvement_id=part.pk,
        interview_id=question.pk,
    )
