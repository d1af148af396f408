"""The doors to dates polls: whoever reads the panel's pages reads them, whoever runs it asks."""

from datetime import datetime

from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import User
from availability.models import DatesPoll, OfferedDay, PollInvitee
from guests.access import link_behind
from privacy.row_locks import lifted
from reviews import access
from reviews.access import Permission


def poll_or_404(reader: User, reference: str, pk: int, permission: Permission) -> DatesPoll:
    """Return a poll for a page. Raises Http404 as `access.review_or_404` does."""
    review = access.review_or_404(reader, reference, permission)
    found = get_object_or_404(review.dates_polls.select_related("meeting", "closed_by"), pk=pk)
    found.review = review
    return found


def day_or_404(reader: User, reference: str, pk: int, day_id: int) -> OfferedDay:
    """Return one of the days of a poll to whoever chooses among them."""
    poll = poll_or_404(reader, reference, pk, Permission.PANEL_WRITE)
    found = get_object_or_404(poll.days, pk=day_id)
    found.poll = poll
    return found


def invitee_or_404(reader: User, reference: str, pk: int, invitee_id: int) -> PollInvitee:
    """Return somebody who is asked to whoever runs the panel."""
    poll = poll_or_404(reader, reference, pk, Permission.PANEL_WRITE)
    found = get_object_or_404(poll.invitees.select_related("link", "member"), pk=invitee_id)
    found.poll = poll
    return found


def own_or_404(reader: User, reference: str, pk: int) -> PollInvitee:
    """Return what a reader was asked themselves. Raises Http404 where they were not."""
    poll = poll_or_404(reader, reference, pk, Permission.PANEL_READ)
    found = poll.invitees.filter(user=reader).first()
    if found is None:
        raise Http404
    found.poll = poll
    return found


def invitee_behind(secret: str, *, origin: str, at: datetime) -> PollInvitee | None:
    """Return whose link this is, whether or not it is still open; None where there is none."""
    link = link_behind(secret, origin=origin, at=at)
    if link is None:
        return None
    with lifted():  # a secret tells by itself which poll it opens
        found = PollInvitee.objects.filter(link=link)
        return found.select_related("poll__review", "poll__meeting", "link", "member").first()
