"""The doors to packs, points and what is published of a review."""

from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import User
from publications.models import QaAnswer, QaPoint, QaSubmission, SubmissionItem
from reviews import access
from reviews.access import Permission
from reviews.models import Review


def round_or_404(actor: User, reference: str, number: int, permission: Permission) -> QaSubmission:
    """
    Return a round for a page. Raises Http404 as `access.review_or_404` does; while it is being
    put together, to everybody but those who do, and those who certify what they have read.
    """
    review = access.review_or_404(actor, reference, permission)
    found = get_object_or_404(review.qa_submissions.whole(), round=number)
    if not found.is_submitted and not sees_unsent(actor, review):
        raise Http404
    found.review = review
    return found


def sees_unsent(actor: User, review: Review) -> bool:
    """Test whether somebody reads a pack before it is sent: to make it, or to certify it."""
    before = (Permission.SUBMISSION_MAKE, Permission.ANONYMITY_CHECK)
    return any(access.has(actor, one, on=review) for one in before)


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
    answers = QaAnswer.objects.select_related(
        "recorded_by", "changed_in", "printed_reason__section"
    ).defer("changed_in__content")
    rows = found.points.select_related("given_to__user").prefetch_related(
        Prefetch("answers", answers)
    )
    row = get_object_or_404(rows, number=point)
    row.submission = found
    for answer in row.answers.all():
        answer.point = row
    return row
