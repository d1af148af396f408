"""The address of a calendar: made once, shown once, and dead for everybody once it is over."""

import logging
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies.models import COMMAND_LINE
from audit.models import ActorKind, AuditEvent
from dhr.reporting import NoSecretsOfLinks
from families.models import FamilyContact
from guests.access import UNKNOWN_LINKS
from privacy import row_locks
from reminders.models import CalendarFeed
from reminders.operations import feeds
from reviews.access import Role
from tests.factories.agencies import AgencyLeadFactory, PostFactory, UserFactory
from tests.factories.families import FamilyContactFactory
from tests.factories.reviews import playing
from tests.pages.reading import Html
from tests.reminders.conftest import LONDON

pytestmark = pytest.mark.django_db

PAGE = reverse("reminders:calendar")
MAKE = reverse("reminders:make-feed")
STOP = reverse("reminders:stop-feed")
NOBODYS = reverse("reminders:feed", args=["x" * 43])
AT = datetime(2026, 1, 20, 12, tzinfo=LONDON)


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer)
    return client


def shown(answer):
    """Return the path that a page shows, as somebody copies it."""
    [line] = Html(answer.content.decode()).all("ul", id="address")
    return line.text.strip().removeprefix("http://127.0.0.1:8000")


def made(client):
    return shown(client.post(MAKE))


def program(**headers):
    """A calendar program, which has no cookie of anybody."""
    return Client(headers={"user-agent": "iCal/9", **headers})


def opens(path, **headers):
    return program(**headers).get(path).status_code == 200


class TestMaking:
    def test_it_is_shown_once_and_only_its_hash_is_kept(self, signed_in, officer):
        answer = signed_in.post(MAKE)
        path = shown(answer)
        secret = path.split("/")[2]

        assert len(secret) == 43  # 256 bits
        assert "no-store" in answer["Cache-Control"]
        assert opens(path)
        assert secret not in signed_in.get(PAGE).content.decode()
        assert secret not in str(CalendarFeed.objects.values().get())
        assert secret not in str(list(AuditEvent.objects.values()))
        assert CalendarFeed.objects.get().user == officer

    def test_a_new_one_stops_the_old_one_at_once(self, signed_in):
        old, new = made(signed_in), made(signed_in)
        assert (opens(old), opens(new)) == (False, True)
        assert CalendarFeed.objects.count() == 1

    def test_it_is_stopped_at_once_and_twice_does_no_harm(self, signed_in):
        path = made(signed_in)
        for _ in range(2):
            assert "opens nothing any more" in signed_in.post(STOP, follow=True).content.decode()
        assert not opens(path)
        assert "You have no address now" in signed_in.get(PAGE).content.decode()

    def test_the_trail_has_each_step(self, signed_in, officer):
        made(signed_in), made(signed_in), signed_in.post(STOP)
        found = AuditEvent.objects.filter(event__startswith="account.feed").order_by("pk")
        assert [row.event.split("_")[1] for row in found] == ["made", "replaced", "stopped"]
        assert {row.actor_id for row in found} == {officer.pk}

    def test_looking_at_the_page_makes_nothing(self, signed_in):
        signed_in.get(PAGE)
        assert signed_in.get(MAKE).status_code == 405
        assert not CalendarFeed.objects.exists()

    def test_after_a_quarter_of_an_hour_one_says_again_who_one_is(self, signed_in):
        with time_machine.travel(timezone.now() + timedelta(minutes=16)):
            answer = signed_in.post(MAKE)
        assert answer.url == f"{reverse('accounts:confirm')}?next={PAGE.replace('/', '%2F')}"
        assert not CalendarFeed.objects.exists()

    def test_nobody_stops_somebody_elses(self, signed_in):
        path = made(signed_in)
        other = Client()
        other.force_login(UserFactory())
        other.post(STOP)
        assert opens(path)


class TestReading:
    def test_it_is_kept_by_no_cache_and_no_search_engine(self, signed_in):
        answer = program().get(made(signed_in))
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer["Content-Disposition"] == 'inline; filename="deadlines.ics"'
        assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))
        assert "noindex" in answer["X-Robots-Tag"]
        assert b"REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n" in answer.content
        assert b"X-PUBLISHED-TTL:PT6H\r\n" in answer.content
        assert not answer.cookies

    def test_it_can_be_asked_for_without_its_body(self, signed_in):
        path = made(signed_in)
        answer = program().head(path)
        assert (answer.status_code, answer["Content-Type"][:13]) == (200, "text/calendar")

    @pytest.mark.parametrize("method", ["post", "put", "delete", "options"])
    def test_nothing_is_sent_to_it(self, signed_in, method):
        assert getattr(program(), method)(made(signed_in)).status_code == 405

    def test_one_reading_a_day_is_noted_and_shown(self, signed_in, officer):
        with time_machine.travel(AT, tick=False):
            feeds.make_feed(user=officer, at=AT - timedelta(hours=1))
            secret = feeds.make_feed(user=officer, at=AT)
        path = reverse("reminders:feed", args=[secret])
        assert "No calendar has read it yet" in signed_in.get(PAGE).content.decode()
        for hours in (1, 2, 3, 30):
            with time_machine.travel(AT + timedelta(hours=hours), tick=False):
                assert opens(path)
        assert AuditEvent.objects.filter(event="calendar.looked_at").count() == 2
        assert "Last read by a calendar on 21 January 2026" in signed_in.get(PAGE).content.decode()

    def test_what_an_old_address_was_read_for_is_not_told_of_the_new(self, signed_in):
        assert opens(made(signed_in))
        made(signed_in)
        assert "No calendar has read it yet" in signed_in.get(PAGE).content.decode()

    def test_no_log_holds_it(self, signed_in, caplog):
        old, new = made(signed_in), made(signed_in)
        with caplog.at_level(logging.DEBUG):
            program().get(old)
            program().get(new)
            program().post(new)
        assert caplog.records
        for record in caplog.records:
            NoSecretsOfLinks().filter(record)
            for path in (old, new):
                assert path.split("/")[2] not in record.getMessage()


class TestGone:
    @pytest.fixture
    def path(self, signed_in):
        return made(signed_in)

    def same_as_nothing(self, path):
        found, nothing = program().get(path), program().get(NOBODYS)
        assert found.status_code == nothing.status_code == 404
        assert found.content == nothing.content == program().get("/nowhere/").content
        assert found.headers == nothing.headers

    def test_an_address_of_nobody(self, path):
        self.same_as_nothing(path.replace(path[10:14], "wxyz"))

    def test_one_that_was_replaced(self, path, signed_in):
        made(signed_in)
        self.same_as_nothing(path)

    def test_one_that_was_stopped(self, path, signed_in):
        signed_in.post(STOP)
        self.same_as_nothing(path)

    def test_of_a_closed_account(self, path, officer):
        officer.is_active = False
        officer.save()
        self.same_as_nothing(path)

    def test_of_somebody_who_left_every_review_and_post(self, path, officer):
        officer.memberships.update(removed_at=timezone.now())
        self.same_as_nothing(path)

    def test_of_somebody_whose_access_is_held(self, path, officer):
        officer.memberships.update(held_at=timezone.now())
        self.same_as_nothing(path)

    @pytest.mark.parametrize("place", [PostFactory, AgencyLeadFactory])
    def test_not_of_somebody_with_a_post_or_a_lead(self, path, officer, place):
        officer.memberships.update(removed_at=timezone.now())
        place(user=officer)
        assert opens(path)

    def test_stopping_what_nobody_made_is_no_event(self, officer):
        feeds.stop_feed(user=officer, by=COMMAND_LINE, at=AT)
        assert not AuditEvent.objects.filter(event="account.feed_stopped").exists()


class TestGuessing:
    def guess(self, number, **headers):
        return program(**headers).get(reverse("reminders:feed", args=[f"{number:043}"]))

    def test_a_network_that_guesses_finds_nothing_for_an_hour(self, signed_in, settings):
        settings.PROXIES = 1
        path, here = made(signed_in), {"x-forwarded-for": "203.0.113.9"}
        for number in range(UNKNOWN_LINKS + 5):
            self.guess(number, **here)

        assert not opens(path, **here)
        assert opens(path, **{"x-forwarded-for": "203.0.113.10"})
        assert AuditEvent.objects.filter(event="calendar.unknown").count() == UNKNOWN_LINKS
        with time_machine.travel(timezone.now() + timedelta(minutes=61)):
            assert opens(path, **here)

    def test_a_program_that_goes_on_asking_for_a_stopped_one_takes_nothing_from_others(
        self, signed_in
    ):
        stopped, path = made(signed_in), made(signed_in)
        for _ in range(UNKNOWN_LINKS + 5):
            program().get(stopped)
        assert opens(path)

    def test_what_was_guessed_is_not_kept(self):
        self.guess(5)
        event = AuditEvent.objects.get(event="calendar.unknown")
        assert event.actor_kind == ActorKind.SIGNED_OUT
        assert f"{5:043}" not in str(event.subjects)

    def test_guesses_close_no_link_of_a_guest(self):
        self.guess(5)
        assert not AuditEvent.objects.filter(event="guest.link_unknown").exists()


class TestEyes:
    """Should a calendar ever read a locked table, the database gives it the person's own rows."""

    def test_they_are_the_persons_whose_address_it_is(self, review, officer, client, monkeypatch):
        FamilyContactFactory(review=review)
        chair = playing(Role.INDEPENDENT_CHAIR, to=review)
        for reader, sees in ((chair, True), (UserFactory(), False)):
            PostFactory(user=reader)
            path = reverse("reminders:feed", args=[feeds.make_feed(user=reader, at=AT)])
            seen = []
            monkeypatch.setattr(
                "reminders.views.feeds.owed_by",
                lambda *a, seen=seen, **k: seen.append(FamilyContact.objects.exists()) or [],
            )
            assert opens(path)
            assert seen == [sees]

    def test_they_end_with_the_block(self, officer):
        with row_locks.for_person(officer.pk):
            assert row_locks.eyes().person == officer.pk
        assert row_locks.eyes().person is None
