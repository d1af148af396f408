"""Ask an agency about a finding, and answer: the agency reads the question and no more of it."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from agencies.models import Actor, User, person_behind
from audit import trail
from composite import rules
from composite.models import FindingQuestion, QuestionEnding, ReconciliationFinding
from composite.operations.reconciliation import held as held_finding
from composite.queries.questions import events_of_agency
from evidence.queries.people import addresses_at_agency, addresses_in_review
from messaging import post
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement

NOT_ABOUT_IT = "This finding is not about an entry of this agency."
ASKED_ALREADY = "This agency is asked about this and has not answered yet."
NOBODY = (
    "Nobody of this agency can answer here: none of its people is admitted to send its "
    "chronology. Ask them yourself, and say in your decision what they answered."
)


@transaction.atomic
def ask(
    *,
    finding: ReconciliationFinding,
    involvement: AgencyInvolvement,
    question: str,
    today: date,
    by: Actor,
    at: datetime,
) -> FindingQuestion:
    """
    Ask one of the agencies that a finding is about, and tell its people by email.

    Raises Refused without the right, without words, where the finding is decided or not about
    this agency, where it is asked already, or nobody of it could answer.
    """
    finding = held_finding(finding)
    rules.check_can_ask(by, finding)
    rules.check_asks(question)
    events = events_of_agency(finding, involvement)
    if not events:
        raise Refused(NOT_ABOUT_IT, field="agency")
    if finding.questions.open().filter(involvement=involvement).exists():
        raise Refused(ASKED_ALREADY, field="agency")
    people = addresses_at_agency(involvement, Permission.CHRONOLOGY_SUBMIT, today=today)
    if not people:
        raise Refused(NOBODY, field="agency")
    asked = FindingQuestion.objects.create(
        finding=finding,
        involvement=involvement,
        events=events,
        question=question.strip(),
        asked_at=at,
        asked_by=person_behind(by),
    )
    note("finding.asked", asked, by=by, at=at)
    path = reverse("composite:question", args=[finding.review.reference, involvement.pk, asked.pk])
    tell("finding_asked", people, asked, path=path, by=by, at=at)
    return asked


@transaction.atomic
def answer(*, question: FindingQuestion, words: str, today: date, by: User, at: datetime) -> None:
    """
    Answer for the agency, and tell those who decide on the finding.

    Raises Refused to all but the agency's own people who send its chronology, without words, or
    where it is answered already, taken back, or decided without the answer.
    """
    question = held(question)
    rules.check_can_answer(by, question)
    rules.check_answers(words)
    question.answer = words.strip()
    question.answered_at, question.answered_by = at, by
    question.save()
    note("finding.answered", question, by=by, at=at)
    review = question.involvement.review
    path = reverse("composite:finding", args=[review.reference, question.finding_id])
    deciders = addresses_in_review(review, Permission.CHRONOLOGY_RECONCILE, today=today)
    tell("finding_answered", deciders, question, path=path, by=by, at=at)


@transaction.atomic
def take_back(*, question: FindingQuestion, by: Actor, at: datetime) -> None:
    """
    Ask no longer. The agency reads nothing of it any more; the record keeps that it was asked.

    Raises Refused to who may not ask, or where it is answered or has ended.
    """
    question = held(question)
    rules.check_can_take_question_back(by, question)
    question.ending = QuestionEnding.TAKEN_BACK
    question.ended_at, question.ended_by = at, person_behind(by)
    question.save()
    note("finding.question_taken_back", question, by=by, at=at)


def held(question: FindingQuestion) -> FindingQuestion:
    rows = FindingQuestion.objects.select_for_update(of=("self",))
    return rows.select_related("involvement__review__partnership", "involvement__agency").get(
        pk=question.pk
    )


def note(event: str, question: FindingQuestion, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=question.involvement.review.reference,
        finding_id=question.finding_id,
        involvement_id=question.involvement_id,
        question_id=question.pk,
    )


def tell(
    kind: str,
    people: Iterable[str],
    question: FindingQuestion,
    *,
    path: str,
    by: Actor,
    at: datetime,
) -> None:
    for address in people:
        post.send(
            kind,
            to=address,
            review_ref=question.involvement.review.reference,
            path=path,
            by=person_behind(by),
            at=at,
        )
