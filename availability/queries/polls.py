"""Which polls a review has, and how far each is."""

from django.db.models import Count, Q, QuerySet

from availability.models import DatesPoll, PollInvitee
from reviews.models import Review


def polls_of(review: Review) -> QuerySet[DatesPoll]:
    """Return the polls of a review, latest first, each with how many `asked` and `answered`."""
    return review.dates_polls.select_related("meeting", "review").annotate(
        asked=Count("invitees", distinct=True),
        answered=Count("invitees", filter=Q(invitees__answers__isnull=False), distinct=True),
    )


def choices_of(invitee: PollInvitee) -> tuple[dict[int, str], str]:
    """Return what somebody answered last: what they said to each day, by its id, and a remark."""
    latest = invitee.answers.first()
    if latest is None:
        return {}, ""
    return {one.day_id: one.can for one in latest.days.all()}, latest.remark
