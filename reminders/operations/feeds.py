"""Give a person an address for their calendar programs, and stop it."""

from datetime import datetime

from django.db import transaction

from agencies.models import Actor, User, person_behind
from audit import trail
from guests.models import new_secret, secret_hash
from reminders.models import CalendarFeed
from reminders.queries.feeds import last_read_of


@transaction.atomic
def make_feed(*, user: User, at: datetime) -> str:
    """Return the secret of a new address of one's own. One that was there opens nothing more."""
    secret = new_secret()
    _, is_first = CalendarFeed.objects.update_or_create(
        user=user, defaults={"token_sha256": secret_hash(secret), "made_at": at}
    )
    event = "account.feed_made" if is_first else "account.feed_replaced"
    trail.record(event, by=user, at=at, user_id=user.pk)
    return secret


@transaction.atomic
def stop_feed(*, user: User, by: Actor, at: datetime) -> None:
    """Let somebody's address open nothing any more, at once. Safe where they have none."""
    stopped, _ = CalendarFeed.objects.filter(user=user).delete()
    if stopped:
        trail.record("account.feed_stopped", by=person_behind(by), at=at, user_id=user.pk)


def note_read(*, feed: CalendarFeed, at: datetime) -> None:
    """Note on the trail that a feed was read, once a day: programs ask every hour."""
    last = last_read_of(feed)
    if last is None or last.date() < at.date():
        trail.record("calendar.looked_at", by=feed.user, at=at, user_id=feed.user_id)
