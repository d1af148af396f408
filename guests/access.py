"""The door for a link. Not known, too often guessed: nothing is told apart."""

from datetime import datetime, timedelta

from agencies.access import asked
from audit import trail
from audit.models import ActorKind, AuditEvent
from guests.models import GuestLink

HOUR = timedelta(hours=1)
UNKNOWN_LINKS = 30  # from one network in an hour


def link_behind(secret: str, *, origin: str, at: datetime) -> GuestLink | None:
    """
    Return the link with this secret, whether or not it is still open; None where there is none.

    A guess is noted on the trail, which is what guesses are counted by. A network that guesses
    too much finds nothing for the rest of the hour, and is not noted further.
    """
    asked.set(True)
    if not may_follow_links(origin, at=at):
        return None
    link = GuestLink.objects.holding(secret).first()
    if link is None:
        trail.record("guest.link_unknown", by=ActorKind.SIGNED_OUT, at=at, origin=origin)
    return link


def may_follow_links(origin: str, *, at: datetime, event: str = "guest.link_unknown") -> bool:
    """Test whether a network has not tried too many links that never were, by what notes them."""
    tried = AuditEvent.objects.filter(event=event, at__gt=at - HOUR, subjects__origin=origin)
    return tried.count() < UNKNOWN_LINKS
