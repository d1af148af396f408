"""Take in what an agency says: its own answer, or one entered for it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, User, person_behind
from audit import trail
from audit.models import ActorKind
from documents.models import Document
from evidence.models import ReturnKind, ScopingReturn
from evidence.rules import scoping as scoping_rules
from evidence.rules.scoping import Answer
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement


@transaction.atomic
def answer(
    *,
    involvement: AgencyInvolvement,
    said: Answer,
    document: Document | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> ScopingReturn:
    """
    Take in an agency's answer from one of its own people. It supersedes what it said before.

    Raises Refused for somebody who does not speak for the agency, or for an answer that lacks
    what its kind needs.
    """
    access.require_own(by, Permission.SCOPING_ANSWER, on=involvement)
    if ReturnKind(said.return_kind).is_by_partnership:
        raise Refused("Only the partnership records this.", field="return_kind")
    made = keep(
        involvement,
        said,
        answered_on=today,
        attached={"document": document},
        has_file=bool(document),
        today=today,
        by=person_behind(by),
        at=at,
    )
    note(made, "scoping.answered", by=person_behind(by), at=at)
    return made


@transaction.atomic
def record_return(
    *,
    involvement: AgencyInvolvement,
    said: Answer,
    provenance: dict[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> ScopingReturn:
    """
    Record what an agency said elsewhere: by email, on the telephone, in a letter or a meeting.

    provenance: the fields of `documents.models.Provenance`.

    Raises Refused without the right, for an impossible day, or for an answer that lacks what its
    kind needs.
    """
    access.require(by, Permission.SCOPING_SEND, on=involvement.review)
    if ReturnKind(said.return_kind).is_by_partnership:
        raise Refused("An agency does not say this of itself.", field="return_kind")
    made = keep(
        involvement,
        said,
        answered_on=provenance["given_on"],
        attached=provenance,
        has_file=bool(provenance.get("original")),
        today=today,
        by=person_behind(by),
        at=at,
    )
    note(made, "scoping.return_recorded", by=person_behind(by), at=at)
    return made


@transaction.atomic
def stop_waiting(
    *,
    involvement: AgencyInvolvement,
    return_kind: str,
    reason: str,
    answered_on: date,
    today: date,
    by: Actor,
    at: datetime,
) -> ScopingReturn:
    """
    Record that the partnership no longer waits for an agency, and why. It may answer all the same.

    Raises Refused without the right or a reason, or for an impossible day.
    """
    access.require(by, Permission.SCOPING_SEND, on=involvement.review)
    if not ReturnKind(return_kind).is_by_partnership:
        raise Refused("Only the agency itself can say this.", field="return_kind")
    made = keep(
        involvement,
        Answer(return_kind=return_kind, reason=reason),
        answered_on=answered_on,
        attached={},
        has_file=False,
        today=today,
        by=person_behind(by),
        at=at,
    )
    note(made, "scoping.waiting_stopped", by=person_behind(by), at=at)
    return made


def keep(
    involvement: AgencyInvolvement,
    said: Answer,
    *,
    answered_on: date,
    attached: dict[str, Any],
    has_file: bool,
    today: date,
    by: User | None,
    at: datetime,
) -> ScopingReturn:
    """Check an answer and write it, against the last letter to the agency."""
    request = involvement.scoping_requests.last()
    rules.check_is_open(involvement.review)
    scoping_rules.check_answer(said, has_file=has_file)
    scoping_rules.check_contact(said, today=today)
    scoping_rules.check_answered_on(involvement.review, request, said, answered_on, today=today)
    return ScopingReturn.objects.create(
        involvement=involvement,
        request=request,
        answered_on=answered_on,
        recorded_at=at,
        recorded_by=by,
        **vars(said),
        **attached,
    )


def note(made: ScopingReturn, event: str, *, by: User | ActorKind | None, at: datetime) -> None:
    trail.record(
        event,
        by=by,
        at=at,
        review_ref=made.involvement.review.reference,
        involvement_id=made.involvement_id,
        return_id=made.pk,
        return_kind=made.return_kind,
    )
