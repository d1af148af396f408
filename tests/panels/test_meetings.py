"""Planning, telling, changing and calling off meetings."""

from datetime import date, time

import pytest

from messaging.models import Message
from panels.models import PanelPart
from reviews.access import Role
from tests.factories.agencies import UserFactory
from tests.factories.panels import (
    AttendanceFactory,
    MeetingFactory,
    MeetingItemFactory,
    MeetingPaperFactory,
    PanelMemberFactory,
)
from tests.factories.reviews import PersonFactory, playing
from tests.panels.saying import day, page, text

pytestmark = pytest.mark.django_db

PLAN = {
    **day("held_on", date(2026, 3, 12)),
    "starts": "10:00",
    "ends": "12.30",
    "mode": "HYBRID",
    "place": "Town hall, room 4",
    "agenda": "Welcome\n\n Terms of reference \n",
}


def seat(review, **fields):
    """Return a member with an account that opens the review."""
    return PanelMemberFactory(review=review, user=playing(Role.PANEL_MEMBER, to=review), **fields)


class TestPlanning:
    def test_a_meeting_gets_the_next_number_and_tells_nobody(self, signed_in, review):
        MeetingFactory(review=review, number=3)

        response = signed_in.post(page("plan-meeting", review.reference), PLAN, follow=True)

        assert "Meeting 4 is recorded. Nobody has been told yet." in text(response)
        meeting = review.meetings.get(number=4)
        assert (meeting.starts, meeting.ends) == (time(10), time(12, 30))
        assert meeting.agenda == ["Welcome", "Terms of reference"]
        assert "Thursday 12 March 2026 (in 10 days), 10:00 to 12:30" in text(response)
        assert not Message.objects.exists()

    def test_a_meeting_may_have_been_held_before_it_was_recorded(self, signed_in, review):
        said = {**PLAN, **day("held_on", date(2026, 2, 3))}

        response = signed_in.post(page("plan-meeting", review.reference), said, follow=True)

        assert "3 February 2026 (27 days ago)" in text(response)
        assert "Tell the members" not in text(response)
        assert "Write minutes" in text(response)

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({"ends": "9:00"}, "The meeting must end after it starts"),
            ({"starts": ""}, "Enter the time it starts"),
            ({"starts": "25:10"}, "Enter a time on the 24-hour clock"),
            ({"mode": ""}, "Select how the panel meets"),
            ({"agenda": "x" * 301}, "Each item must be 300 characters or fewer"),
            (day("held_on", date(1980, 1, 1)), "The meeting must be after the death"),
            (
                {"held_on_day": "31", "held_on_month": "2"},
                "The day of the meeting must be a real date",
            ),
            (day("held_on", date(2026, 1, 3)), "before the partnership was told of the death"),
        ],
    )
    def test_what_cannot_be_is_refused_and_nothing_is_lost(self, signed_in, review, said, words):
        response = signed_in.post(page("plan-meeting", review.reference), {**PLAN, **said})

        assert words in text(response)
        assert "Town hall, room 4" in text(response)
        assert not review.meetings.exists()

    def test_the_agenda_names_nobody(self, signed_in, review):
        PersonFactory(review=review, true_name="Oriel Vantongren", pseudonym="Maris")
        said = {**PLAN, "agenda": "Welcome\nThe inquest of Oriel Vantongren"}

        shown = text(signed_in.post(page("plan-meeting", review.reference), said))

        assert "“Agenda” holds the true name of Maris." in shown
        assert not review.meetings.exists()

    def test_a_review_told_of_no_death_yet_still_has_sane_years(self, signed_in, review):
        review.notified_on = date(1989, 1, 1)
        review.died_on = None
        review.save()

        response = signed_in.post(
            page("plan-meeting", review.reference), {**PLAN, **day("held_on", date(1989, 6, 1))}
        )

        assert "The meeting must be after 1990" in text(response)

    def test_a_meeting_may_have_no_agenda_yet(self, signed_in, review):
        response = signed_in.post(
            page("plan-meeting", review.reference), {**PLAN, "agenda": ""}, follow=True
        )

        assert "No agenda is recorded." in text(response)

    def test_an_early_day_is_kept_with_its_reason(self, signed_in, review):
        said = {**PLAN, **day("held_on", date(2026, 1, 3)), "unusual_reason": "Rapid response."}

        response = signed_in.post(page("plan-meeting", review.reference), said, follow=True)

        assert "Rapid response." in text(response)


class TestCalling:
    def test_the_page_says_how_many_will_be_emailed_and_who_will_not(self, signed_in, review):
        meeting = MeetingFactory(review=review)
        seat(review)
        seat(review, part=PanelPart.ADVISER)
        PanelMemberFactory(review=review, full_name="Without Account", organisation="Wren House")
        shut_out = PanelMemberFactory(review=review, user=UserFactory())
        seat(review, left=True)
        seat(review, joined_on=date(2026, 3, 20))

        shown = text(signed_in.get(page("call-meeting", review.reference, meeting.number)))

        assert "2 people will be emailed." in shown
        assert "Without Account, Wren House" in shown
        assert shut_out.full_name in shown
        assert not Message.objects.exists()

    def test_each_person_is_emailed_once_and_the_email_says_nothing_of_the_case(
        self, signed_in, review, mailoutbox, run_queued
    ):
        meeting = MeetingFactory(review=review)
        member = seat(review)
        PanelMemberFactory(review=review, user=member.user, part=PanelPart.SECRETARY)

        with run_queued():
            response = signed_in.post(
                page("call-meeting", review.reference, meeting.number), follow=True
            )

        assert "1 person is being emailed." in text(response)
        assert "Told 2 March 2026" in text(response)
        [email] = mailoutbox
        assert email.to == [member.user.email]
        assert f"/reviews/{review.reference}/meetings/1/" in email.body
        for secret in ("12 March", "10:00", "town hall", member.full_name):
            assert secret not in f"{email.subject} {email.body}"

    def test_the_same_meeting_is_called_once(self, signed_in, review):
        meeting = MeetingFactory(review=review)
        seat(review)
        path = page("call-meeting", review.reference, meeting.number)

        signed_in.post(path)
        response = signed_in.post(path)

        assert "The members have been told of this meeting as it stands." in text(response)
        assert Message.objects.count() == 1

    @pytest.mark.parametrize(
        ("stage", "words"),
        [
            ({"past": True}, "This meeting is in the past."),
            ({"called_off_on": date(2026, 3, 1)}, "This meeting is called off."),
            ({}, "No member of the panel has an account, so nobody would be emailed."),
        ],
    )
    def test_nobody_is_called_to_what_cannot_be(self, signed_in, review, stage, words):
        meeting = MeetingFactory(review=review, **stage)

        response = signed_in.post(page("call-meeting", review.reference, meeting.number))

        assert words in text(response)
        assert not Message.objects.exists()


class TestChanging:
    def change(self, client, meeting, **said):
        path = page("change-meeting", meeting.review.reference, meeting.number)
        return client.post(path, {**PLAN, **said}, follow=True)

    def test_members_must_hear_of_another_day(self, signed_in, review):
        meeting = MeetingFactory(review=review, called=True)
        seat(review)

        response = self.change(signed_in, meeting, **day("held_on", date(2026, 3, 19)))

        assert "The members know the meeting as it was before it changed." in text(response)
        assert "Not told of the change" in text(response)
        signed_in.post(page("call-meeting", review.reference, meeting.number))
        assert [message.kind for message in Message.objects.all()] == ["meeting_changed"]
        meeting.refresh_from_db()
        assert meeting.members_know

    def test_another_agenda_needs_no_email(self, signed_in, review):
        known = {"place": "Town hall, room 4", "mode": "HYBRID", "ends": time(12, 30)}
        meeting = MeetingFactory(review=review, called=True, **known)

        response = self.change(signed_in, meeting, agenda="Anything else")

        assert "Anything else" in text(response)
        assert "Tell the members" not in text(response)

    def test_the_form_holds_the_meeting_as_it_is(self, signed_in, review):
        meeting = MeetingFactory(review=review)

        shown = signed_in.get(page("change-meeting", review.reference, meeting.number))

        for value in ('value="10:00"', 'value="12"', "Room 4 of the town hall"):
            assert value in shown.content.decode()

    def test_times_that_cannot_be_are_refused(self, signed_in, review):
        response = self.change(signed_in, MeetingFactory(review=review), ends="09:00")

        assert "The meeting must end after it starts" in text(response)

    def test_what_is_off_stays_off(self, signed_in, review):
        meeting = MeetingFactory(review=review, called_off_on=date(2026, 3, 1))

        assert "Plan another one." in text(self.change(signed_in, meeting))


class TestCallingOff:
    def off(self, client, meeting):
        path = page("call-off-meeting", meeting.review.reference, meeting.number)
        return client.post(path, {"because": "The chair is ill."}, follow=True)

    def test_members_who_were_asked_are_emailed(self, signed_in, review):
        meeting = MeetingFactory(review=review, called=True)
        seat(review)
        path = page("call-off-meeting", review.reference, meeting.number)
        assert "1 person will be emailed." in text(signed_in.get(path))

        response = self.off(signed_in, meeting)

        assert "Meeting 1 is called off. 1 person is being emailed." in text(response)
        assert "2 March 2026: The chair is ill." in text(response)
        assert [message.kind for message in Message.objects.all()] == ["meeting_changed"]

    def test_members_who_never_heard_of_it_hear_nothing(self, signed_in, review):
        meeting = MeetingFactory(review=review)
        seat(review)
        path = page("call-off-meeting", review.reference, meeting.number)
        assert "will be emailed" not in text(signed_in.get(path))

        assert "0 people are being emailed." in text(self.off(signed_in, meeting))
        assert not Message.objects.exists()

    def test_a_reason_is_asked(self, signed_in, review):
        meeting = MeetingFactory(review=review)

        path = page("call-off-meeting", review.reference, meeting.number)
        response = signed_in.post(path, {"because": ""})

        assert "Say why the meeting is called off" in text(response)

    def test_what_was_held_or_is_off_cannot_be(self, signed_in, review):
        held = MeetingItemFactory(meeting__review=review).meeting
        attended = AttendanceFactory(meeting__review=review).meeting
        off = MeetingFactory(review=review, called_off_on=date(2026, 3, 1))

        assert "This meeting was held" in text(self.off(signed_in, held))
        assert "This meeting was held" in text(self.off(signed_in, attended))
        assert "This meeting is called off already." in text(self.off(signed_in, off))


class TestPages:
    def test_the_list_shows_meetings_and_open_actions(self, signed_in, review):
        MeetingFactory(review=review, called=True)
        MeetingFactory(review=review, held_on=date(2026, 3, 5), called_off_on=date(2026, 3, 1))
        MeetingItemFactory(meeting__review=review, action=True, words="Ask for the file")
        done = {"done_on": date(2026, 2, 20), "done_recorded_at": review.recorded_at}
        MeetingItemFactory(meeting__review=review, action=True, words="Rang the school", **done)

        shown = text(signed_in.get(page("meetings", review.reference)))

        assert shown.index("Meeting 1") < shown.index("Meeting 2")
        assert "Ask for the file" in shown
        assert "Called off" in shown
        assert shown.count("None</span>") == 2
        assert shown.count(">Draft<") == 2
        assert "Rang the school" not in shown

    def test_an_empty_list_says_what_would_fill_it(self, signed_in, review):
        shown = text(signed_in.get(page("meetings", review.reference)))

        assert "No meeting is recorded" in shown
        assert "No action is open" in shown

    @pytest.mark.parametrize("number", [3, 30])
    def test_pages_cost_the_same_whatever_the_number(
        self, client, review, number, django_assert_max_num_queries
    ):
        meeting = MeetingFactory(review=review, past=True)
        for _ in range(number):
            AttendanceFactory(meeting=meeting)
            MeetingItemFactory(meeting=meeting, action=True)
            MeetingPaperFactory(meeting=meeting)
            MeetingFactory(review=review)
        client.force_login(playing(Role.PANEL_MEMBER, to=review))

        for path in (page("meetings", review.reference), meeting.get_absolute_url()):
            with django_assert_max_num_queries(14):
                assert client.get(path).status_code == 200
