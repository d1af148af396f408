"""Hand one question on to somebody without an account, and take it back."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from agencies.models import Actor, person_behind
from guests.operations import links as guest_links
from questions import rules
from questions.models import Delegation, Question
from questions.operations.asking import held, note


@transaction.atomic
def delegate(*, question: Question, to: str, today: date, by: Actor, at: datetime) -> Delegation:
    """
    Email somebody a link to one question. The one sent before opens nothing any more.

    Raises Refused for whoever can neither answer it nor enter its answer, or once it is answered.
    """
    question = held(question)
    rules.check_can_delegate(by, question)
    for earlier in question.delegations.select_related("link"):
        guest_links.revoke(link=earlier.link, by=by, at=at)
    link = guest_links.send_link(
        "question_by_link",
        to=to,
        review_ref=question.involvement.review.reference,
        path=lambda secret: reverse("questions:by-link", args=[secret]),
        expires_on=rules.last_day(question.due_on or today, today=today),
        by=by,
        at=at,
    )
    note("question.delegated", question, by=by, at=at, link_id=link.pk)
    return Delegation.objects.create(
        question=question, link=link, delegated_at=at, delegated_by=person_behind(by)
    )


@transaction.atomic
def take_back(*, question: Question, by: Actor, at: datetime) -> None:
    """Let the link to a question open nothing any more. Raises Refused as `delegate`."""
    question = held(question)
    rules.check_can_delegate(by, question)
    for delegation in question.delegations.select_related("link"):
        guest_links.revoke(link=delegation.link, by=by, at=at)
    note("question.taken_back", question, by=by, at=at)
