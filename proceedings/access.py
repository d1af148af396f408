"""The doors to what passes between the review and other bodies."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from agencies.models import User
from proceedings.models import DisclosureItem, Loan, MaySee, MediaEntry, ProcessContact
from reviews import access
from reviews.access import Permission
from reviews.models import Review

# Who sees the record of a loan is who may see what was lent
READS_LOAN = {
    MaySee.WRITERS: Permission.DRAFT_WRITE,
    MaySee.RUNNERS: Permission.PANEL_WRITE,
    MaySee.PANEL: Permission.PANEL_READ,
}


def contact_or_404(actor: User, reference: str, pk: int) -> ProcessContact:
    """Return a contact to whoever runs the review. Raises Http404 to everybody else."""
    review = access.review_or_404(actor, reference, Permission.PANEL_WRITE)
    rows = ProcessContact.objects.filter(process__review=review)
    return get_object_or_404(rows.select_related("process__review"), pk=pk)


def item_or_404(actor: User, reference: str, number: int) -> DisclosureItem:
    """Return a line of the disclosure register. Raises Http404 likewise."""
    review = access.review_or_404(actor, reference, Permission.PANEL_WRITE)
    return get_object_or_404(review.disclosure_items.select_related("process"), number=number)


def loan_or_404(actor: User, reference: str, number: int) -> Loan:
    """Return what was lent to whoever runs the review and may see it. Raises Http404 likewise."""
    review = access.review_or_404(actor, reference, Permission.PANEL_WRITE)
    return get_object_or_404(loans_readable(actor, review), number=number)


def media_entry_or_404(actor: User, reference: str, pk: int) -> MediaEntry:
    """Return an entry of the media log to whoever runs the review. Raises Http404 likewise."""
    review = access.review_or_404(actor, reference, Permission.PANEL_WRITE)
    return get_object_or_404(review.media_entries, pk=pk)


def loans_readable(actor: User, review: Review) -> QuerySet[Loan]:
    """Return what was lent to a review and this person may see."""
    kinds = [kind for kind, code in READS_LOAN.items() if access.has(actor, code, on=review)]
    return review.loans.filter(may_see__in=kinds)
