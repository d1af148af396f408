"""The only ways to hold something of a compartment: not found and not allowed look the same."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import User
from documents.models import Document
from families.models import (
    ExtractKind,
    FamilyContact,
    FamilyContactEntry,
    FamilyExtract,
    FamilyQuestion,
)
from families.queries.publication import Child, children_of
from privacy.row_locks import lifted
from reviews import access
from reviews.access import Permission
from reviews.models import Review


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


def question_or_404(user: User, reference: str, contact_id: int, asked: int) -> FamilyQuestion:
    """Return what somebody of a review's compartment asked. Raises Http404."""
    contact = contact_or_404(user, reference, contact_id)
    asked_by = FamilyQuestion.objects.readable_by(user).filter(contact=contact)
    question = get_object_or_404(asked_by.select_related("enquiry"), pk=asked)
    question.contact = contact
    return question


def extract_or_404(user: User, reference: str, contact_id: int, extract_id: int) -> FamilyExtract:
    """Return an extract of somebody of a review's compartment. Raises Http404."""
    contact = contact_or_404(user, reference, contact_id)
    kept = FamilyExtract.objects.readable_by(user).filter(contact=contact)
    extract = get_object_or_404(kept.select_related("picture"), pk=extract_id)
    extract.contact, extract.review = contact, contact.review
    return extract


def panel_review_or_404(user: User, reference: str) -> Review:
    """
    Return a review to those before whom words of the family are released: whoever comments on
    drafts sits with the panel, and whoever opens the compartment sees what was let out of it.
    """
    review = access.review_or_404(user, reference, Permission.REVIEW_READ)
    sees = (Permission.DRAFT_COMMENT, Permission.FAMILY_READ)
    if not any(access.has(user, permission, on=review) for permission in sees):
        raise Http404
    return review


def panel_picture_or_404(review: Review, number: int) -> Document:
    """Return a photograph that was released, to those whom `panel_review_or_404` let in."""
    released = FamilyExtract.objects.before_the_panel().filter(kind=ExtractKind.PHOTOGRAPH)
    with lifted():
        kept = get_object_or_404(released.select_related("picture"), review=review, number=number)
    if kept.picture is None:
        raise Http404
    return kept.picture


def child_or_404(user: User, reference: str, person_id: int) -> Child:
    """Return a child of a review, to whoever opens its compartment. Raises Http404."""
    review = access.review_or_404(user, reference, Permission.FAMILY_READ)
    for child in children_of(review, user):
        if child.person.pk == person_id:
            child.person.review = review
            return child
    raise Http404
