"""Who may ask an agency about what it sent, and who answers."""

from datetime import date

from agencies.models import Actor
from evidence.models import ImrQuery, ImrVersion, IndividualManagementReview
from evidence.rules.imrs import check_is_author
from reviews import access, rules
from reviews.access import Permission, Refused


def check_can_ask(actor: Actor, imr: IndividualManagementReview) -> ImrVersion:
    """
    Return the version that questions are about.

    Raises Refused for somebody who asks none here, or before anything has come in.
    """
    access.require(actor, Permission.IMR_QUERY, on=imr.involvement.review)
    rules.check_is_open(imr.involvement.review)
    if imr.received is None:
        raise Refused("Nothing has reached the panel yet, so there is nothing to ask about.")
    return imr.received


def check_can_change(actor: Actor, query: ImrQuery) -> None:
    """Refuse to change a question that has been asked."""
    check_can_ask(actor, query.imr)
    if query.is_asked:
        raise Refused("This question has been asked. Ask another one to add to it.")


def check_due_on(due_on: date, *, today: date) -> None:
    if due_on < today:
        raise Refused("The answers must be due today or later", field="due_on")


def check_can_answer(actor: Actor, query: ImrQuery, *, is_entered_for_them: bool) -> None:
    """Refuse an answer by anybody but the author, unless it is entered for them."""
    part = query.imr.involvement
    rules.check_is_open(part.review)
    if is_entered_for_them:
        access.require(actor, Permission.IMR_QUERY_ANSWER, on=part.review)
    else:
        access.require_own(actor, Permission.IMR_QUERY_ANSWER, on=part)
        check_is_author(actor, query.imr)
    if not query.is_asked:
        raise Refused("This question has not been asked yet.")
    if query.is_answered:
        raise Refused("This question is answered already.")


def check_answered_on(query: ImrQuery, answered_on: date, *, field: str, today: date) -> None:
    """Refuse an answer in the future, or before its question."""
    rules.check_possible_on(answered_on, field=field, called="The answer", today=today)
    if query.asked_on and answered_on < query.asked_on:
        raise Refused("The answer must be on or after the day of the question", field=field)
