"""Name the author of an IMR by their own declaration, or by one entered for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, person_behind
from evidence.cycle import ImrState
from evidence.models import AuthorDeclaration, IndividualManagementReview
from evidence.operations.imrs import held, move, note
from evidence.rules import imr_writing as rules
from reviews.rules import check_possible_on


@dataclass(frozen=True, kw_only=True)
class Author:
    """Who writes, in which post, and what they declare."""

    full_name: str
    job_title: str
    answers: Mapping[str, bool]
    connections: str = ""
    commissioned_by: str = ""


@transaction.atomic
def declare_author(
    *,
    imr: IndividualManagementReview,
    author: Author,
    declared_on: date,
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> AuthorDeclaration:
    """
    Keep what an author declares, and name them as the author where they may write.

    A declaration that disqualifies is kept too. Its person does not become the author, and is it
    no longer where they were; `declaration.may_write(imr.kind)` says which it was.

    provenance: the fields of `documents.models.Provenance`; empty where the author declares it
    in person.

    Raises Refused for somebody else without provenance, an impossible day, a question left open
    or a connection left unexplained.
    """
    imr = held(imr)
    in_person = not provenance
    rules.check_can_declare(by, imr, is_entered_for_them=not in_person)
    field = "declared_on" if in_person else "given_on"
    check_possible_on(declared_on, field=field, called="The declaration", today=today)
    rules.check_declaration(imr, author.answers, author.connections)
    declaration = AuthorDeclaration.objects.create(
        imr=imr,
        user=person_behind(by) if in_person else None,
        declared_on=declared_on,
        recorded_at=at,
        recorded_by=person_behind(by),
        **{**vars(author), "answers": dict(author.answers)},
        **provenance,
    )
    if declaration.may_write(imr.kind):
        accept(imr, declaration)
        note("imr.author_named", imr, by=by, at=at, declaration_id=declaration.pk)
    else:
        stand_down(imr, declaration)
        note("imr.author_not_independent", imr, by=by, at=at, declaration_id=declaration.pk)
    return declaration


def accept(imr: IndividualManagementReview, declaration: AuthorDeclaration) -> None:
    if imr.state == ImrState.REQUESTED:
        move(imr, ImrState.ACCEPTED)
    imr.author = declaration
    imr.save(update_fields=["author"])


def stand_down(imr: IndividualManagementReview, declaration: AuthorDeclaration) -> None:
    """Leave an IMR without an author where the author says that they are not independent."""
    if imr.author and imr.author.is_of_same_person(declaration):
        imr.author = None
        imr.save(update_fields=["author"])
