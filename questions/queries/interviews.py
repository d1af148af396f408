"""Which members of a body's staff the police let be interviewed: the list its report stands on."""

from dataclasses import dataclass
from datetime import date

from pages.templatetags.dates import date_long
from questions.models import PoliceAnswer, Question
from reviews.models import AgencyInvolvement


@dataclass(frozen=True, kw_only=True)
class Interview:
    """One member of staff: the post, what the police say and since when, and nothing they said."""

    pk: int
    post: str
    standing: str
    tone: str
    is_cleared: bool
    held_on: date | None


def interviews_of(part: AgencyInvolvement, *, today: date) -> list[Interview]:
    """
    Return the interviews with a body's staff that the police were asked about, the first first.

    The caller has asked access to that body's part.
    """
    rows = Question.objects.interviews().asked().filter(staff_of=part).order_by("pk")
    return [interview_of(row, today) for row in rows]  # no word of the police leaves here


def interview_of(row: Question, today: date) -> Interview:
    standing, tone = standing_of(row, today)
    return Interview(
        pk=row.pk,
        post=row.staff_post,
        standing=standing,
        tone=tone,
        is_cleared=row.is_cleared(today),
        held_on=row.held_on,
    )


def standing_of(row: Question, today: date) -> tuple[str, str]:
    """Say whether an interview may take place, and the tone of the tag that says so."""
    if row.held_on:
        return f"Held on {date_long(row.held_on, today)}", "done"
    if not row.is_answered:
        return "The police have not answered: wait", "late"
    if row.decision == PoliceAnswer.NO:
        return "The police said no", "late"
    if not row.is_cleared(today):
        return f"Not before {date_long(row.not_before_on, today)}", "underway"
    return "The police agree", "done"
