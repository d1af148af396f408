"""Record that the panel accepts what an agency sent, and take that back."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from evidence.cycle import ImrState
from evidence.models import ImrAcceptance, ImrVersion, IndividualManagementReview
from evidence.operations.imrs import held, move, note, tell
from evidence.queries.people import addresses_of
from evidence.rules import imr_decisions as rules


@transaction.atomic
def accept(
    *,
    version: ImrVersion,
    accepted_on: date,
    words: str = "",
    unusual_reason: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> ImrAcceptance:
    """
    Record that the panel accepts a version, which lets its members read it; tell the agency.

    words: what the panel makes of it; the agency and the panel read them.

    Raises Refused without the right, for another version than the last that came in, or for an
    impossible day.
    """
    imr = held(version.imr)
    version = imr.versions.get(pk=version.pk)
    rules.check_can_accept(by, version, accepted_on, unusual_reason, today=today)
    acceptance = ImrAcceptance.objects.create(
        version=version,
        accepted_on=accepted_on,
        note=words.strip(),
        unusual_reason=unusual_reason,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    move(imr, ImrState.ACCEPTED_BY_PANEL)
    note("imr.accepted", imr, by=by, at=at, version=version.number)
    people = addresses_of(imr.involvement, today=today)
    tell("imr_accepted", people, imr, page="author-task", by=by, at=at)
    return acceptance


@transaction.atomic
def take_back(*, imr: IndividualManagementReview, reason: str, by: Actor, at: datetime) -> None:
    """
    Take the panel's acceptance back: its members can no longer read it.

    Raises Refused without the right or a reason, or where nothing is accepted.
    """
    imr = held(imr)
    rules.check_can_take_back(by, imr, reason)
    standing = ImrAcceptance.objects.filter(version__imr=imr, taken_back_at__isnull=True)
    standing.update(
        taken_back_at=at, taken_back_by=person_behind(by), taken_back_because=reason.strip()
    )
    move(imr, ImrState.RECEIVED)
    note("imr.acceptance_taken_back", imr, by=by, at=at)
