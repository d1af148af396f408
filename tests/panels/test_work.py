"""What the panel puts on everyone's first page."""

from datetime import UTC, date, datetime

import pytest

from panels.queries import work
from reviews.access import Role
from reviews.queries.work import work_of
from tests.factories.agencies import UserFactory
from tests.factories.panels import (
    AttendanceFactory,
    MeetingFactory,
    MeetingItemFactory,
    PanelMemberFactory,
)
from tests.factories.reviews import playing
from tests.panels.saying import page

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)


@pytest.fixture
def user(review):
    return playing(Role.PANEL_MEMBER, to=review)


@pytest.fixture
def member(review, user):
    return PanelMemberFactory(review=review, user=user)


def whats(items):
    return [item.what for item in items]


def end(review):
    type(review).objects.filter(pk=review.pk).update(stage="CONCLUDED")


class TestIndependence:
    def test_a_member_is_asked_once(self, review, user, member):
        [item] = work.independence_to_declare(user, TODAY)

        assert item.what == "Declare your independence"
        assert item.why == "You sit on the panel as panel member"
        assert item.href == page("declare-independence", review.reference, member.pk)

    def test_nobody_is_asked_who_declared_left_lost_access_or_whose_review_ended(
        self, review, user
    ):
        PanelMemberFactory(review=review, user=user, declared=True)
        PanelMemberFactory(review=review, user=user, left=True)
        PanelMemberFactory(user=user)
        assert work.independence_to_declare(user, TODAY) == []

        PanelMemberFactory(review=review, user=user)
        end(review)
        assert work.independence_to_declare(user, TODAY) == []


class TestMeetings:
    def test_a_member_comes_to_what_they_were_asked_to(self, review, user, member):
        meeting = MeetingFactory(review=review, called=True)
        MeetingFactory(review=review)
        MeetingFactory(review=review, called=True, past=True)
        MeetingFactory(review=review, called=True, called_off_on=TODAY)

        [item] = work.meetings_to_come_to(user, TODAY)

        assert item.what == "Come to panel meeting 1"
        assert (item.href, item.due_on) == (meeting.get_absolute_url(), date(2026, 3, 12))

    def test_apologies_end_it_for_that_member_alone(self, review, user, member):
        meeting = MeetingFactory(review=review, called=True)
        other = PanelMemberFactory(review=review, user=playing(Role.PANEL_MEMBER, to=review))
        AttendanceFactory(meeting=meeting, member=member, presence="APOLOGIES")

        assert work.meetings_to_come_to(user, TODAY) == []
        assert whats(work.meetings_to_come_to(other.user, TODAY)) == ["Come to panel meeting 1"]

    def test_who_has_no_seat_is_not_asked(self, review, officer):
        MeetingFactory(review=review, called=True)

        assert work.meetings_to_come_to(officer, TODAY) == []

    def test_whoever_runs_the_panel_tells_the_members(self, review, officer, user, member):
        MeetingFactory(review=review)
        MeetingFactory(review=review, called=True, sequence=1)
        MeetingFactory(review=review, called=True)
        MeetingFactory(review=review, past=True)

        assert whats(work.meetings_to_call(officer, TODAY)) == [
            "Tell the members of panel meeting 1",
            "Tell the members of panel meeting 2",
        ]
        assert work.meetings_to_call(user, TODAY) == []

    def test_nobody_is_to_be_told_where_nobody_can_be(self, review, officer):
        MeetingFactory(review=review)
        PanelMemberFactory(review=review)

        assert work.meetings_to_call(officer, TODAY) == []

    def test_a_meeting_that_is_over_is_written_up_if_it_was_planned_here(self, review, officer):
        MeetingFactory(review=review, past=True)
        MeetingFactory(review=review, past=True, recorded_at=datetime(2026, 2, 20, tzinfo=UTC))
        AttendanceFactory(meeting__review=review)
        MeetingFactory(review=review)

        assert whats(work.meetings_to_write_up(officer, TODAY)) == [
            "Say who came to panel meeting 1"
        ]
        end(review)
        assert work.meetings_to_write_up(officer, TODAY) == []


class TestActions:
    def test_an_owner_does_it_and_the_officer_follows_up_those_without_an_account(
        self, review, officer, user, member
    ):
        meeting = MeetingFactory(review=review, past=True)
        MeetingItemFactory(meeting=meeting, action=True, owner=member)
        MeetingItemFactory(meeting=meeting, action=True)
        MeetingItemFactory(meeting=meeting, action=True, owner=None, owner_words="All agencies")
        MeetingItemFactory(meeting=meeting)

        [own] = work.actions_to_do(user, TODAY)
        assert own.what == "Do action 1 of panel meeting 1"
        assert own.href == page("mark-done", review.reference, 1, 1)
        assert own.due_on == date(2026, 3, 20)
        assert whats(work.actions_to_do(officer, TODAY)) == [
            "Follow up action 2 of panel meeting 1",
            "Follow up action 3 of panel meeting 1",
        ]

    def test_what_is_done_is_gone(self, review, user, member):
        item = MeetingItemFactory(meeting__review=review, action=True, owner=member)
        item.done_on, item.done_recorded_at = TODAY, item.recorded_at
        item.save()

        assert work.actions_to_do(user, TODAY) == []

    def test_a_stranger_has_nothing_to_do(self, review, member):
        MeetingItemFactory(meeting__review=review, action=True, owner=member)

        assert work_of(UserFactory(), today=TODAY) == []


@pytest.mark.parametrize("number", [3, 30])
def test_the_work_of_a_panel_costs_the_same_whatever_the_number(
    number, review, officer, user, member, django_assert_num_queries
):
    for _ in range(number):
        meeting = MeetingFactory(review=review, past=True)
        MeetingItemFactory(meeting=meeting, action=True, owner=member)
        MeetingFactory(review=review, called=True)
        MeetingFactory(review=review)

    for who, provide, found in (
        (user, work.independence_to_declare, 1),
        (user, work.meetings_to_come_to, number),
        (officer, work.meetings_to_call, number),
        (user, work.actions_to_do, number),
    ):
        with django_assert_num_queries(2):
            assert len(provide(who, TODAY)) == found
    with django_assert_num_queries(2):
        work.meetings_to_write_up(officer, TODAY)
