"""The doors to a hold, an extension, a yearly look and what was decided of some days."""

from typing import TypeVar

from django.db.models import Model
from django.http import Http404

from agencies.models import User
from audit.queries import of_review
from reviews import access
from reviews.access import Permission
from reviews.models import Review
from timescales.models import DelaySpan, Extension, Hold, YearlyLook

M = TypeVar("M", bound=Model)


class TakenBackError(Exception):
    """What is asked for was taken back before. Raised to whoever may open the review's page."""


def hold_or_404(actor: User, reference: str, pk: int) -> Hold:
    """Return a hold to whoever moves the review; not found and not allowed look the same."""
    review = access.review_or_404(actor, reference, Permission.STAGE_MOVE)
    return found_in(review, Hold, pk, taken_back="hold.taken_back", by_id="hold_id")


def extension_or_404(actor: User, reference: str, pk: int) -> Extension:
    review = access.review_or_404(actor, reference, Permission.STAGE_MOVE)
    return found_in(review, Extension, pk, taken_back="extension.taken_back", by_id="extension_id")


def span_or_404(actor: User, reference: str, pk: int) -> DelaySpan:
    review = access.review_or_404(actor, reference, Permission.STAGE_MOVE)
    return found_in(review, DelaySpan, pk, taken_back="delay.taken_back", by_id="span_id")


def yearly_look_or_404(actor: User, reference: str, pk: int) -> YearlyLook:
    review = access.review_or_404(actor, reference, Permission.ACCESS_MANAGE)
    return found_in(
        review, YearlyLook, pk, taken_back="yearly_look.taken_back", by_id="yearly_look_id"
    )


def found_in(review: Review, model: type[M], pk: int, *, taken_back: str, by_id: str) -> M:
    """
    Return a record of a review.

    taken_back, by_id: the event that says it was taken out, and where that holds its number.
    Raises TakenBackError where the trail knows of that, and Http404 where nothing ever was.
    """
    rows = model._default_manager.select_related("review")
    found = rows.filter(review=review, pk=pk).first()
    if found:
        return found
    if of_review(review.reference).filter(event=taken_back, **{f"subjects__{by_id}": pk}).exists():
        raise TakenBackError
    raise Http404
