"""Declare one's independence for a part in a review, and decide on declared connections."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, Agency, User, person_behind
from audit import trail
from reviews import rules
from reviews.access import Refused
from reviews.models import Capacity, Decided, Declaration, PartDeclaration, Review
from reviews.queries.declarations import parts_of


@transaction.atomic
def declare_part(
    *,
    review: Review,
    part: Capacity,
    answers: Mapping[str, bool],
    connections: str = "",
    bodies: Sequence[Agency] = (),
    today: date,
    by: User,
    at: datetime,
) -> PartDeclaration:
    """
    Keep what an officer, or somebody senior who signs off, declares of themselves.

    bodies: the agencies of the review that an officer's team belongs to.

    Raises Refused for a part that they do not play, an agency of another review, a question left
    open or a connection left unexplained.
    """
    rules.check_is_open(review)
    if part not in parts_of(by, review, today=today):
        raise Refused("You do not play this part in the review.")
    if any(not review.involvements.filter(agency=body).exists() for body in bodies):
        raise Refused("Choose agencies of this review", field="bodies")
    rules.check_answers(part, answers, connections=connections)
    made = PartDeclaration.objects.create(
        review=review,
        user=by,
        part=part,
        declared_on=today,
        answers=dict(answers),
        connections=connections,
        recorded_at=at,
        recorded_by=by,
    )
    made.bodies.set(bodies)
    trail.record(
        "independence.declared",
        by=by,
        at=at,
        review_ref=review.reference,
        declaration_id=made.pk,
        part=part,
    )
    return made


@transaction.atomic
def decide_connection(
    *, declaration: Declaration, decided: Decided, because: str, by: Actor, at: datetime
) -> Declaration:
    """
    Accept or decline a connection that somebody declared. The reason prints in the report where
    it is accepted; whoever is declined is to be replaced.

    Raises Refused without the right, for one's own, without a reason or with a name of the case
    in it, or where nothing waits to be decided: what disqualifies cannot be accepted.
    """
    rules.check_can_decide(by, declaration, because)
    declaration.decided, declaration.decided_because = decided, because.strip()
    declaration.decided_at, declaration.decided_by = at, person_behind(by)
    declaration.save(update_fields=["decided", "decided_because", "decided_at", "decided_by"])
    trail.record(
        f"independence.{decided.lower()}",
        by=person_behind(by),
        at=at,
        review_ref=declaration.about.reference,
        declaration_id=declaration.pk,
        part=declaration.capacity,
    )
    return declaration
