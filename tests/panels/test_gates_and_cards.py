"""What the panel says before a review moves on, and on its home page."""

from datetime import date

import pytest

from panels import cards
from panels.gates import panel_is_formed
from panels.models import PanelPart
from reviews.access import Role
from tests.factories.agencies import UserFactory
from tests.factories.panels import MeetingFactory, PanelMemberFactory, ParallelProcessFactory
from tests.factories.reviews import playing
from tests.panels.saying import page, text

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)


def words(review):
    return [blocker.words for blocker in panel_is_formed(review)]


class TestPanelIsFormed:
    def test_it_begins_with_a_chair(self, review):
        chair, member = panel_is_formed(review)

        assert chair.words == "No independent chair is appointed."
        assert chair.href == page("appoint-chair", review.reference)
        assert member.words == "The panel has no member besides its chair."
        assert member.href == page("add-member", review.reference)

    def test_the_chair_declares_independence(self, review):
        chair = PanelMemberFactory(review=review, chair=True)
        PanelMemberFactory(review=review, declared=True)

        [blocker] = panel_is_formed(review)

        assert blocker.words == "The independent chair has not declared their independence."
        assert blocker.href == page("declare-independence", review.reference, chair.pk)

    def test_everybody_with_a_vote_declares_it_and_is_named_by_part_alone(self, review):
        PanelMemberFactory(review=review, chair=True, declared=True)
        first = PanelMemberFactory(review=review)
        PanelMemberFactory(review=review, is_voting=False)
        PanelMemberFactory(review=review, left=True)
        assert words(review) == [
            "One panel member with a vote has not declared their independence."
        ]
        assert panel_is_formed(review)[0].href.endswith(f"/{first.pk}/independence/")

        PanelMemberFactory(review=review, part=PanelPart.ADVISER)
        assert words(review) == ["2 members with a vote have not declared their independence."]
        assert panel_is_formed(review)[0].href == page("panel", review.reference)

    def test_a_secretary_is_no_member(self, review):
        PanelMemberFactory(review=review, chair=True, declared=True)
        PanelMemberFactory(review=review, part=PanelPart.SECRETARY, is_voting=False)

        assert words(review) == ["The panel has no member besides its chair."]

    def test_a_chair_who_left_is_none(self, review):
        PanelMemberFactory(review=review, chair=True, declared=True, left=True)
        PanelMemberFactory(review=review, declared=True)

        assert words(review) == ["No independent chair is appointed."]

    def test_it_opens(self, signed_in, review):
        PanelMemberFactory(review=review, chair=True, declared=True)
        PanelMemberFactory(review=review, declared=True)

        assert words(review) == []
        assert "The panel is formed." in text(signed_in.get(page("panel", review.reference)))


class TestCards:
    def test_the_panel_says_who_chairs_and_when_it_meets(self, review, officer):
        PanelMemberFactory(review=review, chair=True, full_name="Ruth Lindqvist")
        PanelMemberFactory(review=review)
        PanelMemberFactory(review=review, left=True)
        MeetingFactory(review=review)
        MeetingFactory(review=review, held_on=date(2026, 3, 10), called_off_on=TODAY)

        card = cards.panel(review, officer, TODAY)

        assert card.figure == "2 members"
        assert card.lines == [
            "Independent chair: Ruth Lindqvist",
            "Next meeting: 12 March 2026 (in 10 days) at 10:00",
        ]
        assert card.href == page("panel", review.reference)

    def test_an_empty_panel_says_so(self, review, officer):
        card = cards.panel(review, officer, TODAY)

        assert (card.figure, card.lines) == (
            "Nobody yet",
            ["No independent chair yet", "No meeting planned"],
        )

    def test_a_meeting_whose_time_is_open_has_none(self, review, officer):
        PanelMemberFactory(review=review)
        MeetingFactory(review=review, starts=None, ends=None)

        card = cards.panel(review, officer, TODAY)

        assert card.figure == "1 member"
        assert card.lines[1] == "Next meeting: 12 March 2026 (in 10 days)"

    def test_processes_say_what_they_hold_back(self, review, officer):
        assert cards.parallel_processes(review, officer, TODAY).figure == "None recorded"
        ParallelProcessFactory(review=review)
        ParallelProcessFactory(
            review=review, kind="SAR", status="ENDED", holds_back_publication=False
        )

        card = cards.parallel_processes(review, officer, TODAY)

        assert (card.figure, card.lines) == (
            "1 under way or expected",
            ["Holding back publication"],
        )

    @pytest.mark.parametrize("card", [cards.panel, cards.parallel_processes])
    def test_nobody_else_sees_them(self, review, card):
        assert card(review, UserFactory(), TODAY) is None
        assert card(review, playing(Role.HOME_OFFICE_LIAISON, to=review), TODAY) is None

    def test_they_stand_on_the_home_page(self, signed_in, review):
        shown = text(signed_in.get(review.get_absolute_url()))

        assert page("panel", review.reference) in shown
        assert page("processes", review.reference) in shown
