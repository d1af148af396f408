"""Who may ask a body, who answers, and when an interview may be recorded as held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from agencies.models import Actor
from agencies.models.agency import AgencyKind
from guests.rules import CLOSED
from questions.models import Delegation, PoliceAnswer, Question, QuestionKind
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement

LASTS = timedelta(days=14)  # product default, after the answer is due


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What is asked and the words it is about; of an interview, whose staff and which post."""

    question: str
    where: str = ""
    quoted: str = ""
    kind: str = QuestionKind.WORDS
    staff_of: AgencyInvolvement | None = None
    staff_post: str = ""


@dataclass(frozen=True, kw_only=True)
class Said:
    """The words of an answer; of the police on an interview, also what they decide."""

    answer: str
    decision: str = ""
    not_before_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Guest:
    """Who answers by a link, as they say themselves."""

    full_name: str
    job_title: str


def check_can_ask(actor: Actor, part: AgencyInvolvement) -> None:
    access.require(actor, Permission.IMR_QUERY, on=part.review)
    rules.check_is_open(part.review)


def check_asking(part: AgencyInvolvement, asked: Asking) -> None:
    """Refuse an interview that is not asked of the police, or does not say whose staff it is."""
    if asked.kind != QuestionKind.INTERVIEW:
        return
    if part.agency.kind != AgencyKind.POLICE:
        raise Refused("Only the police answer whether somebody may be interviewed.")
    if asked.staff_of is None or asked.staff_of.review_id != part.review_id:
        raise Refused("Choose whose member of staff it is", field="staff_of")
    if not asked.staff_post.strip():
        raise Refused("Enter the post of the member of staff", field="staff_post")


def check_is_new(asked: Asking, waiting: Iterable[Question]) -> None:
    """
    Refuse a question that waits to be asked already in the same words: a form sent twice.

    waiting: the other questions to the same body that are not asked yet.
    """
    for one in waiting:
        if all(getattr(one, name) == value for name, value in vars(asked).items()):
            raise Refused(
                f"{one.called} to this body says exactly this and waits to be asked",
                field="question",
            )


def check_can_change(actor: Actor, question: Question) -> None:
    """Refuse to change a question that has been asked."""
    check_can_ask(actor, question.involvement)
    if question.is_asked:
        raise Refused("This question has been asked. Ask another one to add to it.")


def check_due_on(due_on: date, *, today: date) -> None:
    if due_on < today:
        raise Refused("The answers must be due today or later", field="due_on")


def check_can_answer(actor: Actor, question: Question, *, is_entered_for_them: bool) -> None:
    """Refuse an answer by anybody but the body's own people, unless it is entered for them."""
    part = question.involvement
    if is_entered_for_them:
        access.require(actor, Permission.IMR_QUERY_ANSWER, on=part.review)
    else:
        access.require_own(actor, Permission.SCOPING_ANSWER, on=part)
    rules.check_is_open(part.review)
    check_is_open(question)


def check_is_open(question: Question) -> None:
    if not question.is_asked:
        raise Refused("This question has not been asked yet.")
    if question.is_answered:
        raise Refused("This question is answered already.")


def check_said(question: Question, said: Said, *, answered_on: date) -> None:
    """
    Refuse an empty answer, and one on an interview that decides nothing or waits for a day that
    is past: whoever typed a wrong year would let the interview take place now.
    """
    if not said.answer.strip():
        raise Refused("Enter the answer", field="answer")
    if not question.is_interview:
        return
    if said.decision not in PoliceAnswer.values:
        raise Refused("Choose what the police say", field="decision")
    if (said.decision == PoliceAnswer.NOT_BEFORE) != (said.not_before_on is not None):
        raise Refused(
            "Enter the first day on which the interview may be held, and no day otherwise",
            field="not_before_on",
        )
    if said.not_before_on and said.not_before_on < answered_on:
        raise Refused(
            "The first day on which the interview may be held must not be before this answer. "
            "Where it may be held now, choose “Yes”",
            field="not_before_on",
        )


def check_answered_on(question: Question, answered_on: date, *, field: str, today: date) -> None:
    """Refuse an answer in the future, or before its question."""
    rules.check_possible_on(answered_on, field=field, called="The answer", today=today)
    if question.asked_on and answered_on < question.asked_on:
        raise Refused("The answer must be on or after the day of the question", field=field)


def check_can_delegate(actor: Actor, question: Question) -> None:
    """Refuse to hand on a question to whoever cannot answer it or enter its answer."""
    part = question.involvement
    if not access.has_own(actor, Permission.SCOPING_ANSWER, on=part):
        access.require(actor, Permission.IMR_QUERY_ANSWER, on=part.review)
    rules.check_is_open(part.review)
    check_is_open(question)


def last_day(due_on: date, *, today: date) -> date:
    """Return the last day of a link that is sent today."""
    return max(today, due_on) + LASTS


def check_link_stands(delegation: Delegation, *, today: date) -> None:
    """Refuse a link that is over, used or taken back; a question answered, a review ended."""
    is_running = access.allows(rules.check_is_open, delegation.question.involvement.review)
    if not (delegation.is_open(today) and is_running):
        raise Refused(CLOSED)


def check_can_note_interview(actor: Actor, question: Question) -> None:
    """Refuse to record an interview to whoever does not write for the body whose staff it is."""
    part = question.staff_of
    if part is None:
        raise Refused("This question is not about an interview.")
    access.require(actor, Permission.IMR_WRITE, on=part)
    rules.check_is_open(part.review)
    if question.held_on:
        raise Refused("This interview is recorded already.")


def check_interview(question: Question, held_on: date, *, today: date) -> None:
    """Refuse an interview that the police did not agree to, or not yet on that day."""
    rules.check_possible_on(held_on, field="held_on", called="The interview", today=today)
    if not question.is_answered:
        raise Refused("The police have not answered yet. Wait for them before the interview.")
    if question.decision == PoliceAnswer.NO:
        raise Refused("The police asked that this member of staff is not interviewed.")
    if not question.is_cleared(held_on):
        raise Refused("The police agreed to a later day than this", field="held_on")
