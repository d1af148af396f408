"""Record what members of the panel declare of their independence."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from panels.models import IndependenceDeclaration, PanelMember
from panels.rules import members as rules
from reviews.rules import check_possible_on


@transaction.atomic
def declare_independence(
    *,
    member: PanelMember,
    declared_on: date,
    answers: dict[str, bool],
    statement: str = "",
    connections: str = "",
    posts_held: str = "",
    provenance: dict[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> IndependenceDeclaration:
    """
    Record a member's declaration. It stands in the place of an earlier one, which is kept.

    One that disqualifies is kept too: the panel is not formed until somebody else is in the seat.

    provenance: the fields of `documents.models.Provenance`; empty where the member declares it
    in person.

    Raises Refused for somebody else without provenance, an impossible day, a question left open,
    a connection left unexplained, or a chair without a statement.
    """
    rules.check_can_declare(by, member, is_entered_for_them=bool(provenance))
    field = "given_on" if provenance else "declared_on"
    check_possible_on(declared_on, field=field, called="The day of the declaration", today=today)
    rules.check_declaration(
        member, answers, statement=statement, connections=connections, posts_held=posts_held
    )
    declaration = IndependenceDeclaration.objects.create(
        member=member,
        declared_on=declared_on,
        answers=answers,
        statement=statement,
        connections=connections,
        posts_held=posts_held,
        recorded_at=at,
        recorded_by=person_behind(by),
        **provenance,
    )
    trail.record(
        "panel.independence_declared",
        by=person_behind(by),
        at=at,
        review_ref=member.review.reference,
        member_id=member.pk,
        declaration_id=declaration.pk,
    )
    return declaration
