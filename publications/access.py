"""The doors to packs, points and what is published of a review."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import User
from publications.models import QaPoint, QaSubmission, SubmissionItem
from reviews import access
from reviews.access import Permission
from reviews.models import Review


def round_or_404(actor: User, reference: str, number: int, permission: Permission) -> QaSubmission:
    """
    Return a round for a page. Raises Http404 as `access.review_or_404` does; while it is being
    put together, to everybody but those who do.
    """
    review = access.review_or_404(actor, reference, permission)
    found = get_object_or_404(review.qa_submissions.whole(), round=number)
    if not found.is_submitted and not access.has(actor, Permission.SUBMISSION_MAKE, on=review):
        raise Http404
    found.review = review
    return found


def draft_round_or_404(actor: User, reference: str, number: int) -> QaSubmission:
    """Return a round that is being put together, to whoever does. Raises Http404 likewise."""
    found = round_or_404(actor, reference, number, Permission.SUBMISSION_MAKE)
    if found.is_submitted:
        raise Http404
    return found


def item_or_404(actor: User, reference: str, number: int, pk: int) -> SubmissionItem:
    """
    Return a file of a pack to whoever reads packs inside the review. Raises Http404 likewise; the
    Home Office's liaison has pages of their own.
    """
    found = round_or_404(actor, reference, number, Permission.QA_READ)
    if not access.has(actor, Permission.SUBMISSION_READ, on=found.review):
        raise Http404
    return get_object_or_404(found.items.select_related("document"), pk=pk)


def point_or_404(
    actor: User, reference: str, number: int, point: int, permission: Permission
) -> QaPoint:
    """Return a point of a letter, by its number in the round. Raises Http404 likewise."""
    found = round_or_404(actor, reference, number, permission)
    rows = found.points.select_related("given_to__user").prefetch_related("answers__recorded_by")
    row = get_object_or_404(rows, number=point)
    row.submission = found
    return row


def review_to_look_at_or_404(actor: User, reference: str) -> Review:
    """Return a review to whoever looks at what would be public. Raises Http404 likewise."""
    try:
        return access.review_or_404(actor, reference, Permission.QA_WRITE)
    except Http404:
        return access.review_or_404(actor, reference, Permission.DECISION_ENTER)
