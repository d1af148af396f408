"""Minutes that a round asks people about stand still until it is over."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from panels.models import AgreementRound, SubjectKind
from panels.queries.minutes_paper import minutes_as_subject
from tests.documents import samples
from tests.factories.panels import AttendanceFactory, MeetingFactory, MeetingItemFactory
from tests.factories.terms import AgreementRoundFactory
from tests.panels.saying import day, page, text

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
WHY = "People are asked to agree these minutes as they stand, until 16 March 2026."
OTHER_WORDS = {"kind": "DECISION", "words": "The panel asks nobody."}


@pytest.fixture
def meeting(review):
    return MeetingItemFactory(meeting__review=review).meeting


@pytest.fixture
def asked(meeting):
    subject = minutes_as_subject(meeting)
    return AgreementRoundFactory(
        review=meeting.review, subject_kind=SubjectKind.MINUTES, subject_key=str(meeting.pk),
        label=subject.label, text=subject.text, sha256=subject.sha256,
    )  # fmt: skip


def changes(meeting):
    """Return what would change the words, or agree them elsewhere: the page and what is posted."""
    at = (meeting.review.reference, meeting.number)
    file = SimpleUploadedFile("minutes.pdf", samples.pdf())
    return {
        page("add-item", *at): OTHER_WORDS,
        page("change-item", *at, 1): OTHER_WORDS,
        page("remove-item", *at, 1): {},
        page("attach-minutes", *at): {"minutes": file},
        page("record-attendance", *at): {"others_attending": "A stranger"},
        page("agree-minutes", *at): {"where": "otherwise", **day("agreed_on", TODAY)},
    }


class TestWhileTheRoundIsOpen:
    def test_no_way_changes_the_words_or_agrees_them_and_each_says_where_to_go(
        self, signed_in, meeting, asked
    ):
        for path, said in changes(meeting).items():
            shown = text(signed_in.post(path, said))
            assert WHY in shown, path
            assert f'href="{asked.get_absolute_url()}"' in shown, path

        meeting.refresh_from_db()
        assert minutes_as_subject(meeting).sha256 == asked.sha256
        assert (meeting.minutes, meeting.has_agreed_minutes) == (None, False)

    def test_the_day_of_the_meeting_stands_in_the_minutes_and_stays(
        self, signed_in, meeting, asked
    ):
        path = page("change-meeting", meeting.review.reference, meeting.number)
        plan = {"mode": meeting.mode, "place": "Room 5", "agenda": "\n".join(meeting.agenda),
                "starts": "10:00", "ends": "12:00"}  # fmt: skip

        moved = text(signed_in.post(path, {**plan, **day("held_on", date(2026, 2, 13))}))
        signed_in.post(path, {**plan, **day("held_on", meeting.held_on)})

        assert WHY in moved
        meeting.refresh_from_db()
        assert (meeting.held_on, meeting.place) == (date(2026, 2, 12), "Room 5")

    def test_it_is_said_before_anybody_types(self, signed_in, meeting, asked):
        for path in changes(meeting):
            if path != page("remove-item", meeting.review.reference, meeting.number, 1):
                response = signed_in.get(path, follow=True)
                assert response.redirect_chain[0][0] == meeting.get_absolute_url()
                assert WHY in text(response)

    def test_the_page_of_the_meeting_names_the_round(self, signed_in, meeting, asked):
        AttendanceFactory(meeting=meeting)
        AgreementRound.objects.update(sha256=minutes_as_subject(meeting).sha256)

        shown = text(signed_in.get(meeting.get_absolute_url()))

        assert f'href="{asked.get_absolute_url()}"' in shown
        assert "Minutes of meeting 1, version 1" in shown
        assert "not the words that people were asked about" not in shown
        for path in changes(meeting):
            assert path not in shown

    def test_words_that_changed_all_the_same_are_said_to_be_others(self, signed_in, meeting, asked):
        meeting.items.update(words="Changed before this rule.")

        shown = text(signed_in.get(meeting.get_absolute_url()))

        assert "These are not the words that people were asked about." in shown

    def test_a_round_about_another_meeting_stops_nothing(self, signed_in, review, asked):
        other = MeetingFactory(review=review, past=True)

        signed_in.post(page("add-item", review.reference, other.number), OTHER_WORDS)

        assert other.items.exists()


def test_once_it_is_withdrawn_the_words_can_change(signed_in, review, meeting, asked):
    signed_in.post(page("withdraw-round", review.reference, asked.pk), {"reason": "A slip."})

    signed_in.post(page("add-item", review.reference, meeting.number), OTHER_WORDS)

    assert meeting.items.count() == 2
