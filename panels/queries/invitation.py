"""A meeting as a calendar file. It says no more than an unprotected calendar may show."""

from django.conf import settings
from icalendar import Calendar, Event, Timezone

from panels.models import Meeting

# A local time in a calendar file goes with the rule of its clock.
LONDON = """\
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""


def invitation(meeting: Meeting) -> bytes:
    """
    Return an .ics of a meeting: the review's reference, the times in London and a link.

    The same meeting has the same UID whenever it is asked for; SEQUENCE and STATUS tell a
    calendar that it has changed or is off.
    """
    event = Event()
    event.add("uid", str(meeting.uid))
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.changed_at)
    event.add("summary", f"{meeting.review.reference} panel meeting")
    event.add("dtstart", meeting.starts_at or meeting.held_on)
    if meeting.ends_at:
        event.add("dtend", meeting.ends_at)
    event.add("status", "CANCELLED" if meeting.is_called_off else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("url", f"{settings.BASE_URL}{meeting.get_absolute_url()}")
    calendar = Calendar()
    calendar.add("prodid", "-//dhr//panel meetings//EN")
    calendar.add("version", "2.0")
    calendar.add_component(Timezone.from_ical(LONDON))
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
