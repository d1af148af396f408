"""Codes: sent separately, short-lived, used once, and not to be found by trying."""

from datetime import date, timedelta

import pytest

from agencies.access import Refused
from audit.models import ActorKind, AuditEvent
from guests import rules
from guests.models import CodeRoute, GuestCode, WrongCode, fits, new_code, seal_of
from guests.operations import codes
from messaging.models import Message
from tests.factories.agencies import UserFactory
from tests.factories.guests import (
    AT,
    CODE,
    ORIGIN,
    GuestCodeFactory,
    GuestLinkFactory,
    WrongCodeFactory,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 2, 2)
ELSEWHERE = "b" * 32


@pytest.fixture
def link():
    return GuestLinkFactory()


def ask(link, *, origin=ORIGIN, at=AT):
    return codes.send_code(link=link, origin=origin, today=TODAY, at=at)


def type_in(link, typed, *, origin=ORIGIN, at=AT):
    return codes.try_code(link=link, typed=typed, origin=origin, today=TODAY, at=at)


def emailed():
    return Message.objects.filter(kind="guest_code").first().code


class TestSending:
    def test_it_goes_to_the_address_of_the_link_and_only_its_seal_is_kept(self, link):
        made = ask(link)

        message = Message.objects.get(kind="guest_code")
        assert message.to_address == link.sent_to
        assert (message.path, message.review_ref) == ("", link.review_ref)
        digits = message.code.replace(" ", "")
        assert len(digits) == 8
        assert digits.isdecimal()
        assert digits not in str(GuestCode.objects.values().get())
        assert fits(message.code, made.seal, link_id=link.pk)
        event = AuditEvent.objects.get(event="guest.code_sent")
        assert (event.actor_kind, event.subjects) == (ActorKind.SIGNED_OUT, {"link_id": link.pk})

    def test_the_email_says_the_code_and_where_not(self, link, run_queued, mailoutbox):
        with run_queued():
            ask(link)
            code = emailed()

        [mail] = mailoutbox
        assert code in mail.body
        assert "http" not in mail.body
        assert "{{" not in mail.body
        assert Message.objects.get(kind="guest_code").code == ""

    def test_codes_are_not_counted_up(self):
        assert len({new_code() for _ in range(50)}) > 45

    def test_the_same_code_is_kept_differently_for_each_link(self):
        assert seal_of(CODE, link_id=1) != seal_of(CODE, link_id=2)
        assert seal_of("01234567", link_id=1) == seal_of(" 0123 4567 ", link_id=1)

    def test_a_link_is_sent_few_in_an_hour(self, link):
        for n in range(rules.CODES_OF_LINK):
            ask(link, origin=f"{n:032}")

        with pytest.raises(Refused, match="Too many codes were asked for in the last hour"):
            ask(link, origin=ELSEWHERE)
        assert ask(GuestLinkFactory())
        assert ask(link, at=AT + timedelta(hours=1, seconds=1))

    def test_a_network_asks_for_few_in_an_hour(self, link):
        GuestCodeFactory.create_batch(rules.CODES_FROM_NETWORK)

        with pytest.raises(Refused, match="from your network"):
            ask(link)
        assert ask(link, origin=ELSEWHERE)
        assert ask(GuestLinkFactory(), at=AT + timedelta(hours=1, seconds=1))

    @pytest.mark.parametrize("over", [{"used": True}, {"revoked": True},
                                      {"expires_on": date(2026, 2, 1)}])  # fmt: skip
    def test_nobody_is_sent_one_for_a_link_that_is_over(self, over):
        link = GuestLinkFactory(**over)
        with pytest.raises(Refused, match="no longer open"):
            ask(link)
        with pytest.raises(Refused, match="no longer open"):
            type_in(link, CODE)
        with pytest.raises(Refused, match="no longer open"):
            codes.give_code(link=link, today=TODAY, by=UserFactory(), at=AT)
        assert not Message.objects.filter(kind="guest_code").exists()


class TestTyping:
    def test_the_right_one_opens_once(self, link):
        ask(link)
        code = emailed()

        assert type_in(link, f" {code} ").used_at == AT
        assert type_in(link, code) is None
        events = AuditEvent.objects.filter(event__startswith="guest.code").order_by("pk")
        assert [row.event for row in events] == [
            "guest.code_sent", "guest.code_used", "guest.code_wrong",
        ]  # fmt: skip

    @pytest.mark.parametrize(("minutes", "opens"), [(9.9, True), (10, False)])
    def test_it_lives_ten_minutes(self, link, minutes, opens):
        GuestCodeFactory(link=link)
        assert bool(type_in(link, CODE, at=AT + timedelta(minutes=minutes))) is opens

    def test_a_newer_one_takes_its_place(self, link):
        GuestCodeFactory(link=link)
        ask(link)
        if emailed() != CODE:
            assert type_in(link, CODE) is None
        assert type_in(link, emailed())

    def test_the_code_of_another_link_opens_nothing(self, link):
        GuestCodeFactory(link=link)
        other = GuestLinkFactory()
        GuestCodeFactory(link=other, seal=seal_of("1111 1111", link_id=other.pk))
        assert type_in(other, CODE) is None

    @pytest.mark.parametrize("typed", ["0123 4568", "", "0123", "01234567 or 1=1", "٠١٢٣٤٥٦٧"])
    def test_a_wrong_one_opens_nothing_and_is_counted_not_kept(self, link, typed):
        code = GuestCodeFactory(link=link)
        assert type_in(link, typed) is None
        missed = WrongCode.objects.get()
        assert (missed.link, missed.code, missed.tried_from) == (link, code, ORIGIN)

    def test_before_one_was_asked_for_nothing_is_right(self, link):
        assert type_in(link, CODE) is None
        assert WrongCode.objects.get().code is None

    def test_after_five_wrong_ones_even_the_right_one_opens_nothing(self, link):
        GuestCodeFactory(link=link)
        for _ in range(5):
            assert type_in(link, "9999 9999") is None

        with pytest.raises(Refused, match="Ask for a new code") as refusal:
            type_in(link, CODE)
        assert refusal.value.field == "code"

        ask(link)
        assert type_in(link, emailed())

    def test_a_network_that_tries_many_links_is_stopped(self, link):
        WrongCodeFactory.create_batch(rules.TRIES_FROM_NETWORK)
        GuestCodeFactory(link=link)

        with pytest.raises(Refused, match="wrong codes were typed on your network"):
            type_in(link, CODE)
        assert type_in(link, CODE, origin=ELSEWHERE)


class TestByTelephone:
    def test_it_is_told_once_and_who_gave_it_is_recorded(self, link):
        officer = UserFactory()

        code = codes.give_code(link=link, today=TODAY, by=officer, at=AT)

        made = GuestCode.objects.get()
        assert (made.route, made.recorded_by, made.asked_from) == (CodeRoute.PHONE, officer, "")
        assert AuditEvent.objects.get(event="guest.code_given").actor_id == officer.pk
        assert not Message.objects.filter(kind="guest_code").exists()
        assert type_in(link, code) == made

    def test_it_takes_the_place_of_one_sent_by_email(self, link):
        ask(link)
        before = emailed()
        code = codes.give_code(link=link, today=TODAY, by=UserFactory(), at=AT)
        if before != code:
            assert type_in(link, before) is None
        assert type_in(link, code)
