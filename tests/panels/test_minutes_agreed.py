"""Corrections to draft minutes, where they were agreed, and the minutes on paper."""

from datetime import date

import pytest

from panels.models import AgreementRound, Presence, ShownAs, SubjectKind
from panels.operations.minutes import Correction, agree_minutes, record_correction
from panels.queries.minutes_paper import as_text, minutes_as_subject, minutes_pdf
from reviews.access import Refused
from tests.documents.test_rendering import words_of
from tests.factories.documents import DocumentFactory
from tests.factories.panels import (
    AT,
    AttendanceFactory,
    MeetingFactory,
    MeetingItemFactory,
    MinutesCorrectionFactory,
    PanelMemberFactory,
)
from tests.factories.terms import AgreementRoundFactory
from tests.panels.saying import day, page, text

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
ASKED = {"asked_by_words": "The clerk", "what": "It was the school.", "is_made": "yes",
         **day("asked_on", date(2026, 2, 25))}  # fmt: skip


@pytest.fixture
def meeting(review):
    return MeetingItemFactory(meeting__review=review).meeting


@pytest.fixture
def next_one(review):
    return MeetingFactory(review=review, held_on=date(2026, 2, 26))


def closed_round(meeting, **more):
    subject = minutes_as_subject(meeting)
    return AgreementRoundFactory(
        review=meeting.review, subject_kind=SubjectKind.MINUTES, subject_key=str(meeting.pk),
        text=subject.text, sha256=subject.sha256, agreed=True, **more,
    )  # fmt: skip


class TestCorrecting:
    def test_who_asked_and_what_stand_beside_the_minutes(self, signed_in, review, meeting):
        member = PanelMemberFactory(review=review, full_name="Ines Okafor")
        path = page("correct-minutes", review.reference, meeting.number)

        shown = text(signed_in.post(path, {**ASKED, "asked_by": member.pk}, follow=True))

        assert "Ines Okafor, 25 February 2026: It was the school." in shown
        assert "Made." in shown
        assert meeting.corrections.get().asked_by_words == ""

    def test_agreed_minutes_take_none(self, signed_in, review, meeting):
        type(meeting).objects.update(minutes_agreed_on=TODAY)
        path = page("correct-minutes", review.reference, meeting.number)

        assert "These minutes are agreed." in text(signed_in.post(path, ASKED))

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({"asked_by_words": " "}, "Say who asked for it"),
            (day("asked_on", date(2026, 2, 1)), "had not been held"),
            (day("asked_on", date(2026, 3, 3)), "today or in the past"),
        ],
    )
    def test_somebody_asked_for_it_on_a_day_that_can_be(
        self, signed_in, review, meeting, said, words
    ):
        path = page("correct-minutes", review.reference, meeting.number)

        assert words in text(signed_in.post(path, {**ASKED, **said}))
        assert not meeting.corrections.exists()

    def test_nobody_of_another_panel_asks(self, officer, meeting):
        correction = Correction(
            what="All", asked_on=TODAY, is_made=False, asked_by=PanelMemberFactory()
        )

        with pytest.raises(Refused, match="of this panel"):
            record_correction(
                meeting=meeting, correction=correction, today=TODAY, by=officer, at=AT
            )


class TestWhereTheyAreAgreed:
    def agree(self, client, meeting, where, on):
        path = page("agree-minutes", meeting.review.reference, meeting.number)
        return text(client.post(path, {"where": where, **day("agreed_on", on)}, follow=True))

    def test_at_the_next_meeting(self, signed_in, meeting, next_one):
        shown = self.agree(signed_in, meeting, f"meeting-{next_one.number}", date(2026, 2, 26))

        assert "26 February 2026 at meeting 2" in shown

    def test_on_the_day_of_that_meeting(self, signed_in, meeting, next_one):
        shown = self.agree(signed_in, meeting, f"meeting-{next_one.number}", date(2026, 2, 27))

        assert "Meeting 2 was on 26 February 2026" in shown

    def test_in_a_round_about_them(self, signed_in, meeting):
        asked = closed_round(meeting)

        shown = self.agree(signed_in, meeting, f"round-{asked.pk}", TODAY)

        assert "2 March 2026 in a round of agreement" in shown

    def test_not_in_a_round_about_other_words(self, signed_in, meeting):
        asked = closed_round(meeting)
        MeetingItemFactory(meeting=meeting)

        shown = self.agree(signed_in, meeting, f"round-{asked.pk}", TODAY)

        assert "The minutes were changed after the round was opened." in shown
        meeting.refresh_from_db()
        assert not meeting.has_agreed_minutes

    def test_not_at_an_earlier_meeting_nor_in_somebody_elses_round(
        self, officer, review, meeting, next_one
    ):
        agree = {"agreed_on": TODAY, "today": TODAY, "by": officer, "at": AT}
        with pytest.raises(Refused, match="Choose a later meeting"):
            agree_minutes(meeting=meeting, at_meeting=meeting, **agree)
        with pytest.raises(Refused, match="round about these minutes"):
            agree_minutes(meeting=meeting, in_round=AgreementRoundFactory(review=review), **agree)
        against = closed_round(meeting)
        against.outcome = "NOT_AGREED"
        with pytest.raises(Refused, match="did not agree the minutes"):
            agree_minutes(meeting=meeting, in_round=against, **agree)

    def test_they_are_put_to_people(self, signed_in, review, meeting):
        path = page("ask-minutes", review.reference, meeting.number)
        said = {**day("closing_on", date(2026, 3, 16)), "confirmed": "yes",
                "name_1": "Bo Asked", "other_email_1": "bo@alder.example"}  # fmt: skip

        signed_in.post(path, said)

        asked = AgreementRound.objects.get()
        assert (asked.subject_kind, asked.label) == (SubjectKind.MINUTES, "Minutes of meeting 1")
        assert "asks the housing association" in asked.text

    def test_minutes_that_are_not_written_are_put_to_nobody(self, signed_in, review):
        bare = MeetingFactory(review=review, past=True)

        response = signed_in.get(page("ask-minutes", review.reference, bare.number), follow=True)

        assert "There are no minutes yet." in text(response)

    def test_a_document_is_put_as_it_is(self, review):
        document = DocumentFactory()
        subject = minutes_as_subject(MeetingFactory(review=review, past=True, minutes=document))

        assert (subject.text, subject.document) == ("", document)


class TestOnPaper:
    def test_everybody_stands_as_they_chose(self, review, meeting):
        hidden = PanelMemberFactory(
            review=review, full_name="Ann Hidden", job_title="", shown_as=ShownAs.WITHHELD
        )
        titled = PanelMemberFactory(
            review=review, full_name="Bea Titled", job_title="Head nurse", shown_as=ShownAs.TITLE
        )
        AttendanceFactory(meeting=meeting, member=hidden)
        AttendanceFactory(
            meeting=meeting, member=titled, presence=Presence.SUBSTITUTE, substitute="A deputy"
        )
        MeetingItemFactory(meeting=meeting, action=True, owner=titled)
        MinutesCorrectionFactory(meeting=meeting)

        written = as_text(meeting)
        printed = " ".join(" ".join(words_of(minutes_pdf(meeting))).split())

        for paper in (written, printed):
            assert "Name withheld" in paper
            assert "Head nurse, by A deputy" in paper
            assert "Action for Head nurse" in paper
            assert "Ann Hidden" not in paper
            assert "Bea Titled" not in paper
        assert "The school was asked too." in printed

    def test_it_is_handed_out(self, signed_in, review, meeting):
        response = signed_in.get(page("minutes-paper", review.reference, meeting.number))

        assert response["Content-Type"] == "application/pdf"
