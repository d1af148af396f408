"""What an agency is asked for as evidence: the whole of it on one page, to read or print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from agencies.models import User
from evidence.models import EvidenceRequest
from evidence.queries.letter import Subject, subjects
from panels.models import KeyLineOfEnquiry
from panels.queries.terms import latest_agreed
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement, Review


@dataclass(frozen=True)
class EvidenceLetter:
    """
    What is asked of one agency, for one reader.

    earlier: what was asked before, the latest first.
    period: as it prints; the days themselves are for those who may know them.
    """

    request: EvidenceRequest
    earlier: list[EvidenceRequest]
    subjects: list[Subject]
    names_are_hidden: bool
    period: str
    period_from: date | None
    period_to: date | None
    outside_period: str
    enquiries: list[KeyLineOfEnquiry]


def evidence_letter_for(reader: User, part: AgencyInvolvement) -> EvidenceLetter | None:
    """Return what is asked of an agency now; None where nothing ever was."""
    with_requests([part])
    return letter_of(part, told_to(reader, part)) if part.evidence_requests.all() else None


def with_requests(parts: Sequence[AgencyInvolvement]) -> None:
    """Fetch all that was asked of agencies, with who writes and which meeting decided it."""
    asked = EvidenceRequest.objects.select_related("written_by", "decided_at")
    prefetch_related_objects(parts, Prefetch("evidence_requests", asked))


def letter_of(part: AgencyInvolvement, told: dict[str, Any]) -> EvidenceLetter | None:
    """Return it with what its reader is told of the review: `told_to`, once for many agencies."""
    requests = sorted(part.evidence_requests.all(), key=lambda one: -one.pk)
    return EvidenceLetter(request=requests[0], earlier=requests[1:], **told) if requests else None


def told_to(reader: User, place: AgencyInvolvement | Review) -> dict[str, Any]:
    """Return what a letter says of the review itself, as far as a reader may know it there."""
    review = place if isinstance(place, Review) else place.review
    may_know = access.has(reader, Permission.IDENTITIES_READ, on=place)
    agreed = latest_agreed(review)
    return {
        "subjects": subjects(review, may_know=may_know),
        "names_are_hidden": not may_know,
        "period": agreed.period_in_print if agreed else "",
        "period_from": review.period_from if may_know else None,
        "period_to": review.period_to if may_know else None,
        "outside_period": agreed.outside_period if agreed else "",
        "enquiries": list(agreed.enquiries.all()) if agreed else [],
    }
