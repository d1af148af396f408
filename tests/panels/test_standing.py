"""Who was only invited, who is briefed, who came after whom, and who was offered a debrief."""

from datetime import date

import pytest

from audit.models import AuditEvent
from panels.models import Debrief, PanelMember, Standing
from panels.operations.leaving import hand_over, record_debriefs
from panels.queries.meetings import turnout
from panels.rules.members import check_standing
from reports.queries.assembly.record import record_of
from reviews.access import Refused, Role
from tests.factories.panels import AT, AttendanceFactory, MeetingFactory, PanelMemberFactory
from tests.factories.reviews import playing
from tests.panels.saying import CHAIR, SEAT, day, page, text

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
INVITED = {**SEAT, "standing": "INVITED", **dict.fromkeys(day("joined_on", TODAY), "")}


class TestTheSeat:
    def test_somebody_speaks_for_several_bodies(self, signed_in, review):
        said = {
            **SEAT,
            "organisation": "Northshire NHS trust",
            "also_for": "Alder GPs\n\nA hospice",
        }

        signed_in.post(page("add-member", review.reference), said)

        member = review.panel_members.get()
        assert member.body == "Northshire NHS trust, Alder GPs, A hospice"
        assert member.body in text(signed_in.get(page("panel", review.reference)))

    def test_a_body_has_an_end(self, signed_in, review):
        response = signed_in.post(
            page("add-member", review.reference), {**SEAT, "also_for": "x" * 201}
        )

        assert "Each body must be 200 characters or fewer" in text(response)

    def test_somebody_invited_who_never_came_is_kept_and_sits_nowhere(self, signed_in, review):
        said = {**INVITED, "not_seated_because": "No capacity.", **day("invited_on", TODAY)}
        signed_in.post(page("add-member", review.reference), said)

        shown = text(signed_in.get(page("panel", review.reference)))
        assert "Invited, and never seated" in shown
        assert "No capacity." in shown
        assert not review.panel_members.seated().exists()
        assert not turnout(MeetingFactory(review=review)).places
        assert "The panel has no member besides its chair." in shown

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({**SEAT, "standing": "INVITED"}, "has not joined"),
            ({**SEAT, "not_seated_because": "Ill."}, "They took the seat"),
            ({**INVITED, "email": "ines@agency.example"}, "have not taken the seat yet"),
        ],
    )
    def test_a_seat_nobody_took_opens_nothing_and_began_never(self, signed_in, review, said, words):
        assert words in text(signed_in.post(page("add-member", review.reference), said))
        assert not PanelMember.objects.exists()

    def test_who_has_been_there_was_not_only_invited(self, signed_in, review):
        member = PanelMemberFactory(review=review)
        AttendanceFactory(meeting__review=review, member=member)
        path = page("change-member", review.reference, member.pk)

        assert "They have been on the panel" in text(signed_in.post(path, INVITED))

    def test_a_chair_sits_on_the_panel(self, review):
        with pytest.raises(Refused, match="The independent chair sits"):
            check_standing(
                PanelMember(review=review), "INDEPENDENT_CHAIR", Standing.BRIEFED, TODAY, ""
            )

    def test_whoever_is_briefed_is_not_counted_nor_asked_to_come(self, signed_in, review):
        PanelMemberFactory(review=review, full_name="Una There")
        user = playing(Role.PANEL_MEMBER, to=review)
        PanelMemberFactory(review=review, standing=Standing.BRIEFED, user=user)
        meeting = MeetingFactory(review=review)

        assert len(turnout(meeting).counted) == 1
        path = page("call-meeting", review.reference, meeting.number)
        assert "0 people will be emailed" in text(signed_in.get(path))
        assert "briefed instead of attending" in text(
            signed_in.get(page("panel", review.reference))
        )

    def test_a_seat_that_nobody_took_is_not_left(self, signed_in, review):
        member = PanelMemberFactory(review=review, invited=True)
        said = {**day("left_on", TODAY), "because": "Gone"}

        path = page("leave-panel", review.reference, member.pk)
        assert "They never took the seat" in text(signed_in.post(path, said))

    def test_the_report_says_who_was_invited_and_took_no_seat(self, review):
        PanelMemberFactory(
            review=review, invited=True, organisation="Alder hospice", not_seated_because="Full."
        )
        PanelMemberFactory(review=review, organisation="A trust", also_for=["Two practices"])

        panel = record_of(review, today=TODAY).panel

        assert panel.never_seated == [("Alder hospice", "Full.")]
        assert [seat.body for seat in panel.seats] == ["A trust, Two practices"]


class TestHandingOver:
    @pytest.fixture
    def gone(self, review):
        return PanelMemberFactory(review=review, left=True, full_name="Ann Gone")

    @pytest.fixture
    def coming(self, review):
        return PanelMemberFactory(review=review, full_name="Cy Coming")

    def test_it_says_to_whom_and_when(self, signed_in, review, gone, coming):
        said = {"successor": coming.pk, "handover": "All papers.",
                **day("handed_over_on", date(2026, 2, 25))}  # fmt: skip

        shown = text(
            signed_in.post(page("hand-over", review.reference, gone.pk), said, follow=True)
        )

        assert "All papers." in shown
        assert "Cy Coming</a> on 25 February 2026" in shown
        assert "then Cy Coming" in text(signed_in.get(page("panel", review.reference)))
        event = AuditEvent.objects.get(event="panel.member_handed_over")
        assert event.subjects["successor_id"] == coming.pk

    def hand(self, officer, member, successor, on=TODAY):
        return hand_over(
            member=member, successor=successor, handed_over_on=on, today=TODAY, by=officer, at=AT
        )

    def test_only_from_somebody_gone_to_somebody_there(self, officer, review, gone, coming):
        with pytest.raises(Refused, match="Record first that they left"):
            self.hand(officer, coming, gone)
        with pytest.raises(Refused, match="another member of this panel"):
            self.hand(officer, gone, PanelMemberFactory())
        with pytest.raises(Refused, match="sits on the panel now"):
            self.hand(officer, gone, PanelMemberFactory(review=review, invited=True))
        with pytest.raises(Refused, match="had not joined"):
            self.hand(officer, gone, coming, on=date(2026, 1, 1))

    def test_an_impossible_day_is_said_at_its_field(self, signed_in, review, gone, coming):
        said = {"successor": coming.pk, **day("handed_over_on", date(2026, 3, 9))}

        shown = text(signed_in.post(page("hand-over", review.reference, gone.pk), said))

        assert "today or in the past" in shown


class TestDebriefs:
    def test_it_is_recorded_who_took_it_and_nothing_more(self, signed_in, review):
        here, gone = PanelMemberFactory(review=review), PanelMemberFactory(review=review, left=True)
        PanelMemberFactory(review=review, invited=True, full_name="Never There")
        path = page("debriefs", review.reference)
        assert "Never There" not in text(signed_in.get(path))

        signed_in.post(
            path,
            {f"debrief_{here.pk}": "TAKEN", f"debrief_{gone.pk}": "", **day("offered_on", TODAY)},
        )

        here.refresh_from_db()
        gone.refresh_from_db()
        assert (here.debrief, here.debrief_offered_on) == (Debrief.TAKEN, TODAY)
        assert (gone.debrief, gone.debrief_offered_on) == ("", None)
        assert "Taken, offered on 2 March 2026" in text(signed_in.get(here.get_absolute_url()))

    def test_it_cannot_be_offered_tomorrow(self, signed_in, review):
        member = PanelMemberFactory(review=review)
        said = {f"debrief_{member.pk}": "OFFERED", **day("offered_on", date(2026, 3, 3))}

        shown = text(signed_in.post(page("debriefs", review.reference), said))

        assert "today or in the past" in shown

    def test_nobody_who_never_sat_is_offered_one(self, officer, review):
        member = PanelMemberFactory(review=review, invited=True)

        with pytest.raises(Refused, match="never sat"):
            record_debriefs(
                review=review, answers={member: "TAKEN"}, offered_on=TODAY, today=TODAY,
                by=officer, at=AT,
            )  # fmt: skip


def test_the_chairs_form_does_not_ask_whether_they_take_the_seat(signed_in, review):
    signed_in.post(page("appoint-chair", review.reference), CHAIR)

    assert review.panel_members.get().standing == Standing.SEATED
