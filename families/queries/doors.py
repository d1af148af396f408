"""The only ways to hold something of a compartment: not found and not allowed look the same."""

from django.shortcuts import get_object_or_404

from agencies.models import User
from documents.models import Document
from families.models import FamilyContact, FamilyContactEntry
from reviews import access
from reviews.access import Permission


def contact_or_404(user: User, reference: str, contact_id: int) -> FamilyContact:
    """Return somebody of a review's compartment for a page. Raises Http404."""
    review = access.review_or_404(user, reference, Permission.FAMILY_READ)
    people = FamilyContact.objects.readable_by(user).filter(review=review)
    contact = get_object_or_404(
        people.with_standing().select_related("person").prefetch_related("quiet_dates"),
        pk=contact_id,
    )
    contact.review = review
    return contact


def entry_or_404(contact: FamilyContact, user: User, entry_id: int) -> FamilyContactEntry:
    """Return an entry of a contact's log that was neither corrected nor taken back."""
    log = FamilyContactEntry.objects.readable_by(user).standing().filter(contact=contact)
    entry = get_object_or_404(log.select_related("original", "root", "person"), pk=entry_id)
    entry.contact = contact
    return entry


def original_or_404(contact: FamilyContact, user: User, entry_id: int) -> Document:
    """Return the letter, email or notes of an entry, also of one that was corrected since."""
    log = FamilyContactEntry.objects.readable_by(user).filter(contact=contact)
    return get_object_or_404(Document, pk__in=log.filter(pk=entry_id).values("original"))
