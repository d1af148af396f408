"""A link for one person without an account: what is kept of it, and when it opens nothing."""

from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from agencies.access import Refused
from agencies.models import COMMAND_LINE
from audit.kinds import Kind, kind_of
from audit.models import ActorKind, AuditEvent
from guests import access, http
from guests.models import GuestLink, secret_hash
from guests.operations import links
from messaging.models import Message
from tests.factories.agencies import UserFactory
from tests.factories.guests import AT, ORIGIN, GuestCodeFactory, GuestLinkFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 2, 2)


def sent(**changes):
    return links.send_link(
        "scoping_requested_by_link",
        **{
            "to": "box@alder.example",
            "review_ref": "NS-DHR-4",
            "path": lambda secret: reverse("evidence:by-link", args=[secret]),
            "expires_on": date(2026, 3, 2),
            "by": COMMAND_LINE,
            "at": AT,
            **changes,
        },
    )


class TestSending:
    def test_its_secret_is_in_the_email_and_nowhere_else(self):
        link = sent()

        secret = Message.objects.get().path.split("/")[2]
        assert len(secret) >= 43
        assert link.token_sha256 == secret_hash(secret)
        assert secret not in str(GuestLink.objects.values().get())
        assert access.link_behind(secret, origin=ORIGIN, at=AT) == link

    def test_no_two_are_the_same(self):
        assert sent().token_sha256 != sent().token_sha256

    def test_who_sent_it_is_on_the_trail(self):
        officer = UserFactory()
        link = sent(by=officer)
        event = AuditEvent.objects.get(event="guest.link_sent")
        assert (event.actor_id, event.review_ref) == (officer.pk, "NS-DHR-4")
        assert event.subjects == {"link_id": link.pk}
        assert (link.recorded_by, link.message.queued_by) == (officer, officer)


class TestOpening:
    def test_it_opens_through_its_last_day(self):
        link = GuestLinkFactory(expires_on=TODAY)
        assert link.is_open(TODAY)
        assert not link.is_open(TODAY + timedelta(days=1))

    @pytest.mark.parametrize("over", ["used", "revoked"])
    def test_it_opens_nothing_once_it_is_used_or_taken_back(self, over):
        assert not GuestLinkFactory(**{over: True}).is_open(TODAY)

    def test_taking_it_back_says_who_did_once(self):
        link, officer = GuestLinkFactory(), UserFactory()

        links.revoke(link=link, by=officer, at=AT)
        links.revoke(link=link, by=UserFactory(), at=AT)

        link.refresh_from_db()
        assert (link.revoked_at, link.revoked_by) == (AT, officer)
        assert AuditEvent.objects.filter(event="guest.link_revoked").count() == 1

    def test_what_is_used_is_not_taken_back(self):
        link = GuestLinkFactory(used=True)
        links.revoke(link=link, by=COMMAND_LINE, at=AT)
        link.refresh_from_db()
        assert not link.is_revoked

    def test_it_is_used_once(self):
        link = GuestLinkFactory()
        stale = GuestLink.objects.get(pk=link.pk)
        links.use(link=link, today=TODAY, at=AT)
        with pytest.raises(Refused, match="no longer open"):
            links.use(link=stale, today=TODAY, at=AT)


class TestGuessing:
    def test_a_guess_finds_nothing_and_is_noted_without_what_was_guessed(self):
        GuestLinkFactory(token="a-secret")

        assert access.link_behind("a-secreT", origin=ORIGIN, at=AT) is None

        event = AuditEvent.objects.get(event="guest.link_unknown")
        assert event.actor_kind == ActorKind.SIGNED_OUT
        assert event.subjects == {"origin": ORIGIN}

    def test_a_network_that_guesses_much_finds_nothing_for_the_rest_of_the_hour(self):
        link = GuestLinkFactory(token="a-secret")
        for n in range(access.UNKNOWN_LINKS):
            assert access.link_behind(f"guess-{n}", origin=ORIGIN, at=AT) is None

        assert access.link_behind("a-secret", origin=ORIGIN, at=AT) is None
        assert access.link_behind("a-secret", origin="b" * 32, at=AT) == link
        later = AT + timedelta(hours=1, seconds=1)
        assert access.link_behind("a-secret", origin=ORIGIN, at=later) == link

    def test_the_trail_does_not_grow_with_every_guess_for_ever(self):
        for n in range(access.UNKNOWN_LINKS + 5):
            access.link_behind(f"guess-{n}", origin=ORIGIN, at=AT)
        guesses = AuditEvent.objects.filter(event="guest.link_unknown")
        assert guesses.count() == access.UNKNOWN_LINKS

    def test_where_somebody_comes_from_is_kept_as_a_hash(self):
        asked = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
        other = RequestFactory().get("/", REMOTE_ADDR="192.0.2.8")
        assert "192.0.2.7" not in http.origin(asked)
        assert http.origin(asked) != http.origin(other)
        assert http.origin(asked) == http.origin(RequestFactory().get("/", REMOTE_ADDR="192.0.2.7"))

    def test_the_trail_shows_guesses_among_refusals(self):
        guesses = {"guest.link_unknown", "guest.code_wrong"}
        assert {kind_of(guess) for guess in guesses} == {Kind.REFUSAL}
        assert kind_of("letter_by_link.looked_at") == Kind.READ


class TestAVisit:
    """An hour on the pages of one link, in one browser."""

    def visiting(self, code, cookie=None):
        response = HttpResponse()
        http.begin_visit(response, code, path="/answer/a-secret/")
        asked = RequestFactory().get("/")
        asked.COOKIES[http.cookie_name()] = cookie or response.cookies[http.cookie_name()].value
        return asked

    def test_it_is_for_the_link_of_the_code_alone(self):
        code = GuestCodeFactory(used_at=AT)
        asked = self.visiting(code)
        assert http.code_of_visit(asked, code.link)
        assert not http.code_of_visit(asked, GuestLinkFactory())

    def test_a_code_that_was_not_typed_lets_nobody_in(self):
        code = GuestCodeFactory()
        assert not http.code_of_visit(self.visiting(code), code.link)

    @pytest.mark.parametrize("cookie", ["x", "WzEsMV0:1:x", "[1, 1]"])
    def test_a_cookie_of_ones_own_making_lets_nobody_in(self, cookie):
        code = GuestCodeFactory(used_at=AT)
        assert not http.code_of_visit(self.visiting(code, cookie), code.link)

    def test_it_lasts_an_hour(self):
        code = GuestCodeFactory(used_at=AT)
        with time_machine.travel(AT, tick=False):
            asked = self.visiting(code)
        with time_machine.travel(AT + timedelta(minutes=59), tick=False):
            assert http.code_of_visit(asked, code.link)
        with time_machine.travel(AT + timedelta(minutes=61), tick=False):
            assert not http.code_of_visit(asked, code.link)

    def test_its_cookie_is_out_of_reach_of_scripts_and_other_pages(self, settings):
        settings.SESSION_COOKIE_SECURE = True
        response = HttpResponse()
        http.begin_visit(response, GuestCodeFactory(used_at=AT), path="/answer/a-secret/")
        cookie = response.cookies["__Secure-guest"]
        assert cookie["path"] == "/answer/a-secret/"
        assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax")

    def test_nobody_gets_an_account_by_it(self):
        before = get_user_model().objects.count()
        self.visiting(GuestCodeFactory(used_at=AT))
        assert get_user_model().objects.count() == before
