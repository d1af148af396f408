"""A day is chosen and the panel told, or the poll closed without one."""

from datetime import date

import pytest
from django.urls import reverse

from availability.operations.settling import choose_day, close_without
from availability.queries import work
from availability.rules import check_day
from messaging.models import Message
from panels.models import Meeting
from reviews.access import Refused, Role
from tests.availability.conftest import NOW, TODAY
from tests.evidence.saying import errors, text
from tests.factories.agencies import UserFactory
from tests.factories.availability import (
    DatesPollFactory,
    DayAnswerFactory,
    OfferedDayFactory,
    PollInviteeFactory,
)
from tests.factories.guests import CODE, GuestCodeFactory
from tests.factories.panels import PanelMemberFactory
from tests.factories.reviews import AccessHoldFactory, PersonFactory, playing

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(review):
    user = playing(Role.PANEL_MEMBER, to=review)
    return PanelMemberFactory(review=review, user=user)


def page(name, poll, *more):
    return reverse(f"availability:{name}", args=[poll.review.reference, poll.pk, *more])


class TestChoosing:
    def test_the_meeting_is_planned_and_everybody_hears_of_it(
        self, signed_in, review, poll, days, member, client, mailoutbox, run_queued
    ):
        adviser = PollInviteeFactory(poll=poll, token="old", full_name="Di Adviser")
        on_page = PollInviteeFactory(poll=poll, user=playing(Role.ADVISER, to=review))
        PollInviteeFactory(poll=poll, user=member.user, member=member)
        PollInviteeFactory(
            poll=poll, token="gone", member=PanelMemberFactory(review=review, left=True)
        )
        hold = AccessHoldFactory(person=PersonFactory(review=review))
        PollInviteeFactory(poll=poll, token="held", email=hold.user.email)
        unreached = PanelMemberFactory(review=review, full_name="Nia Unreached")
        before = text(signed_in.get(page("choose", poll, days[1].pk)))
        assert "Meet on Wednesday 25 March 2026, 10:00 to 12:00?" in before
        assert "3 people will be emailed" in before
        assert unreached.full_name in before
        with run_queued():
            gone = signed_in.post(page("choose", poll, days[1].pk))

        meeting = Meeting.objects.get(review=review)
        assert gone.url == meeting.get_absolute_url()
        assert (meeting.held_on, meeting.starts, meeting.ends) == (
            date(2026, 3, 25), days[1].starts, days[1].ends,
        )  # fmt: skip
        assert (meeting.mode, meeting.place) == (poll.mode, poll.place)
        assert meeting.members_know
        poll.refresh_from_db()
        assert poll.meeting == meeting
        sent = {(one.kind, one.to_address) for one in Message.objects.filter(queued_at=NOW)}
        assert sent == {
            ("meeting_called", member.user.email),
            ("meeting_called", on_page.email),
            ("dates_chosen_by_link", adviser.email),
        }
        for mail in mailoutbox:
            assert "25" not in mail.body.replace(review.reference, "").split("http")[0]
            assert "Guildhall" not in mail.body

    def test_behind_the_new_link_stands_the_meeting_until_it_is_over(
        self, client, review, poll, days, officer, mailoutbox, run_queued, time_machine
    ):
        invitee = PollInviteeFactory(poll=poll, token="old")
        with run_queued():
            choose_day(day=days[0], today=TODAY, by=officer, at=NOW)
        address = next(
            word for word in mailoutbox[0].body.split() if "/dates/" in word
        ).removeprefix("http://testserver")
        address = address[address.index("/dates/") :]
        old = reverse("availability:by-link", args=["old"])
        assert client.get(old).status_code == 404
        assert "24 March" not in text(client.get(address))
        invitee.refresh_from_db()
        GuestCodeFactory(link=invitee.link, recorded_at=NOW)
        client.post(f"{address}code/", {"code": CODE})

        shown = text(client.get(address))
        assert "Tuesday 24 March 2026" in shown
        assert "Guildhall, room 2" in shown
        assert "Can come if needed" not in shown
        Meeting.objects.update(called_off_on=TODAY, called_off_because="Snow.")
        assert "called off" in text(client.get(address))
        time_machine.move_to("2026-03-25 09:00Z", tick=False)
        assert client.get(address).status_code == 404

    def test_where_nobody_has_an_account_the_meeting_is_planned_all_the_same(
        self, poll, days, officer
    ):
        meeting, told = choose_day(day=days[0], today=TODAY, by=officer, at=NOW)

        assert told == 0
        assert not meeting.is_called

    def test_not_twice_not_in_the_past_and_not_of_another_poll(self, review, poll, days, officer):
        past = OfferedDayFactory(poll=poll, held_on=date(2026, 3, 1))
        with pytest.raises(Refused, match="past"):
            choose_day(day=past, today=TODAY, by=officer, at=NOW)
        of_another = OfferedDayFactory(poll=DatesPollFactory(review=review))
        with pytest.raises(Refused, match="offered"):
            check_day(poll, of_another, today=TODAY)
        choose_day(day=days[0], today=TODAY, by=officer, at=NOW)
        with pytest.raises(Refused, match="closed"):
            choose_day(day=days[1], today=TODAY, by=officer, at=NOW)

    def test_a_member_of_the_panel_chooses_nothing(self, client, poll, days, member):
        client.force_login(member.user)

        assert client.post(page("choose", poll, days[0].pk)).status_code == 404
        assert not Meeting.objects.exists()


class TestClosingWithout:
    def test_it_says_why_and_its_links_open_nothing(self, signed_in, client, poll, days):
        PollInviteeFactory(poll=poll, token="a-secret")
        assert errors(signed_in.post(page("close", poll), {"because": " "}))

        signed_in.post(page("close", poll), {"because": "Nobody can come before Easter."})

        assert "Nobody can come before Easter." in text(signed_in.get(page("poll", poll)))
        link = reverse("availability:by-link", args=["a-secret"])
        assert client.get(link).status_code == 404
        assert not Meeting.objects.exists()

    def test_not_twice_not_without_a_reason_and_not_by_anybody(self, poll, officer):
        with pytest.raises(Refused, match="Your role"):
            close_without(poll=poll, because="Easter.", by=UserFactory(), at=NOW)
        with pytest.raises(Refused, match="Say why"):
            close_without(poll=poll, because=" ", by=officer, at=NOW)
        close_without(poll=poll, because="Easter.", by=officer, at=NOW)
        with pytest.raises(Refused, match="closed"):
            close_without(poll=poll, because="Easter.", by=officer, at=NOW)


class TestMyWork:
    def test_who_is_asked_has_it_to_do_until_they_answer(self, review, poll, days, member):
        invitee = PollInviteeFactory(poll=poll, user=member.user, member=member)

        (item,) = work.dates_to_answer(member.user, TODAY)
        assert item.due_on == poll.closing_on
        assert item.href == page("answer", poll)
        assert work.dates_to_answer(member.user, date(2026, 3, 17)) == []
        DayAnswerFactory(answer__invitee=invitee, day=days[0])
        assert work.dates_to_answer(member.user, TODAY) == []

    def test_the_officer_chooses_once_all_have_answered_or_the_last_day_is_past(
        self, poll, days, officer, member
    ):
        invitee = PollInviteeFactory(poll=poll)
        assert work.days_to_choose(officer, TODAY) == []
        (late,) = work.days_to_choose(officer, date(2026, 3, 17))
        assert late.why == "The last day to answer is past"
        DayAnswerFactory(answer__invitee=invitee, day=days[0])
        (item,) = work.days_to_choose(officer, TODAY)
        assert item.why == "Everybody has answered"
        assert work.days_to_choose(member.user, TODAY) == []


def test_the_home_page_says_how_many_have_answered_while_it_is_open(signed_in, poll, days):
    DayAnswerFactory(answer__invitee__poll=poll, day=days[0])
    PollInviteeFactory(poll=poll)
    home = poll.review.get_absolute_url()
    assert "1 of 2 answered" in text(signed_in.get(home))
    signed_in.post(page("close", poll), {"because": "Easter."})
    assert "1 of 2 answered" not in text(signed_in.get(home))
