"""Collect questions about what an agency sent, ask them together, and take in the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from agencies.models import Actor, person_behind
from documents.models import Document
from evidence.cycle import TO_READ, ImrState
from evidence.models import ImrQuery, IndividualManagementReview
from evidence.operations.imrs import held, move, note, tell
from evidence.queries.people import addresses_at_agency, addresses_in_review, addresses_of
from evidence.rules import imr_queries as rules
from reviews.access import Permission, Refused


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked, and the words of the agency that it is about."""

    question: str
    where: str = ""
    quoted: str = ""


@transaction.atomic
def add_query(
    *, imr: IndividualManagementReview, asked: Question, by: Actor, at: datetime
) -> ImrQuery:
    """
    Note a question, to be asked with others. Nobody outside the panel sees it before.

    Raises Refused without the right, or before anything has come in.
    """
    imr = held(imr)
    version = rules.check_can_ask(by, imr)
    last = imr.queries.aggregate(Max("number"))["number__max"] or 0
    query = ImrQuery.objects.create(
        imr=imr,
        version=version,
        number=last + 1,
        raised_at=at,
        raised_by=person_behind(by),
        **vars(asked),
    )
    note("imr.query_noted", imr, by=by, at=at, query=query.number)
    return query


@transaction.atomic
def change_query(*, query: ImrQuery, asked: Question, by: Actor, at: datetime) -> None:
    """Word a question differently. Raises Refused once it has been asked."""
    query = ImrQuery.objects.select_for_update(of=("self",)).get(pk=query.pk)
    rules.check_can_change(by, query)
    for name, value in vars(asked).items():
        setattr(query, name, value)
    query.save(update_fields=list(vars(asked)))
    note("imr.query_noted", query.imr, by=by, at=at, query=query.number)


@transaction.atomic
def remove_query(*, query: ImrQuery, by: Actor, at: datetime) -> None:
    """Drop a question. Raises Refused once it has been asked."""
    query = ImrQuery.objects.select_for_update(of=("self",)).get(pk=query.pk)
    rules.check_can_change(by, query)
    note("imr.query_dropped", query.imr, by=by, at=at, query=query.number)
    query.delete()


@transaction.atomic
def ask_queries(
    *, imr: IndividualManagementReview, due_on: date, today: date, by: Actor, at: datetime
) -> list[ImrQuery]:
    """
    Ask all the questions noted, with one due day, and tell the author once.

    Raises Refused without the right, without a question, or for a day that is past.
    """
    imr = held(imr)
    rules.check_can_ask(by, imr)
    rules.check_due_on(due_on, today=today)
    queries = list(imr.queries.drafted())
    if not queries:
        raise Refused("There is no question to ask. Write one first.")
    for query in queries:
        query.asked_on, query.asked_by, query.due_on = today, person_behind(by), due_on
        query.save(update_fields=["asked_on", "asked_by", "due_on"])
    if imr.state in TO_READ:
        move(imr, ImrState.QUERIED)
    note("imr.queried", imr, by=by, at=at, queries=len(queries))
    part = imr.involvement
    authors = addresses_at_agency(part, Permission.IMR_QUERY_ANSWER, today=today)
    people = authors or addresses_of(part, today=today)
    tell("query_raised", people, imr, page="imr-queries", by=by, at=at)
    return queries


@transaction.atomic
def answer_query(
    *,
    query: ImrQuery,
    answer: str,
    answer_file: Document | None = None,
    answered_on: date,
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Take in the answer to one question, and tell the panel once all are answered.

    provenance: the fields of `documents.models.Provenance`; empty where the author answers in
    person.

    Raises Refused for anybody else without provenance, for an impossible day, or where it is
    answered already.
    """
    query = ImrQuery.objects.select_for_update(of=("self",)).get(pk=query.pk)
    in_person = not provenance
    rules.check_can_answer(by, query, is_entered_for_them=not in_person)
    field = "answered_on" if in_person else "given_on"
    rules.check_answered_on(query, answered_on, field=field, today=today)
    query.answer, query.answer_file = answer.strip(), answer_file
    query.answered_on, query.answered_at = answered_on, at
    query.answered_by = person_behind(by)
    for name, value in provenance.items():
        setattr(query, name, value)
    query.save()
    imr = query.imr
    note("imr.query_answered", imr, by=by, at=at, query=query.number)
    if not imr.queries.open().exists():
        asking = addresses_in_review(imr.involvement.review, Permission.IMR_QUERY, today=today)
        tell("queries_answered", asking, imr, page="imr-queries", by=by, at=at)


@transaction.atomic
def mark_read(*, imr: IndividualManagementReview, by: Actor, at: datetime) -> int:
    """Mark the answers given so far as read; return how many. Raises Refused without the right."""
    rules.check_can_ask(by, imr)
    return imr.queries.to_read().update(read_at=at, read_by=person_behind(by))
