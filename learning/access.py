"""
Who searches what was learnt, and who keeps it in order: by posts in a partnership, and by parts in
its reviews that word findings, recommendations and actions.
"""

from datetime import date

from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404

from agencies.models import (
    READS_FIGURES,
    Actor,
    CommunitySafetyPartnership,
    PostKind,
    User,
)
from learning.models import Lesson, PastReview, ReportReading, Theme
from reviews.access import Permission, Refused, holds_post, partnerships_of
from reviews.models import ReviewGrant

# Whoever words recommendations looks first what was recommended before
SEARCHES = (Permission.DRAFT_WRITE, Permission.PLAN_WRITE)


def place_or_404(reader: User, slug: str, *, today: date) -> CommunitySafetyPartnership:
    """
    Return a partnership to whoever searches its learning. Raises Http404 to anybody else.

    Posts are asked first: whoever holds one may stand in thousands of reviews.
    """
    held = partnerships_of(reader, *READS_FIGURES, today=today).filter(slug=slug).first()
    if held is not None:
        return held
    rows = ReviewGrant.objects.standing_for(reader).filter(
        permission__codename__in=SEARCHES, content_object__partnership=OuterRef("pk")
    )
    return get_object_or_404(CommunitySafetyPartnership, Exists(rows), slug=slug)


def kept_place_or_404(reader: User, slug: str, *, today: date) -> CommunitySafetyPartnership:
    """Return a partnership to its officers, who bring reports in and keep the themes."""
    rows = partnerships_of(reader, PostKind.OFFICER, today=today)
    return get_object_or_404(rows, slug=slug)


def keeps(actor: Actor, partnership: CommunitySafetyPartnership, *, today: date) -> bool:
    """Test whether somebody brings reports in and keeps the themes."""
    return holds_post(actor, partnership, PostKind.OFFICER, today=today)


def require_keeps(actor: Actor, partnership: CommunitySafetyPartnership, *, today: date) -> None:
    """Raise Refused unless somebody does."""
    if not keeps(actor, partnership, today=today):
        raise Refused("Only a CSP officer of the partnership keeps its learning in order.")


def theme_or_404(place: CommunitySafetyPartnership, pk: int) -> Theme:
    return get_object_or_404(Theme.objects.standing(), partnership=place, pk=pk)


def lesson_or_404(place: CommunitySafetyPartnership, pk: int) -> Lesson:
    rows = Lesson.objects.standing().select_related("publication__review", "past_review")
    return get_object_or_404(rows, partnership=place, pk=pk)


def past_review_or_404(place: CommunitySafetyPartnership, pk: int) -> PastReview:
    return get_object_or_404(PastReview, partnership=place, pk=pk)


def reading_or_404(place: CommunitySafetyPartnership, pk: int) -> ReportReading:
    """Return what was read of a report and waits to be confirmed."""
    rows = ReportReading.objects.filter(recorded_as=None)
    return get_object_or_404(rows, partnership=place, pk=pk)
