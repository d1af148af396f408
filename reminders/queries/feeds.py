"""Whether somebody has an address for their calendar, and when it was last read."""

from datetime import datetime

from agencies.models import User
from audit.models import AuditEvent
from reminders.models import CalendarFeed


def feed_of(user: User) -> CalendarFeed | None:
    return CalendarFeed.objects.filter(user=user).first()


def last_read_of(feed: CalendarFeed) -> datetime | None:
    """Return when the trail last has it, which notes one reading a day."""
    read = AuditEvent.objects.filter(
        actor_id=feed.user_id, event="calendar.looked_at", at__gte=feed.made_at
    )
    return read.order_by("-id").values_list("at", flat=True).first()
