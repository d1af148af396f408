"""Who came to a meeting, how many, and whether that was a quorum."""

from datetime import date

import pytest

from panels.models import PanelPart, Presence
from panels.operations import attendance
from panels.queries.meetings import turnout
from reviews.access import Refused
from tests.factories.panels import AT, AttendanceFactory, MeetingFactory, PanelMemberFactory
from tests.panels.saying import page, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(review):
    return MeetingFactory(review=review, past=True)


def record(client, meeting, presences, **said):
    """Post the form: for each member how they were there, and perhaps who came for them."""
    answers = {}
    for member in meeting.review.panel_members.all():
        presence, substitute = presences.get(member, ("NOT_RECORDED", ""))
        answers[f"presence_{member.pk}"] = presence
        answers[f"substitute_{member.pk}"] = substitute
    path = page("record-attendance", meeting.review.reference, meeting.number)
    return client.post(path, {**answers, **said}, follow=True)


def test_each_member_of_that_day_is_asked_about(signed_in, review, meeting):
    member = PanelMemberFactory(review=review)
    gone = PanelMemberFactory(review=review, left_on=date(2026, 2, 1), left_because="Moved")
    to_come = PanelMemberFactory(review=review, joined_on=date(2026, 2, 20))
    undated = PanelMemberFactory(review=review, joined_on=None)

    shown = text(signed_in.get(page("record-attendance", review.reference, meeting.number)))

    assert member.full_name in shown
    assert undated.full_name in shown
    assert gone.full_name not in shown
    assert to_come.full_name not in shown


def test_what_cannot_be_taken_is_said_in_our_words(signed_in, review, meeting):
    one, two, three = PanelMemberFactory.create_batch(3, review=review)
    said = {one: ("PIGEON", ""), two: ("SUBSTITUTE", "x" * 201), three: ("SUBSTITUTE", "a\0")}
    shown = text(record(signed_in, meeting, said))
    for words in (
        f"Say again whether {one.full_name} came: what was chosen is not offered",
        f"“Who came for {two.full_name}?” to 200 characters: it has 201",
        f"Enter the answer to “Who came for {three.full_name}?” again as plain text: it holds",
    ):
        assert words in shown


def test_attendance_is_recorded_with_others_and_the_debrief(signed_in, review, meeting):
    came, sent, excused, unknown = PanelMemberFactory.create_batch(4, review=review)

    response = record(
        signed_in,
        meeting,
        {
            came: ("PRESENT", "typed by mistake"),
            sent: ("SUBSTITUTE", "Deputy Head"),
            excused: ("APOLOGIES", ""),
        },
        others_attending="Analyst, to present figures\nNote taker",
        debrief_offered="on",
    )

    shown = text(response)
    assert "The attendance is recorded." in shown
    assert "2 of 4 came or were represented: 50 per cent." in shown
    assert "2 of 4 with a vote: a quorum, which by default is half of them, here 2." in shown
    assert "Sent somebody in their place: Deputy Head" in shown
    assert "Also there: Analyst, to present figures; Note taker" in shown
    assert "A debrief was offered." in shown
    assert not unknown.attendance.exists()
    assert came.attendance.get().substitute == ""


def test_recording_again_stands_in_place_of_the_first(signed_in, review, meeting):
    member = PanelMemberFactory(review=review)
    record(signed_in, meeting, {member: ("PRESENT", "")})

    shown = signed_in.get(page("record-attendance", review.reference, meeting.number))
    assert '<option value="PRESENT" selected>' in shown.content.decode()
    record(signed_in, meeting, {member: ("ABSENT", "")})

    assert member.attendance.get().presence == Presence.ABSENT


def test_a_substitute_has_a_name(signed_in, review, meeting):
    member = PanelMemberFactory(review=review)

    response = record(
        signed_in, meeting, {member: ("SUBSTITUTE", "")}, others_attending="An analyst"
    )

    assert f"Enter who came for {member.full_name}" in text(response)
    assert "An analyst" in text(response)
    assert not member.attendance.exists()


def test_only_apologies_come_before_the_meeting(signed_in, review):
    meeting = MeetingFactory(review=review)
    member = PanelMemberFactory(review=review)

    response = record(signed_in, meeting, {member: ("PRESENT", "")})
    assert "Only apologies and substitutes can be recorded." in text(response)

    record(signed_in, meeting, {member: ("APOLOGIES", "")})
    shown = text(signed_in.get(meeting.get_absolute_url()))
    assert "Sent apologies" in shown
    assert "per cent" not in shown


def test_nobody_came_to_what_was_called_off(signed_in, review):
    meeting = MeetingFactory(review=review, past=True, called_off_on=date(2026, 2, 1))

    response = record(signed_in, meeting, {}, others_attending="Nobody at all")

    assert "This meeting was called off. Nobody can have come to it." in text(response)


def test_a_script_cannot_record_a_stranger(review, officer, meeting):
    stranger = PanelMemberFactory()

    with pytest.raises(Refused, match="no member of the panel on that day"):
        attendance.record_attendance(
            meeting=meeting,
            presences={stranger.pk: ("PRESENT", "")},
            others_attending=[],
            debrief_offered=False,
            today=date(2026, 3, 2),
            by=officer,
            at=AT,
        )


def test_observers_do_not_count_and_a_vote_less_panel_has_no_quorum(signed_in, review, meeting):
    chair = PanelMemberFactory(review=review, chair=True)
    observer = PanelMemberFactory(review=review, part=PanelPart.OBSERVER, is_voting=False)
    AttendanceFactory(meeting=meeting, member=chair)
    AttendanceFactory(meeting=meeting, member=observer, presence=Presence.ABSENT)

    shown = text(signed_in.get(meeting.get_absolute_url()))

    assert "1 of 1 came or were represented: 100 per cent." in shown
    assert "quorum" not in shown


@pytest.mark.parametrize(
    ("voting", "came", "quorum", "has"), [(5, 2, 3, False), (5, 3, 3, True), (4, 2, 2, True)]
)
def test_the_quorum_is_half_of_the_votes_rounded_up(review, meeting, voting, came, quorum, has):
    for n in range(voting):
        AttendanceFactory(
            meeting=meeting,
            member=PanelMemberFactory(review=review),
            presence=Presence.PRESENT if n < came else Presence.APOLOGIES,
        )

    found = turnout(meeting)

    assert (found.quorum, found.has_quorum) == (quorum, has)


def test_a_meeting_without_a_panel_has_no_turnout(review, meeting):
    assert turnout(meeting).per_cent == 0
    assert not turnout(meeting).is_recorded
