"""The doors to what was sent to bodies outside the review, with an account or by a link."""

from datetime import date, datetime

from django.shortcuts import get_object_or_404

from actionplans import access as plan
from agencies.access import partnership_or_404
from agencies.models import READS_FIGURES, CommunitySafetyPartnership, User
from guests.access import link_behind
from postoffice.models import Dispatch, DispatchLink, Reply, SentWords
from privacy.row_locks import lifted
from reviews.models import Review

ROWS = Dispatch.objects.select_related("review__partnership", "body")


def dispatch_or_404(user: User, reference: str, number: int) -> Dispatch:
    """Return a dispatch to whoever reads the plan of its review."""
    return of_review(plan.review_or_404(user, reference), number)


def kept_dispatch_or_404(user: User, reference: str, number: int) -> Dispatch:
    """Return a dispatch to whoever writes the plan of its review."""
    return of_review(plan.planned_review_or_404(user, reference), number)


def of_review(review: Review, number: int) -> Dispatch:
    found = get_object_or_404(ROWS, review=review, number=number)
    found.review = review
    return found


def line_or_404(dispatch: Dispatch, pk: int) -> SentWords:
    line = get_object_or_404(dispatch.lines.select_related("recommendation"), pk=pk)
    line.dispatch = dispatch
    return line


def reply_or_404(dispatch: Dispatch, pk: int) -> Reply:
    rows = Reply.objects.select_related("line__recommendation", "passed_to", "document", "original")
    return get_object_or_404(rows, line__dispatch=dispatch, pk=pk)


def place_or_404(reader: User, slug: str, *, today: date) -> CommunitySafetyPartnership:
    """Return a partnership to its officers and chair; to anybody else it is not there."""
    return partnership_or_404(reader, slug, *READS_FIGURES, today=today)


def dispatch_behind(secret: str, *, origin: str, at: datetime) -> DispatchLink | None:
    """Return what somebody holds a link to, whether or not it is open; None where there is none."""
    guest = link_behind(secret, origin=origin, at=at)
    with lifted():  # a secret tells by itself whose letter it opens
        found = DispatchLink.objects.filter(link=guest).select_related(
            "link", "dispatch__review__partnership", "dispatch__body"
        )
        return found.first() if guest else None
