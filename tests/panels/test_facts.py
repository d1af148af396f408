"""The panel's deadlines follow its seats and its meetings."""

from datetime import date

import pytest

from reviews.lifecycle import Stage
from tests.factories.panels import MeetingFactory, PanelMemberFactory
from tests.factories.reviews import DecisionFactory, ReviewFactory, StageMoveFactory
from tests.reviews.clock import begun_on_paper, clock_of, days_of, taken_back

pytestmark = pytest.mark.django_db
APPOINTED = date(2026, 1, 25)


@pytest.fixture
def review():
    """Decided on 20 January 2026, with a chair from the 25th, whose panel is not formed."""
    made = ReviewFactory(at_stage=Stage.COMMISSIONED)
    DecisionFactory(review=made)
    return made


@pytest.fixture
def chair(review):
    return PanelMemberFactory(review=review, chair=True)


def off_the_panel(chair, on=date(2026, 2, 20)):
    chair.left_on, chair.left_because = on, "Ill"
    chair.save()


class TestChair:
    def test_one_is_owed_thirty_days_after_the_decision(self, review):
        PanelMemberFactory(review=review)
        PanelMemberFactory(chair=True)
        assert days_of(review, "D7") == (date(2026, 1, 20), date(2026, 2, 19), None)

    def test_the_appointment_meets_it(self, review, chair):
        assert days_of(review, "D7")[2] == APPOINTED

    def test_a_corrected_day_moves_both_deadlines(self, review, chair):
        chair.joined_on = date(2026, 1, 30)
        chair.save()
        assert days_of(review, "D7")[2] == days_of(review, "D8")[0] == date(2026, 1, 30)

    def test_a_chair_who_left_before_the_panel_was_formed_is_still_to_be_found(self, review, chair):
        off_the_panel(chair)
        assert days_of(review, "D7")[2] is None
        assert "" not in clock_of(review, "D8")
        PanelMemberFactory(review=review, chair=True, joined_on=date(2026, 2, 25))
        assert days_of(review, "D7")[2] == date(2026, 2, 25)

    def test_one_who_left_later_was_appointed(self, review, chair):
        StageMoveFactory(review=review, to_stage=Stage.PANEL_FORMED, moved_on=date(2026, 2, 10))
        off_the_panel(chair)
        PanelMemberFactory(review=review, chair=True, joined_on=date(2026, 2, 25))
        assert days_of(review, "D7")[2] == APPOINTED

    def test_none_is_asked_of_a_panel_that_was_formed_on_paper(self):
        formed = begun_on_paper(ReviewFactory(at_stage=Stage.PANEL_FORMED))
        assert not clock_of(formed, "D7")
        chair = PanelMemberFactory(review=formed, chair=True)
        assert days_of(formed, "D7")[2] == APPOINTED
        formed.moves.filter(to_stage=Stage.PANEL_FORMED).update(moved_on=None)
        off_the_panel(chair)
        assert days_of(formed, "D7")[2] == APPOINTED

    def test_one_is_asked_of_a_review_taken_over_before_that(self):
        assert clock_of(begun_on_paper(ReviewFactory(at_stage=Stage.COMMISSIONED)), "D7")

    def test_a_decision_taken_back_asks_for_nobody(self):
        undecided = ReviewFactory(at_stage=Stage.COMMISSIONED)
        assert clock_of(undecided, "D7")
        taken_back(undecided, Stage.COMMISSIONED)
        assert not clock_of(undecided, "D7")


class TestFirstMeeting:
    def test_it_is_owed_thirty_days_after_the_appointment(self, review, chair):
        MeetingFactory(past=True)
        MeetingFactory(review=review)
        before = date(2026, 2, 20)
        assert days_of(review, "D8", today=before) == (APPOINTED, date(2026, 2, 24), None)

    def test_the_first_that_was_held_meets_it(self, review, chair):
        MeetingFactory(review=review)
        called_off = MeetingFactory(
            review=review, past=True, called_off_on=date(2026, 2, 11), called_off_because="Snow"
        )
        assert days_of(review, "D8")[2] == date(2026, 3, 12)
        called_off.called_off_on, called_off.called_off_because = None, ""
        called_off.save()
        assert days_of(review, "D8")[2] == date(2026, 2, 12)

    def test_none_is_asked_for_where_terms_were_agreed_on_paper(self):
        agreed = begun_on_paper(ReviewFactory(at_stage=Stage.EVIDENCE))
        PanelMemberFactory(review=agreed, chair=True)
        assert not clock_of(agreed, "D8")
        MeetingFactory(review=agreed, past=True)
        assert days_of(agreed, "D8")[2] == date(2026, 2, 12)
