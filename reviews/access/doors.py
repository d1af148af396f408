"""How a page gets hold of a review or of an agency's part in it. There is no other way."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import User
from reviews.access.questions import has
from reviews.models import AgencyInvolvement, Permission, Review


def review_or_404(actor: User, reference: str, permission: Permission) -> Review:
    """Return a review for a page. Not found and not allowed look the same: Http404."""
    review = get_object_or_404(Review.objects.select_related("partnership"), reference=reference)
    if not has(actor, permission, on=review):
        raise Http404
    return review


def involvement_or_404(
    actor: User, reference: str, pk: int, permission: Permission
) -> AgencyInvolvement:
    """Return an agency's part in a review for a page. Raises Http404 likewise."""
    involvement = get_object_or_404(
        AgencyInvolvement.objects.select_related("review__partnership", "agency"),
        pk=pk,
        review__reference=reference,
    )
    if not has(actor, permission, on=involvement):
        raise Http404
    return involvement
