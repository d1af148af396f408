"""Bring agencies into a review."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, Agency, person_behind
from audit import trail
from reviews import access, rules
from reviews.access import Permission
from reviews.models import AgencyInvolvement, Review


@transaction.atomic
def add_agencies(
    *, review: Review, agencies: Iterable[Agency], today: date, by: Actor, at: datetime
) -> list[AgencyInvolvement]:
    """
    Bring agencies into a review, at any stage; those already in it are left as they are.

    Returns the parts that are new. Raises Refused without the right.
    """
    access.require(by, Permission.INVOLVEMENT_MANAGE, on=review)
    rules.check_is_open(review)
    there = set(review.involvements.values_list("agency_id", flat=True))
    added = []
    for agency in agencies:
        if agency.pk in there:
            continue
        involvement = AgencyInvolvement.objects.create(
            review=review,
            agency=agency,
            added_on=today,
            recorded_at=at,
            recorded_by=person_behind(by),
        )
        trail.record(
            "agency.added",
            by=person_behind(by),
            at=at,
            review_ref=review.reference,
            involvement_id=involvement.pk,
        )
        added.append(involvement)
    return added
