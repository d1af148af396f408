"""What they ask the review, where it answers, and when they were told. Nothing here tells them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from families import rules
from families.models import Answered, FamilyContact, FamilyQuestion
from families.queries.questions import enquiries_of
from panels.models import KeyLineOfEnquiry
from reviews import rules as review_rules
from reviews.access import Refused


@dataclass(frozen=True, kw_only=True)
class Telling:
    """That somebody was told the answer: by whom, and why on a day not to write on."""

    told_on: date
    told_by: str
    despite_reason: str = ""


@transaction.atomic
def ask_question(
    *,
    contact: FamilyContact,
    words: str,
    asked_on: date,
    enquiry: KeyLineOfEnquiry | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> FamilyQuestion:
    """
    Record what somebody asks, in their words. The same words of one day are kept once: a form
    that was sent twice.

    Raises Refused unless `by` holds the pen, for an impossible day, or for a line of enquiry that
    is not of the terms agreed last.
    """
    rules.check_can_write(by, contact.review)
    review_rules.check_possible_on(asked_on, field="asked_on", called="The day", today=today)
    review_rules.check_after_death(contact.review, asked_on, field="asked_on", called="The day")
    if enquiry and enquiry not in enquiries_of(contact.review):
        raise Refused("Choose a line of enquiry of the agreed terms", field="enquiry")
    FamilyContact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    words = words.strip()
    for there in contact.questions.standing().filter(asked_on=asked_on):
        if there.words == words:
            return there
    question = FamilyQuestion.objects.create(
        contact=contact,
        words=words,
        asked_on=asked_on,
        enquiry=enquiry,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    _record("family.question_asked", question, by=by, at=at)
    return question


@transaction.atomic
def answer_question(
    *,
    question: FamilyQuestion,
    answered: Answered,
    answer: str,
    enquiry: KeyLineOfEnquiry | None = None,
    by: Actor,
    at: datetime,
) -> FamilyQuestion:
    """
    Say where the report answers a question, or why it does not.

    A new place takes the place of the old one. Raises Refused unless `by` holds the pen, for a
    question taken back, without a place or a reason, or for a line of enquiry of other terms.
    """
    question = open_question(question, by=by)
    if not answer.strip():
        raise Refused("Say where, or why not", field="answer")
    known = question.enquiry
    if enquiry and enquiry != known and enquiry not in enquiries_of(question.contact.review):
        raise Refused("Choose a line of enquiry of the agreed terms", field="enquiry")
    question.answered, question.answer = answered, answer.strip()
    question.enquiry = enquiry
    question.save()
    _record("family.question_answered", question, by=by, at=at)
    return question


@transaction.atomic
def tell_answer(
    *, question: FamilyQuestion, telling: Telling, today: date, by: Actor, at: datetime
) -> FamilyQuestion:
    """
    Record that whoever asked was told the answer, by a person. Sends nothing.

    Raises Refused unless `by` holds the pen; before it is answered; for an impossible day; without
    a reason, for a day on which they were not to be written to.
    """
    question = open_question(question, by=by)
    rules.check_telling(question, telling.told_on, telling.despite_reason, today=today)
    for name, value in vars(telling).items():
        setattr(question, name, value)
    question.save()
    _record("family.question_told", question, by=by, at=at)
    return question


@transaction.atomic
def take_back_question(
    *, question: FamilyQuestion, reason: str, by: Actor, at: datetime
) -> FamilyQuestion:
    """
    Say that a question was recorded wrongly. It stays readable and no longer waits.

    Raises Refused unless `by` holds the pen, without a reason, or for one taken back before.
    """
    question = open_question(question, by=by)
    if not reason.strip():
        raise Refused("Say what was wrong", field="reason")
    question.taken_back_at, question.taken_back_reason = at, reason.strip()
    question.save()
    _record("family.question_taken_back", question, by=by, at=at)
    return question


def open_question(question: FamilyQuestion, *, by: Actor) -> FamilyQuestion:
    """Hold a question for whoever has the pen; one that was taken back stays as it is."""
    rules.check_can_write(by, question.contact.review)
    held = FamilyQuestion.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if held.taken_back_at:
        raise Refused("This question was taken back. Record it again if it stands.")
    return held


def _record(event: str, question: FamilyQuestion, *, by: Actor, at: datetime) -> None:
    """Say that a question was written about, and no more: not whose, nor what."""
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=question.contact.review.reference,
        question_id=question.pk,
    )
