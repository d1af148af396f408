"""The lines of enquiry that stand, and what agencies say on them."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidence.models import EnquiryAnalysis, ImrVersion, IndividualManagementReview
from panels.models import KeyLineOfEnquiry, TermsOfReference
from panels.queries.terms import lines_of_enquiry


def standing_enquiries(review_ids: Iterable[int]) -> dict[int, list[KeyLineOfEnquiry]]:
    """Return by review the lines of the terms agreed last. Two queries, however many reviews."""
    agreed = (
        TermsOfReference.objects.agreed()
        .filter(review__in=set(review_ids))
        .only("review", "number")
        .prefetch_related("enquiries")
        .order_by("number")
    )
    return {terms.review_id: list(terms.enquiries.all()) for terms in agreed}


@dataclass(frozen=True)
class EnquiryLine:
    """One line of enquiry, and what a version says on it; None while it says nothing."""

    enquiry: KeyLineOfEnquiry
    analysis: EnquiryAnalysis | None


def lines_for(imr: IndividualManagementReview, version: ImrVersion | None) -> list[EnquiryLine]:
    """Return the lines of enquiry that stand, each with what a version says on it."""
    said = {row.enquiry.root: row for row in version.analyses.all()} if version else {}
    standing = lines_of_enquiry(imr.involvement.review)
    return [EnquiryLine(enquiry, said.get(enquiry.root)) for enquiry in standing]


def said_lines(version: ImrVersion) -> list[EnquiryLine]:
    """Return what a version says on lines of enquiry, as they were worded when it said so."""
    return [EnquiryLine(row.enquiry, row) for row in version.analyses.all()]
