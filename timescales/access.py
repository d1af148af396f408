"""The doors to a hold, an extension and what was decided of some days."""

from django.shortcuts import get_object_or_404

from agencies.models import User
from reviews import access
from reviews.access import Permission
from timescales.models import DelaySpan, Extension, Hold, YearlyLook


def hold_or_404(actor: User, reference: str, pk: int) -> Hold:
    """Return a hold to whoever moves the review; not found and not allowed look the same."""
    review = access.review_or_404(actor, reference, Permission.STAGE_MOVE)
    return get_object_or_404(Hold.objects.select_related("review"), review=review, pk=pk)


def extension_or_404(actor: User, reference: str, pk: int) -> Extension:
    review = access.review_or_404(actor, reference, Permission.STAGE_MOVE)
    return get_object_or_404(Extension.objects.select_related("review"), review=review, pk=pk)


def span_or_404(actor: User, reference: str, pk: int) -> DelaySpan:
    review = access.review_or_404(actor, reference, Permission.STAGE_MOVE)
    return get_object_or_404(DelaySpan.objects.select_related("review"), review=review, pk=pk)


def yearly_look_or_404(actor: User, reference: str, pk: int) -> YearlyLook:
    review = access.review_or_404(actor, reference, Permission.ACCESS_MANAGE)
    return get_object_or_404(YearlyLook.objects.select_related("review"), review=review, pk=pk)
