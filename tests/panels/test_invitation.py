"""The calendar file of a meeting: right to the minute, and saying no more than it must."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from panels.operations import meetings
from panels.operations.meetings import Plan
from tests.factories.panels import AT, MeetingFactory
from tests.panels.saying import page

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")


def download(client, meeting):
    response = client.get(page("invitation", meeting.review.reference, meeting.number))
    return response, Calendar.from_ical(response.content)


def event(calendar):
    [found] = calendar.walk("VEVENT")
    return found


def test_it_is_a_calendar_file_to_save(signed_in, review):
    response, _ = download(signed_in, MeetingFactory(review=review))

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert f'filename="{review.reference}-meeting-1.ics"' in response["Content-Disposition"]


@pytest.mark.parametrize(
    ("day", "in_utc"), [(date(2026, 3, 12), 10), (date(2026, 7, 2), 9)], ids=["winter", "summer"]
)
def test_its_times_are_those_of_the_clock_in_london(signed_in, review, day, in_utc):
    _, calendar = download(signed_in, MeetingFactory(review=review, held_on=day))

    starts = event(calendar).decoded("dtstart")
    assert starts == datetime.combine(day, time(10), tzinfo=LONDON)
    assert starts.astimezone(UTC).hour == in_utc
    assert event(calendar)["dtstart"].params["TZID"] == "Europe/London"
    assert event(calendar).decoded("dtend") - starts == timedelta(hours=2)


def test_the_rule_of_the_clock_in_the_file_agrees_with_the_system(signed_in, review):
    _, calendar = download(signed_in, MeetingFactory(review=review))
    [zone] = calendar.walk("VTIMEZONE")

    told = zone.to_tz()

    for year in (2026, 2031):
        for month in range(1, 13):
            for day in (1, 24, 28):
                noon = datetime(year, month, day, 12)  # noqa: DTZ001 - put into both zones below
                ours, theirs = noon.replace(tzinfo=told), noon.replace(tzinfo=LONDON)
                assert ours.utcoffset() == theirs.utcoffset()


def test_it_names_the_review_and_nothing_else(signed_in, review):
    meeting = MeetingFactory(review=review, called=True)
    response, calendar = download(signed_in, meeting)

    assert event(calendar)["summary"] == f"{review.reference} panel meeting"
    assert event(calendar)["url"].endswith(meeting.get_absolute_url())
    for secret in ("Room 4", "Terms of reference", "Northside"):
        assert secret not in response.content.decode()


def test_a_change_keeps_its_identity_and_counts_up(signed_in, review, officer):
    meeting = MeetingFactory(review=review)
    _, before = download(signed_in, meeting)
    later = AT + timedelta(days=1)

    meetings.change_meeting(
        meeting=meeting, plan=Plan(held_on=date(2026, 3, 19), mode="VIDEO"), by=officer, at=later
    )
    _, after = download(signed_in, meeting)

    assert event(before)["uid"] == event(after)["uid"]
    assert (event(before)["sequence"], event(after)["sequence"]) == (0, 1)
    assert event(after).decoded("dtstamp") == later
    assert event(after).decoded("dtstart") == date(2026, 3, 19)  # the day alone is known
    assert "dtend" not in event(after)


def test_the_same_meeting_makes_the_same_file(signed_in, review):
    meeting = MeetingFactory(review=review)

    assert download(signed_in, meeting)[0].content == download(signed_in, meeting)[0].content


def test_a_meeting_called_off_is_cancelled_in_the_calendar(signed_in, review, officer):
    meeting = MeetingFactory(review=review)
    meetings.call_off_meeting(
        meeting=meeting, because="Illness", today=date(2026, 3, 2), by=officer, at=AT
    )

    _, calendar = download(signed_in, meeting)

    assert event(calendar)["status"] == "CANCELLED"
    assert event(calendar)["sequence"] == 1
