"""What somebody's calendar reads of their deadlines, and that it reads no more."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse
from icalendar import Calendar

from reviews.access import Role
from reviews.deadlines import RULES_OF
from reviews.lifecycle import Stage
from reviews.models import Deadline
from tests.factories.agencies import PostFactory
from tests.factories.reminders import CalendarFeedFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonFactory,
    ReviewFactory,
    admit,
    playing,
)
from tests.reminders.conftest import LONDON, clock

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 1, 20, 12, tzinfo=LONDON)


def address(feed):
    return reverse("reminders:feed", args=[f"{feed:043}"])


def make(user, number=7):
    CalendarFeedFactory(user=user, secret=f"{number:043}")
    return address(number)


def read(client, where, at=NOON):
    with time_machine.travel(at, tick=False):
        answer = client.get(where)
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content)


def events(calendar):
    return calendar.walk("VEVENT")


def titles(calendar):
    return [str(event["summary"]) for event in events(calendar)]


class TestEvents:
    def test_one_deadline_is_one_day(self, client, decision, officer, settings):
        settings.BASE_URL = "https://reviews.example"
        [event] = events(read(client, make(officer)))

        assert event["summary"] == f"{decision.rule.name}, AB-DHR-3"
        assert event.decoded("dtstart") == date(2026, 2, 5)
        assert event.decoded("dtend") == date(2026, 2, 6)
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert event["url"].startswith("https://reviews.example/reviews/AB-DHR-3/")
        assert event["uid"].endswith("@reviews.example")
        assert event.decoded("dtstamp") == event.decoded("last-modified") == decision.noted_at
        assert (event["class"], event["transp"]) == ("PRIVATE", "TRANSPARENT")
        assert decision.rule.authority in event["description"]

    @pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 7, 1), date(2026, 10, 25)])
    def test_it_stays_on_its_day_when_the_clocks_change(self, client, review, officer, day):
        clock(review, due_on=day)
        raw = client.get(make(officer)).content.decode()
        assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}\r\n" in raw
        assert f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}\r\n" in raw

    @pytest.mark.parametrize(
        ("at", "late"),
        [
            (datetime(2026, 7, 2, 0, 30, tzinfo=LONDON), True),  # 1 July still in UTC
            (datetime(2026, 7, 1, 23, 30, tzinfo=LONDON), False),
        ],
    )
    def test_what_is_late_by_the_clock_in_london_stays_and_says_so(
        self, client, review, officer, at, late
    ):
        deadline = clock(review, due_on=date(2026, 7, 1))
        [event] = events(read(client, make(officer), at))
        assert event["summary"].startswith("Overdue: ") is late
        assert event.decoded("dtstart") == date(2026, 7, 1)
        changed = datetime(2026, 7, 2, tzinfo=ZoneInfo("Europe/London"))
        assert event.decoded("last-modified") == (changed if late else deadline.noted_at)

    def test_a_day_that_moves_keeps_its_identity(self, client, decision, officer):
        where = make(officer)
        [before] = events(read(client, where))
        later = datetime(2026, 1, 21, 9, tzinfo=LONDON)
        Deadline.objects.all().delete()  # its row is written anew
        clock(decision.review, agreed_on=date(2026, 3, 5), noted_at=later)

        [after] = events(read(client, where))

        assert before["uid"] == after["uid"]
        assert after.decoded("dtstart") == date(2026, 3, 5)
        assert after.decoded("last-modified") == later

    def test_two_things_of_one_rule_are_two(self, client, review, officer):
        for subject in ("scoping-1", "scoping-2"):
            clock(review, "D2", subject=subject)
        found = events(read(client, make(officer)))
        assert len({str(event["uid"]) for event in found}) == 2

    def test_what_is_met_or_of_an_ended_review_disappears(self, client, review, officer):
        clock(review, met_on=date(2026, 1, 19))
        clock(ReviewFactory(at_stage=Stage.CONCLUDED))
        assert titles(read(client, make(officer))) == []

    def test_it_is_a_calendar_by_the_book_though_nothing_is_due(self, client, officer):
        calendar = read(client, make(officer))
        assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]
        assert not calendar.errors

    def test_what_my_work_says_by_the_clock_the_calendar_says(self, client, review, officer):
        """But for the family's, which it never speaks of."""
        for rule in RULES_OF["DHR_2016"].rules:
            clock(review, rule.code)
        where = make(playing(Role.INDEPENDENT_CHAIR, to=review))
        found = titles(read(client, where))
        named = [rule for rule in RULES_OF["DHR_2016"].rules if "INDEPENDENT_CHAIR" in rule.told]
        family = [rule for rule in named if rule.reader == "family_read"]
        assert family
        said = "\n".join(found)
        for rule in named:
            assert (rule.name in said) is (rule not in family), rule.code

    def test_of_an_agency_only_what_it_owes(self, client, review):
        part = AgencyInvolvementFactory(review=review)
        clock(review, "D9", subject="imr-1", involvement=part)
        clock(review, "D9", subject="imr-2", involvement=AgencyInvolvementFactory(review=review))
        author = playing(Role.IMR_AUTHOR, to=part)
        [event] = events(read(client, make(author)))
        assert event["uid"].split("@")[0].endswith("imr-1")

    def test_it_says_no_name_of_anybody(self, client, review, officer):
        PersonFactory(review=review, true_name="Orla Marker", pseudonym="Maris")
        part = AgencyInvolvementFactory(review=review)
        for rule in RULES_OF["DHR_2016"].rules:
            clock(review, rule.code, involvement=part if "IMR_AUTHOR" in rule.told else None)
        admit(officer, Role.IMR_AUTHOR, to=part)
        said = client.get(make(officer)).content.decode().replace("\r\n ", "")
        for hidden in ("Orla", "Maris", part.agency.name, officer.full_name, officer.email,
                       review.partnership.name):  # fmt: skip
            assert hidden not in said


class TestWhose:
    def test_another_persons_stay_out(self, client, decision):
        somebody = playing(Role.CSP_OFFICER, to=ReviewFactory())
        assert titles(read(client, make(somebody))) == []

    def test_it_is_the_persons_whose_address_it_is_whoever_is_signed_in(
        self, client, decision, officer
    ):
        client.force_login(playing(Role.CSP_OFFICER, to=ReviewFactory()))
        assert len(titles(read(client, make(officer)))) == 1

    def test_a_review_that_is_nobodys_any_more_disappears(self, client, decision, officer):
        PostFactory(user=officer)
        where = make(officer)
        assert titles(read(client, where))
        officer.memberships.update(removed_at=NOON)
        assert titles(read(client, where)) == []


@pytest.mark.parametrize("count", [3, 30])
def test_the_queries_stay_few(client, officer, review, count, django_assert_max_num_queries):
    for number in range(count):
        clock(review, "D2", subject=f"scoping-{number}")
    where = make(officer)
    with django_assert_max_num_queries(12):
        assert len(events(read(client, where))) == count
