"""Record how the people of a review are tied to each other, and take that back."""

from datetime import datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from reviews import access, rules
from reviews.access import Permission
from reviews.models import Person, Review, Tie, TieKind


@transaction.atomic
def tie_people(
    *,
    person: Person,
    kind: TieKind,
    other: Person,
    is_married: bool = False,
    has_ended: bool = False,
    by: Actor,
    at: datetime,
) -> Tie:
    """
    Record that somebody is a parent, a partner, or a brother or sister of somebody else.

    Married and ended are told of partners alone.

    Raises Refused without the right, for one person twice, for what is recorded already, for a
    third parent, and for a child of whom somebody descends.
    """
    access.require(by, Permission.IDENTITIES_WRITE, on=person.review)
    rules.check_is_open(person.review)
    Review.objects.select_for_update(of=("self",)).get(pk=person.review_id)
    rules.check_tie(person, kind, other)
    is_partner = kind == TieKind.PARTNER
    tie = Tie.objects.create(
        person=person,
        kind=kind,
        other=other,
        is_married=is_married and is_partner,
        has_ended=has_ended and is_partner,
        recorded_at=at,
    )
    _note("person.tied", tie, by=by, at=at)
    return tie


@transaction.atomic
def untie_people(*, tie: Tie, by: Actor, at: datetime) -> None:
    """Take a tie back. Raises Refused without the right."""
    access.require(by, Permission.IDENTITIES_WRITE, on=tie.person.review)
    rules.check_is_open(tie.person.review)
    _note("person.untied", tie, by=by, at=at)
    tie.delete()


def _note(event: str, tie: Tie, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=tie.person.review.reference,
        person_id=tie.person_id,
        other_id=tie.other_id,
    )
