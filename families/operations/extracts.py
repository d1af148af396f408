"""Keep exact words and photographs, release them as far as they are allowed, call them back."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from agencies.models import Actor, person_behind
from audit import trail
from documents.models import Document
from families import rules
from families.models import ExtractKind, FamilyContact, FamilyExtract, Reach
from reviews import rules as review_rules
from reviews.access import Refused
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Permitted:
    """
    What somebody lets others see, and how far.

    words: exactly theirs; of a photograph, what it shows.
    """

    kind: ExtractKind
    words: str
    allowed_by: str
    allowed_on: date
    allowed_to: Reach


@transaction.atomic
def keep_extract(
    *,
    contact: FamilyContact,
    permitted: Permitted,
    picture: Document | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> FamilyExtract:
    """
    Keep an extract in the compartment. Nobody outside sees it before it is released.

    Raises Refused unless `by` holds the pen, for an impossible day, and as `check_extract` does.
    """
    rules.check_can_write(by, contact.review)
    rules.check_extract(permitted.kind, permitted.allowed_to, has_picture=picture is not None)
    review_rules.check_possible_on(
        permitted.allowed_on, field="allowed_on", called="The day", today=today
    )
    extract = FamilyExtract.objects.create(
        review=contact.review,
        contact=contact,
        side=contact.side,
        number=next_number(contact.review),
        picture=picture,
        recorded_at=at,
        recorded_by=person_behind(by),
        **vars(permitted),
    )
    _record("family.extract_kept", extract, by=by, at=at)
    return extract


@transaction.atomic
def release_extract(*, extract: FamilyExtract, to: Reach, by: Actor, at: datetime) -> FamilyExtract:
    """
    Let the panel, or drafts and the panel, have an extract; or take drafts back to the panel.

    Raises Refused unless `by` holds the pen, for one that is revoked, further than is allowed, or
    with a name that the panel may not know.
    """
    extract = held(extract, by=by)
    if to not in extract.may_go_to:
        raise Refused("They have not allowed it to go that far.")
    rules.check_extract_names_nobody(extract)
    extract.released_to, extract.released_at = to, at
    extract.save()
    _record("family.extract_released", extract, by=by, at=at)
    return extract


@transaction.atomic
def revoke_extract(
    *, extract: FamilyExtract, on: date, because: str, today: date, by: Actor, at: datetime
) -> FamilyExtract:
    """
    Record that somebody no longer lets others see it. From now on nobody outside does, no draft
    that is made takes it in, and nothing that holds it is published.

    Raises Refused unless `by` holds the pen, for an impossible day, or for one revoked before.
    """
    extract = held(extract, by=by)
    review_rules.check_possible_on(on, field="revoked_on", called="The day", today=today)
    if on < extract.allowed_on:
        raise Refused("The day must be on or after the day they allowed it", field="revoked_on")
    extract.revoked_on, extract.revoked_because, extract.revoked_at = on, because.strip(), at
    extract.save()
    _record("family.extract_revoked", extract, by=by, at=at)
    return extract


def held(extract: FamilyExtract, *, by: Actor) -> FamilyExtract:
    """Hold an extract for whoever has the pen; one that was revoked stays as it is."""
    rules.check_can_write(by, extract.review)
    found = FamilyExtract.objects.select_for_update(of=("self",)).get(pk=extract.pk)
    if found.is_revoked:
        raise Refused("It was revoked. What they allow anew is another extract.")
    return found


def next_number(review: Review) -> int:
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    last = FamilyExtract.objects.filter(review=review).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _record(event: str, extract: FamilyExtract, *, by: Actor, at: datetime) -> None:
    """Say that an extract changed, and no more: not whose, nor its words."""
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=extract.review.reference,
        extract_id=extract.pk,
    )
