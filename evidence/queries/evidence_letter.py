"""What an agency is asked for as evidence: the whole of it on one page, to read or print."""

from dataclasses import dataclass
from datetime import date

from agencies.models import User
from evidence.models import EvidenceRequest
from evidence.queries.letter import Subject, subjects
from panels.models import KeyLineOfEnquiry
from panels.queries.terms import latest_agreed
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement


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
    requests = list(reversed(part.evidence_requests.all()))
    if not requests:
        return None
    may_know = access.has(reader, Permission.IDENTITIES_READ, on=part)
    review, agreed = part.review, latest_agreed(part.review)
    return EvidenceLetter(
        request=requests[0],
        earlier=requests[1:],
        subjects=subjects(review, may_know=may_know),
        names_are_hidden=not may_know,
        period=agreed.period_in_print if agreed else "",
        period_from=review.period_from if may_know else None,
        period_to=review.period_to if may_know else None,
        outside_period=agreed.outside_period if agreed else "",
        enquiries=list(agreed.enquiries.all()) if agreed else [],
    )
