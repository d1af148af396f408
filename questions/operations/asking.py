"""Collect questions to a body and ask them together, with one due day and one email."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from agencies.models import Actor, User, person_behind
from audit import trail
from evidence.queries.people import addresses_at_agency, addresses_of
from messaging import post
from questions import rules
from questions.models import Question
from questions.models.question import QuestionQuerySet
from questions.rules import Asking
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement

WRITTEN = ("question", "where", "quoted", "kind", "staff_of", "staff_post")


@transaction.atomic
def add_question(*, part: AgencyInvolvement, asked: Asking, by: Actor, at: datetime) -> Question:
    """
    Note a question, to be asked with others. Nobody of the body sees it before.

    Raises Refused without the right, for an interview that is not asked of the police, or where
    the same words wait to be asked already.
    """
    rules.check_can_ask(by, part)
    rules.check_asking(part, asked)
    part = AgencyInvolvement.objects.select_for_update(of=("self",)).get(pk=part.pk)
    rules.check_is_new(asked, waiting_of(part))
    last = Question.objects.filter(involvement=part).aggregate(Max("number"))["number__max"] or 0
    question = Question.objects.create(
        involvement=part,
        number=last + 1,
        raised_at=at,
        raised_by=person_behind(by),
        **vars(asked),
    )
    note("question.noted", question, by=by, at=at)
    return question


@transaction.atomic
def change_question(*, question: Question, asked: Asking, by: Actor, at: datetime) -> None:
    """Word a question differently. Raises Refused as `add_question`, or once it was asked."""
    question = held(question)
    rules.check_can_change(by, question)
    rules.check_asking(question.involvement, asked)
    rules.check_is_new(asked, waiting_of(question.involvement).exclude(pk=question.pk))
    for name in WRITTEN:
        setattr(question, name, getattr(asked, name))
    question.save(update_fields=list(WRITTEN))
    note("question.noted", question, by=by, at=at)


@transaction.atomic
def drop_question(*, question: Question, by: Actor, at: datetime) -> None:
    """Drop a question. Raises Refused once it has been asked."""
    question = held(question)
    rules.check_can_change(by, question)
    note("question.dropped", question, by=by, at=at)
    question.delete()


@transaction.atomic
def ask_questions(
    *, part: AgencyInvolvement, due_on: date, today: date, by: Actor, at: datetime
) -> list[Question]:
    """
    Ask a body everything that was noted for it, due on one day, and tell its people once.

    Raises Refused without the right, without a question, or for a day that is past.
    """
    rules.check_can_ask(by, part)
    rules.check_due_on(due_on, today=today)
    questions = list(waiting_of(part).select_for_update(of=("self",)))
    if not questions:
        raise Refused("There is no question to ask. Write one first.")
    for question in questions:
        question.asked_on, question.asked_by, question.due_on = today, person_behind(by), due_on
        question.save(update_fields=["asked_on", "asked_by", "due_on"])
        question.involvement = part
        note("question.asked", question, by=by, at=at)
    theirs = addresses_at_agency(part, Permission.SCOPING_ANSWER, today=today)
    for address in theirs or addresses_of(part, today=today):
        tell("questions_asked", address, part, by=person_behind(by), at=at)
    return questions


def waiting_of(part: AgencyInvolvement) -> QuestionQuerySet:
    """Return the questions to a body that nobody has asked yet."""
    return Question.objects.filter(involvement=part).drafted().select_related("staff_of")


def held(question: Question) -> Question:
    """Return a question that nobody else changes until this transaction ends."""
    return (
        Question.objects.select_for_update(of=("self",))
        .select_related("involvement__review__partnership", "involvement__agency")
        .get(pk=question.pk)
    )


def tell(
    kind: str, address: str, part: AgencyInvolvement, *, by: User | None, at: datetime
) -> None:
    """Email somebody that something waits on the page of a body's questions."""
    post.send(
        kind,
        to=address,
        review_ref=part.review.reference,
        path=reverse("questions:part", args=[part.review.reference, part.pk]),
        by=by,
        at=at,
    )


def note(event: str, question: Question, *, by: Actor, at: datetime, **ids: int) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=question.involvement.review.reference,
        involvement_id=question.involvement_id,
        question=question.number,
        **ids,
    )
