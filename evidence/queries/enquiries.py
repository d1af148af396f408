"""The lines of enquiry that stand, and what agencies say on them."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, prefetch_related_objects

from evidence.models import EnquiryAnalysis, ImrVersion, IndividualManagementReview
from panels.models import KeyLineOfEnquiry, TermsOfReference
from reviews.models import Review


def standing_lines() -> QuerySet[KeyLineOfEnquiry]:
    """Return the lines of the terms that each review agreed last, across reviews."""
    later = TermsOfReference.objects.agreed().filter(
        review=OuterRef("terms__review"), number__gt=OuterRef("terms__number")
    )
    return KeyLineOfEnquiry.objects.filter(~Exists(later), terms__agreed_on__isnull=False)


@dataclass(frozen=True)
class EnquiryLine:
    """One line of enquiry, and what a version says on it; None while it says nothing."""

    enquiry: KeyLineOfEnquiry
    analysis: EnquiryAnalysis | None


def lines_of(review: Review) -> list[KeyLineOfEnquiry]:
    """Return the lines of enquiry that stand in one review. One query."""
    agreed = TermsOfReference.objects.agreed().filter(review=review).order_by("-number")
    return list(KeyLineOfEnquiry.objects.filter(terms=agreed.values("pk")[:1]))


def fetch_content(version: ImrVersion) -> None:
    """Fetch what a version says, line by line. Two queries."""
    analyses = EnquiryAnalysis.objects.select_related("enquiry")
    prefetch_related_objects([version], Prefetch("analyses", analyses), "points")


def lines_for(imr: IndividualManagementReview, version: ImrVersion | None) -> list[EnquiryLine]:
    """Return the lines of enquiry that stand, each with what a version says on it."""
    rows = version.analyses.select_related("enquiry") if version else []
    said = {row.enquiry.root: row for row in rows}
    standing = lines_of(imr.involvement.review)
    return [EnquiryLine(enquiry, said.get(enquiry.root)) for enquiry in standing]


def said_lines(version: ImrVersion) -> list[EnquiryLine]:
    """Return what a version says on lines of enquiry, as they were worded when it said so."""
    return [EnquiryLine(row.enquiry, row) for row in version.analyses.all()]
