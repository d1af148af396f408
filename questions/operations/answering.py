"""Take in the answer to a question, from the body's own people, for them, or by a link."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, User, person_behind
from audit import trail
from audit.models import ActorKind
from documents.models import Document
from evidence.queries.people import addresses_in_review
from guests.operations import links as guest_links
from questions import rules
from questions.models import Delegation, Question
from questions.operations.asking import held, note, tell
from questions.rules import Guest, Said
from reviews.access import Permission
from reviews.models import AgencyInvolvement


@transaction.atomic
def answer_question(
    *,
    question: Question,
    said: Said,
    answer_file: Document | None = None,
    answered_on: date,
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Take in the answer to one question, and tell the panel once all are answered.

    provenance: the fields of `documents.models.Provenance`; empty where one of the body's own
    people answers. A link to the question opens nothing once it is answered.

    Raises Refused for anybody else without provenance, for an impossible day, for an answer on an
    interview that decides nothing or waits for a day that is past, or where it is answered already.
    """
    question, in_person = held(question), not provenance
    rules.check_can_answer(by, question, is_entered_for_them=not in_person)
    field = "answered_on" if in_person else "given_on"
    rules.check_answered_on(question, answered_on, field=field, today=today)
    rules.check_said(question, said, answered_on=answered_on)
    for name, value in provenance.items():
        setattr(question, name, value)
    question.answered_by = person_behind(by)
    keep(question, said, answer_file, answered_on=answered_on, at=at)
    note("question.answered", question, by=by, at=at)
    tell_once_all_are(question.involvement, today=today, by=person_behind(by), at=at)


@transaction.atomic
def answer_by_link(
    *,
    delegation: Delegation,
    said: Said,
    guest: Guest,
    answer_file: Document | None,
    today: date,
    at: datetime,
) -> None:
    """
    Take in the answer of a colleague by a link, which opens nothing afterwards.

    Raises Refused where the link no longer stands, or the answer says nothing.
    """
    question = held(delegation.question)
    delegation.question = question
    rules.check_link_stands(delegation, today=today)
    rules.check_said(question, said, answered_on=today)
    guest_links.use(link=delegation.link, today=today, at=at)
    keep(question, said, answer_file, answered_on=today, at=at)
    delegation.full_name, delegation.job_title = guest.full_name, guest.job_title
    delegation.answered_at = at
    delegation.save(update_fields=["full_name", "job_title", "answered_at"])
    tell_of_link("question.answered_by_link", delegation, at=at)
    tell_once_all_are(question.involvement, today=today, by=None, at=at)


def keep(
    question: Question,
    said: Said,
    answer_file: Document | None,
    *,
    answered_on: date,
    at: datetime,
) -> None:
    question.answer, question.answer_file = said.answer.strip(), answer_file
    if question.is_interview:
        question.decision, question.not_before_on = said.decision, said.not_before_on
    question.answered_on, question.answered_at = answered_on, at
    question.save()


def tell_once_all_are(
    part: AgencyInvolvement, *, today: date, by: User | None, at: datetime
) -> None:
    if Question.objects.filter(involvement=part).open().exists():
        return
    for address in addresses_in_review(part.review, Permission.IMR_QUERY, today=today):
        tell("queries_answered", address, part, by=by, at=at)


def tell_of_link(event: str, delegation: Delegation, *, at: datetime) -> None:
    """Add to the trail what somebody did by a link."""
    question = delegation.question
    trail.record(
        event,
        by=ActorKind.SIGNED_OUT,
        at=at,
        review_ref=delegation.link.review_ref,
        involvement_id=question.involvement_id,
        link_id=delegation.link_id,
        question=question.number,
    )


@transaction.atomic
def mark_read(*, part: AgencyInvolvement, by: Actor, at: datetime) -> int:
    """Mark the answers given so far as read; return how many. Raises Refused without the right."""
    rules.check_can_ask(by, part)
    return (
        Question.objects.filter(involvement=part)
        .to_read()
        .update(read_at=at, read_by=person_behind(by))
    )
