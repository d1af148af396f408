"""
Somebody's deadlines as a calendar that programs read without signing in.

It says no more than an open letter may: names of rules, references of reviews, days and pages that
ask for a sign-in. Nothing typed stands in it, and of the family's deadlines nothing at all.
"""

from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, Timezone, vDuration

from agencies.models import User
from reminders.queries.lines import path_of
from reviews.deadlines.words import NEVER_NAMED
from reviews.models import Deadline
from reviews.queries.deadlines import codes_by_reader, theirs

READ_EVERY = timedelta(hours=6)
ONE_DAY = timedelta(days=1)


def owed_by(user: User, *, today: date) -> list[Deadline]:
    """Return what somebody owes as My work has it, without what is never spoken of outside."""
    family = {code for reader, codes in codes_by_reader().items() if reader == NEVER_NAMED
              for code in codes}  # fmt: skip
    owed = theirs(user, today=today).exclude(code__in=family).select_related("review")
    return list(owed.order_by("due_on", "review__reference", "code", "subject"))


def calendar_of(deadlines: list[Deadline], *, today: date) -> bytes:
    """Return the .ics of deadlines, each on the day by which it is late."""
    calendar = Calendar()
    calendar.add("prodid", "-//dhr//deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", "Deadlines")
    calendar.add("x-wr-calname", "Deadlines")  # what most programs read
    calendar.add("refresh-interval", READ_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(READ_EVERY))
    if not deadlines:  # the format knows no calendar without anything in it
        calendar.add_component(Timezone.from_tzid(settings.TIME_ZONE))
    for deadline in deadlines:
        calendar.add_component(as_event(deadline, today=today))
    written: bytes = calendar.to_ical()
    return written


def as_event(deadline: Deadline, *, today: date) -> Event:
    day = deadline.stands_on or today
    is_late, rule = day < today, deadline.rule
    page = f"{settings.BASE_URL}{path_of(rule.page, deadline)}"
    changed = max(deadline.noted_at, midnight(day + ONE_DAY)) if is_late else deadline.noted_at
    said = f"{rule.name}, {deadline.review.reference}"
    event = Event()
    event.add("uid", identity(deadline))
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("summary", f"Overdue: {said}" if is_late else said)
    event.add("description", f"{rule.authority}\nSign in to see more: {page}")
    event.add("url", page)
    event.add("dtstart", day)
    event.add("dtend", day + ONE_DAY)
    event.add("transp", "TRANSPARENT")  # the day stays free for meetings
    event.add("class", "PRIVATE")
    return event


def identity(deadline: Deadline) -> str:
    """Return what the thing is known by, whatever its day and however often its row is written."""
    parts = (str(deadline.review_id), deadline.code, deadline.subject)
    return f"deadline-{'-'.join(filter(None, parts))}@{urlsplit(settings.BASE_URL).hostname}"


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
