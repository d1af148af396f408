"""
The doors to the working text, to drafts and to what hangs on them.

Who writes the report, and who sends it to the Home Office, sees the working text and every draft;
everybody else who reads drafts sees those that were released.
"""

from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import Actor, User
from reports.models import Draft, DraftComment
from reports.models.draft import DraftQuerySet
from reviews import access
from reviews.access import Permission
from reviews.models import Review

BEFORE_RELEASE = (Permission.DRAFT_WRITE, Permission.SUBMISSION_MAKE)


def sees_unreleased(actor: Actor, review: Review) -> bool:
    """Test whether somebody reads the text before it is released to the panel."""
    return any(access.has(actor, permission, on=review) for permission in BEFORE_RELEASE)


def drafts_for(actor: Actor, review: Review) -> DraftQuerySet:
    """Return the drafts that somebody may see, latest first."""
    drafts = Draft.objects.filter(review=review)
    return drafts if sees_unreleased(actor, review) else drafts.released()


def working_text_or_404(actor: User, reference: str) -> Review:
    """Return a review to somebody who sees its report before release. Raises Http404 likewise."""
    review = access.review_or_404(actor, reference, Permission.DRAFT_READ)
    if not sees_unreleased(actor, review):
        raise Http404
    return review


def draft_or_404(
    actor: User, reference: str, number: int, permission: Permission = Permission.DRAFT_READ
) -> Draft:
    """Return a draft that somebody may see, by its number in the review. Raises Http404."""
    review = access.review_or_404(actor, reference, permission)
    draft = get_object_or_404(
        drafts_for(actor, review).select_related("panel_agreement__meeting", "recorded_by"),
        number=number,
    )
    draft.review = review
    return draft


def comment_or_404(actor: User, reference: str, number: int, pk: int) -> DraftComment:
    """Return a comment on a draft that somebody may see. Raises Http404 likewise."""
    draft = draft_or_404(actor, reference, number)
    comment = get_object_or_404(draft.comments.select_related("original", "recorded_by"), pk=pk)
    comment.draft = draft
    return comment
