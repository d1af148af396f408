"""The door for calendar programs, which show a secret and sign nobody in."""

from datetime import date, datetime

from django.utils.crypto import salted_hmac

from agencies.access import asked, leads_of, posts_of
from agencies.models import User
from audit import trail
from audit.models import ActorKind, AuditEvent
from guests.access import HOUR, may_follow_links
from reminders.models import CalendarFeed
from reviews.models import Membership

UNKNOWN = "calendar.unknown"


def feed_behind(secret: str, *, origin: str, today: date, at: datetime) -> CalendarFeed | None:
    """
    Return the feed with this secret, while its person has something to do with us; None where
    there is none. A network that guesses too much finds nothing for the rest of the hour.
    """
    asked.set(True)
    if not may_follow_links(origin, at=at, event=UNKNOWN):
        return None
    feed = CalendarFeed.objects.holding(secret).select_related("user").first()
    if feed is None:
        note_guess(secret, origin=origin, at=at)
        return None
    return feed if has_a_place(feed.user, today=today) else None


def has_a_place(user: User, *, today: date) -> bool:
    """Test whether somebody has an open account, and a part in a review, a post or a lead."""
    if not user.is_active:
        return False
    return (
        Membership.objects.standing(today).of(user).exists()
        or bool(posts_of(user, today=today))
        or leads_of(user, today=today).exists()
    )


def note_guess(secret: str, *, origin: str, at: datetime) -> None:
    """
    Note an address that nobody has, once an hour from one network: a program that goes on asking
    for one that was stopped is no guesser, and takes no calendar from others at its network.
    """
    guess = {
        "origin": origin,
        "guess": salted_hmac("reminders.guess", secret, algorithm="sha256").hexdigest()[:32],
    }
    noted = AuditEvent.objects.filter(event=UNKNOWN, at__gt=at - HOUR, subjects=guess)
    if not noted.exists():
        trail.record(UNKNOWN, by=ActorKind.SIGNED_OUT, at=at, **guess)
