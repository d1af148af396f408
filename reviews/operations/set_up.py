"""Set a review up by script: its notification, agencies and people in one go, or nothing."""

from datetime import date, datetime
from itertools import chain, count

from django.db import transaction
from django.utils.text import slugify

from agencies.models import Actor, Agency, CommunitySafetyPartnership, person_behind
from audit import trail
from reviews.lifecycle import Stage
from reviews.models import AgencyInvolvement, EarlierStep, Review
from reviews.operations import opening
from reviews.operations.involvements import add_agencies
from reviews.operations.opening import Notification
from reviews.operations.people import Identity, add_person
from reviews.readers.notification import AgencyRow, SetUp

BY_SCRIPT = "Set up by script"


@transaction.atomic
def set_up(
    *, found: SetUp, today: date, by: Actor, at: datetime
) -> tuple[Review, list[AgencyInvolvement]]:
    """
    Open a review with its agencies and people, and take it to its stage.

    Where no stage is named it is left collecting evidence. Raises Refused as opening does.
    """
    review = opening.open_review(
        partnership=partnership_named(found.partnership),
        reference=found.reference,
        notification=Notification(
            notified_on=found.days["notified_on"] or today,
            notified_by=found.notified_by,
            incident_on=found.days["incident_on"],
            died_on=found.days["died_on"],
            period_from=found.days["period_from"],
            period_to=found.days["period_to"],
        ),
        today=today,
        by=by,
        at=at,
    )
    for row in found.people:
        add_person(review=review, identity=Identity(**vars(row)), today=today, by=by, at=at)
    agencies = [agency_named(row, by=by, at=at) for row in found.agencies]
    parts = add_agencies(review=review, agencies=agencies, today=today, by=by, at=at)
    opening.adopt(
        review=review,
        stage=found.stage or Stage.EVIDENCE,
        days={event.stage: event.on for event in found.events if event.stage and event.on},
        steps=[
            EarlierStep(event=event.event, happened_on=event.on, note=event.note)
            for event in found.events
            if not event.stage
        ],
        reason=BY_SCRIPT,
        today=today,
        by=by,
        at=at,
    )
    return review, parts


def partnership_named(name: str) -> CommunitySafetyPartnership:
    """Return the partnership of a slug, reference prefix or name; a new one where there is none."""
    known = CommunitySafetyPartnership.objects
    for question in ({"slug": name}, {"reference_prefix": name}, {"name__iexact": name}):
        if found := known.filter(**question).first():
            return found
    slug = (slugify(name) or "partnership")[:60]
    return known.create(name=name, slug=slug, reference_prefix=free_prefix(slug))


def free_prefix(slug: str) -> str:
    """Return a reference prefix that no partnership has: the slug's start, numbered if taken."""
    start = slug[:7].strip("-").upper()
    taken = CommunitySafetyPartnership.objects.filter(reference_prefix__startswith=start)
    prefixes = set(taken.values_list("reference_prefix", flat=True))
    numbered = (f"{start}{number}" for number in count(2))
    return next(prefix for prefix in chain([start], numbered) if prefix not in prefixes)


def agency_named(row: AgencyRow, *, by: Actor, at: datetime) -> Agency:
    """Return the agency of a slug from the directory, or add it."""
    agency, is_new = Agency.objects.get_or_create(
        slug=row.slug, defaults={"name": row.name, "kind": row.kind}
    )
    if is_new:
        trail.record("agency.listed", by=person_behind(by), at=at, agency_id=agency.pk)
    return agency
