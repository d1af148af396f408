"""The questions of one side of a compartment, those that wait first."""

from agencies.models import User
from families.models import FamilyQuestion, Side
from panels.models import KeyLineOfEnquiry, TermsOfReference
from reviews.models import Review


def questions_on(review: Review, side: Side, reader: User) -> list[FamilyQuestion]:
    """Return what people on one side ask, the unanswered first and what was taken back last."""
    found = FamilyQuestion.objects.readable_by(reader).on_side(side).filter(contact__review=review)
    rows = list(found.select_related("contact__person", "enquiry"))
    for row in rows:
        row.contact.review = review
    return sorted(rows, key=lambda row: (row.taken_back_at is not None, not row.is_open))


def enquiries_of(review: Review) -> list[KeyLineOfEnquiry]:
    """Return the lines of enquiry of the terms agreed last."""
    terms = TermsOfReference.objects.agreed().filter(review=review).last()
    return list(terms.enquiries.all()) if terms else []
