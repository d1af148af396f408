"""
The doors to the working text, to drafts and to what hangs on them.

Who writes the report, and who sends it to the Home Office, sees the working text and every draft;
everybody else who reads drafts sees those that were released.
"""

from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import Actor, User
from documents.models import Document
from reports.models import Draft, DraftComment, ReportCall, ReportFigure, ReturnedText
from reports.models.draft import DraftQuerySet
from reports.readers.marks import DRAWN
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
        drafts_for(actor, review).select_related(
            "panel_agreement__meeting", "recorded_by", "original"
        ),
        number=number,
    )
    draft.review = review
    return draft


def original_or_404(actor: User, reference: str, number: int) -> Document:
    """
    Return the file that a draft was read from, to those who read drafts before release: nobody
    looked the file itself through. Raises Http404.
    """
    draft = draft_or_404(actor, reference, number)
    if draft.original is None or not sees_unreleased(actor, draft.review):
        raise Http404
    return draft.original


def comment_or_404(actor: User, reference: str, number: int, pk: int) -> DraftComment:
    """Return a comment on a draft that somebody may see. Raises Http404 likewise."""
    draft = draft_or_404(actor, reference, number)
    comment = get_object_or_404(draft.comments.select_related("original", "recorded_by"), pk=pk)
    comment.draft = draft
    return comment


def returned_text_or_404(actor: User, reference: str, number: int) -> ReturnedText:
    """Return a Word file that came back, to those who write the report. Raises Http404."""
    review = access.review_or_404(actor, reference, Permission.DRAFT_WRITE)
    found = review.returned_texts.select_related("document", "returned_by")
    returned = get_object_or_404(found, number=number)
    returned.review = review
    return returned


def figure_or_404(actor: User, reference: str, sign: str) -> ReportFigure:
    """
    Return a figure of the report, to those who write it; of one that is drawn, a new row where
    it has no words of its own yet. Raises Http404.
    """
    review = access.review_or_404(actor, reference, Permission.DRAFT_WRITE)
    found = review.report_figures.filter(removed_at=None).select_related("document", "recorded_by")
    figure = found.filter(sign=sign).first()
    if figure is None and sign not in DRAWN:
        raise Http404
    figure = figure or ReportFigure(review=review, sign=sign)
    figure.review = review
    return figure


def call_or_404(actor: User, reference: str, number: int) -> ReportCall:
    """Return a call of the sequence, to those who write the report. Raises Http404."""
    review = access.review_or_404(actor, reference, Permission.DRAFT_WRITE)
    call = get_object_or_404(review.report_calls, number=number)
    call.review = review
    return call
