"""Take in what an agency says: its own answer, or one entered for it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from agencies.models import Actor, Agency, User, person_behind
from audit import trail
from audit.models import ActorKind
from documents.models import Document
from evidence.models import ReturnFile, ReturnKind, ScopingRequest, ScopingReturn
from evidence.queries.bodies import check_answers_for, check_same_body
from evidence.queries.people import addresses_in_review
from evidence.rules import scoping as scoping_rules
from evidence.rules.scoping import Answer
from messaging import post
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement


@transaction.atomic
def answer(
    *,
    involvement: AgencyInvolvement,
    said: Answer,
    document: Document | None = None,
    also_for: Sequence[AgencyInvolvement] = (),
    today: date,
    by: Actor,
    at: datetime,
) -> ScopingReturn:
    """
    Take in an agency's answer from one of its own people. It supersedes what it said before.

    also_for: other services of the same body for which this is the answer too, and for which the
    same person speaks.

    Raises Refused for somebody who does not speak for the agency, or for an answer that lacks
    what its kind needs, or does not say why a nil return was wrong.
    """
    for part in (involvement, *also_for):
        access.require_own(by, Permission.SCOPING_ANSWER, on=part)
    if ReturnKind(said.return_kind).is_by_partnership:
        raise Refused("Only the partnership records this.", field="return_kind")
    return keep_for_each(
        [involvement, *also_for],
        said,
        event="scoping.answered",
        answered_on=today,
        attached={"document": document},
        has_file=bool(document),
        today=today,
        by=person_behind(by),
        at=at,
    )


@transaction.atomic
def record_return(
    *,
    involvement: AgencyInvolvement,
    said: Answer,
    provenance: dict[str, Any],
    answered_by: Agency | None = None,
    also_for: Sequence[AgencyInvolvement] = (),
    files: Iterable[Document] = (),
    today: date,
    by: Actor,
    at: datetime,
) -> ScopingReturn:
    """
    Record what an agency said elsewhere: by email, on the telephone, in a letter or a meeting.

    provenance: the fields of `documents.models.Provenance`.
    answered_by: the body that answered in its place, where it closed, merged or is part of it.
    also_for: other services of the same body for which this one reply is the answer too.
    files: what came attached to the reply.

    Raises Refused without the right, for an impossible day, for an answer that lacks what its
    kind needs or does not say why a nil return was wrong, or for a body that is another.
    """
    access.require(by, Permission.SCOPING_SEND, on=involvement.review)
    if ReturnKind(said.return_kind).is_by_partnership:
        raise Refused("An agency does not say this of itself.", field="return_kind")
    if answered_by:
        check_answers_for(answered_by, involvement)
    made = keep_for_each(
        [involvement, *also_for],
        said,
        event="scoping.return_recorded",
        answered_on=provenance["given_on"],
        attached={**provenance, "answered_by": answered_by},
        has_file=bool(provenance.get("original")),
        today=today,
        by=person_behind(by),
        at=at,
    )
    ReturnFile.objects.bulk_create(
        ReturnFile(scoping_return=made, document=document) for document in files
    )
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


def keep_for_each(
    parts: Sequence[AgencyInvolvement],
    said: Answer,
    *,
    event: str,
    attached: dict[str, Any],
    by: User | None,
    at: datetime,
    **more: Any,
) -> ScopingReturn:
    """Keep one answer for every service that it answers for; return the first one's."""
    check_same_body(parts)
    first, *others = [*parts]
    made = keep(first, said, attached=attached, by=by, at=at, **more)
    note(made, event, by=by, at=at)
    for part in others:
        other = keep(part, said, attached={**attached, "same_as": made}, by=by, at=at, **more)
        note(other, event, by=by, at=at)
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
    standing = replaced(involvement, request, answered_on)
    scoping_rules.check_correction(standing, said)
    made = ScopingReturn.objects.create(
        involvement=involvement,
        request=request,
        answered_on=answered_on,
        recorded_at=at,
        recorded_by=by,
        **vars(said),
        **attached,
    )
    if scoping_rules.corrects_nil(standing, said.return_kind):
        tell_of_correction(made, today=today, by=by, at=at)
    return made


def replaced(
    involvement: AgencyInvolvement, request: ScopingRequest | None, answered_on: date
) -> str | None:
    """Return the kind of the answer that one of this day takes the place of; None for the first."""
    earlier = involvement.scoping_returns.filter(request=request, answered_on__lte=answered_on)
    kind: str | None = (
        earlier.order_by("answered_on", "pk").values_list("return_kind", flat=True).last()
    )
    return kind


def tell_of_correction(made: ScopingReturn, *, today: date, by: User | None, at: datetime) -> None:
    """Email those who decided on a nil return that it was wrong. The agency's page says how."""
    part = made.involvement
    for address in addresses_in_review(part.review, Permission.EVIDENCE_REQUEST, today=today):
        post.send(
            "nil_return_corrected",
            to=address,
            review_ref=part.review.reference,
            path=reverse("evidence:agency", args=[part.review.reference, part.pk]),
            by=by,
            at=at,
        )
    note(made, "scoping.nil_corrected", by=by or ActorKind.SIGNED_OUT, at=at)


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
