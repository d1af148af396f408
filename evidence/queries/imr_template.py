"""The template for an agency's report: on its page, and for the command that writes documents."""

from agencies.models import Actor
from documents.kinds import DocumentKind
from evidence.models import EvidenceRequest
from evidence.papers.imr_template import ImrTemplate, imr_template_file
from evidence.queries.letter import subjects
from pages.templatetags.dates import date_long
from panels.queries.terms import latest_agreed
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement, Review


def imr_template(part: AgencyInvolvement, *, kind: DocumentKind, reader: Actor) -> bytes:
    """
    Return the template for one agency. Listed in AGENCY_DOCUMENTS.

    Raises Refused without the right, or for another kind of file than Word.
    """
    access.require(reader, Permission.INVOLVEMENT_READ, on=part)
    if kind != DocumentKind.DOCX:
        raise Refused("The template is a Word file, to write in. Choose docx.")
    return imr_template_file(template_for(reader, part))


def template_for(reader: Actor, part: AgencyInvolvement) -> ImrTemplate:
    """
    Return what the template says to one reader: the days of the period only to those who may know
    them, and of the people no more than how the review calls them.
    """
    review, agreed = part.review, latest_agreed(part.review)
    request = standing_request(part)
    may_know = access.has(reader, Permission.IDENTITIES_READ, on=part)
    return ImrTemplate(
        reference=review.reference,
        agency=part.agency.name,
        tier=request.get_tier_display() if request else "",
        due=date_long(request.due_on) if request and request.due_on else "",
        period=agreed.period_in_print if agreed else "",
        days=days_of(review) if may_know else "",
        outside_period=agreed.outside_period if agreed else "",
        people=[(one.role, one.name) for one in subjects(review, may_know=False)],
        enquiries=[line.text for line in agreed.enquiries.all()] if agreed else [],
    )


def standing_request(part: AgencyInvolvement) -> EvidenceRequest | None:
    last: EvidenceRequest | None = part.evidence_requests.last()
    return last


def days_of(review: Review) -> str:
    if not (review.period_from and review.period_to):
        return ""
    return f"{date_long(review.period_from)} to {date_long(review.period_to)}"
