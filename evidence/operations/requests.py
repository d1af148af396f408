"""Ask agencies for evidence, each for its tier, and change what is asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from agencies.models import Actor, User, person_behind
from audit import trail
from evidence.models import EvidenceRequest, IndividualManagementReview, Tier
from evidence.operations.asking import let_in
from evidence.queries.answers import nil_corrected_since
from evidence.queries.people import addresses_of
from evidence.rules import requests as rules
from evidence.rules.requests import Brief
from messaging import post
from reviews.access import Refused
from reviews.models import AgencyInvolvement, Review


@dataclass(frozen=True, kw_only=True)
class Commission:
    """What came of a round: what is asked now, who was told, who must be told another way."""

    asked: list[EvidenceRequest] = field(default_factory=list)
    told: list[AgencyInvolvement] = field(default_factory=list)
    untold: list[AgencyInvolvement] = field(default_factory=list)
    admitted: list[User] = field(default_factory=list)


@transaction.atomic
def ask_for_evidence(
    *,
    review: Review,
    asked: Mapping[AgencyInvolvement, Tier],
    brief: Brief,
    asked_on: date,
    admit_contacts: bool = False,
    today: date,
    by: Actor,
    at: datetime,
) -> Commission:
    """
    Say what is asked of each agency from a day on, and email those of whom something is asked:
    their admitted people, and where their letters go.

    An agency of which just this is asked already is left alone, so that a form sent twice asks
    once. What was asked before is kept.

    asked_on: today, or an earlier day for what was asked elsewhere.
    admit_contacts: let each single point of contact sign in to read it.

    Raises Refused without the right, with nothing new to ask, for an impossible day, or for a
    change without a reason.
    """
    rules.check_can_ask(by, review)
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rows = [
        (drafted(part, asked[part], brief, asked_on), standing(part))
        for part in parts_of(review, asked)
    ]
    new = [(request, before) for request, before in rows if not is_same(request, before)]
    if not new:
        raise Refused("Just this is asked already. Nothing has changed.")
    rules.check_round(
        review,
        [request.asks for request, _ in new],
        brief,
        asked_on=asked_on,
        changes_something=any(before for _, before in new),
        today=today,
    )
    done = Commission()
    for request, before in new:
        rules.check_writer(request.involvement, request.written_by)
        keep(request, before, by=by, at=at)
        done.asked.append(request)
        if not brief.told_otherwise and is_worth_telling(request, before):
            tell(request, before, done, admit_contacts=admit_contacts, today=today, by=by, at=at)
    return done


def parts_of(review: Review, parts: Iterable[AgencyInvolvement]) -> list[AgencyInvolvement]:
    """Fetch what asking needs. Raises Refused for an agency of another review."""
    wanted = [part.pk for part in parts]
    found = list(
        review.involvements.filter(pk__in=wanted)
        .select_related("agency", "review")
        .prefetch_related(
            "evidence_requests", "scoping_returns", "agency__contacts", "memberships__user"
        )
    )
    if not found or len(found) != len(wanted):
        raise Refused("Choose what to ask of at least one agency of this review.")
    return found


def standing(part: AgencyInvolvement) -> EvidenceRequest | None:
    requests = list(part.evidence_requests.all())
    return requests[-1] if requests else None


def drafted(part: AgencyInvolvement, tier: Tier, brief: Brief, asked_on: date) -> EvidenceRequest:
    return EvidenceRequest(
        involvement=part,
        tier=tier,
        asked_on=asked_on,
        due_on=brief.due_on if tier.asks_for_something else None,
        chronology_due_on=chronology_first(part, tier, brief, asked_on),
        written_by=brief.written_by if tier.asks_for_something else None,
        decided_at=brief.decided_at,
        whom_to_ring=brief.whom_to_ring,
        note=brief.note,
        reason=brief.reason,
        told_otherwise=brief.told_otherwise,
    )


def chronology_first(
    part: AgencyInvolvement, tier: Tier, brief: Brief, asked_on: date
) -> date | None:
    """
    Return the day of a chronology that comes before the report: as said now, or as it was asked
    for in an earlier step, so that asking for the report later does not put the chronology off.
    """
    if not (tier.has_chronology and tier.report and brief.due_on):
        return None
    before = standing(part)
    asked = before.chronology_by if before and before.asks.has_chronology else None
    first = brief.chronology_due_on or (max(asked, asked_on) if asked else None)
    return first if first and first < brief.due_on else None


def is_same(request: EvidenceRequest, before: EvidenceRequest | None) -> bool:
    """Test whether just this is asked already, and nothing came in since that it could rest on."""
    names = ("tier", "due_on", "note", "whom_to_ring", "written_by_id", "chronology_due_on")
    if before is None or nil_corrected_since(request.involvement, before.recorded_at):
        return False
    return all(getattr(before, n) == getattr(request, n) for n in names)


def keep(
    request: EvidenceRequest, before: EvidenceRequest | None, *, by: Actor, at: datetime
) -> None:
    """Write a request, and the report that it asks for where there is none yet."""
    part = request.involvement
    request.recorded_at, request.recorded_by = at, person_behind(by)
    request.reason = request.reason if before else ""
    request.save()
    if request.asks.report:
        IndividualManagementReview.objects.get_or_create(
            involvement=part, defaults={"recorded_at": at}
        )
    trail.record(
        "evidence.changed" if before else "evidence.asked",
        by=person_behind(by),
        at=at,
        review_ref=part.review.reference,
        involvement_id=part.pk,
        request_id=request.pk,
        tier=request.tier,
    )


def is_worth_telling(request: EvidenceRequest, before: EvidenceRequest | None) -> bool:
    """Test whether an agency must hear of it: not where nothing is asked, now or before."""
    asked_before = bool(before and before.asks.asks_for_something)
    return request.asks.asks_for_something or asked_before


def tell(
    request: EvidenceRequest,
    before: EvidenceRequest | None,
    done: Commission,
    *,
    admit_contacts: bool,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """Email everybody of an agency, and let its contact in where that is wanted."""
    part = request.involvement
    asked_before = bool(before and before.asks.asks_for_something)
    sent = [
        post.send(
            "evidence_changed" if asked_before else "evidence_requested",
            to=address,
            review_ref=part.review.reference,
            path=reverse("evidence:evidence-request", args=[part.review.reference, part.pk]),
            by=person_behind(by),
            at=at,
        )
        for address in addresses_of(part, today=today, writer=request.written_by)
    ]
    request.messages.set(sent)
    (done.told if sent else done.untold).append(part)
    contact = part.agency.single_point
    if admit_contacts and contact:
        done.admitted.extend(let_in(contact, to=part, today=today, by=by, at=at))
