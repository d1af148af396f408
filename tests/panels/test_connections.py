"""Who may not sit on a panel, and whose connection is decided before it forms."""

import pytest
from django.urls import reverse

from agencies.models import COMMAND_LINE
from evidence.cards.independence import independence as card
from panels.gates import panel_is_independent
from panels.models import PanelPart
from panels.queries.declarations import connections_to_decide
from panels.rules.independence import check_may_judge
from reviews import gates
from reviews.access import Refused, Role
from reviews.lifecycle import LIFECYCLE, NEVER_PASSED, Stage
from reviews.models import Decided
from tests.factories.panels import (
    AT,
    IndependenceDeclarationFactory,
    PanelMemberFactory,
    no_connection,
)
from tests.factories.reviews import playing
from tests.panels.saying import page

pytestmark = pytest.mark.django_db

TODAY = AT.date()


def connected(member, code, **known):
    said = no_connection(member.part)
    return IndependenceDeclarationFactory(
        member=member, answers={**said, code: not said[code]}, connections="Why.", **known
    )


DECIDED = {"decided_because": "Known to all.", "decided_at": AT}


class TestGate:
    def test_nobody_passes_it_and_it_stands_where_a_panel_forms_and_agrees(self):
        assert "panel_is_independent" in NEVER_PASSED
        assert "panel_is_independent" in gates.listed()
        for from_, to in [
            (Stage.COMMISSIONED, Stage.PANEL_FORMED),
            (Stage.FAMILY_AND_AGENCY_REVIEW, Stage.PANEL_AGREED),
        ]:
            assert "panel_is_independent" in LIFECYCLE.find(from_, to).gates

    def test_a_chair_employed_in_the_area_now_is_replaced(self, review):
        chair = PanelMemberFactory(review=review, chair=True)
        connected(chair, "EMPLOYED_NOW", decided=Decided.ACCEPTED, **DECIDED)

        [blocker] = panel_is_independent(review)

        assert blocker.words == (
            "A connection of the independent chair rules them out. Record that they left, and find "
            "somebody else."
        )
        assert blocker.href == page("leave-panel", review.reference, chair.pk)

    def test_a_second_review_in_the_borough_waits_for_the_decision(self, review):
        made = connected(PanelMemberFactory(review=review, chair=True), "OTHER_REVIEWS")
        [blocker] = panel_is_independent(review)
        assert "neither accepted nor declined" in blocker.words

        for name, value in DECIDED.items():
            setattr(made, name, value)
        made.decided = Decided.ACCEPTED
        made.save()
        assert panel_is_independent(review) == []

        made.decided = Decided.DECLINED
        made.save()
        [blocker] = panel_is_independent(review)
        assert "was declined" in blocker.words

    def test_a_member_who_managed_the_service_is_replaced_an_adviser_is_weighed(self, review):
        connected(PanelMemberFactory(review=review), "INVOLVED")
        adviser = PanelMemberFactory(review=review, part=PanelPart.ADVISER, is_voting=False)
        connected(adviser, "INVOLVED")

        said = [blocker.words for blocker in panel_is_independent(review)]

        assert "of the panel member rules them out" in said[0]
        assert "The adviser declared a connection" in said[1]

    def test_who_has_left_or_declared_nothing_else_is_no_matter(self, review):
        connected(PanelMemberFactory(review=review, left=True), "INVOLVED")
        PanelMemberFactory(review=review, declared=True)
        PanelMemberFactory(review=review)
        assert panel_is_independent(review) == []

    def test_a_later_declaration_stands_in_its_place(self, review):
        member = PanelMemberFactory(review=review)
        connected(member, "INVOLVED")
        IndependenceDeclarationFactory(member=member)
        assert panel_is_independent(review) == []


class TestJudging:
    def test_a_chair_whose_seat_another_takes_judges_nothing(self, review):
        user = playing(Role.INDEPENDENT_CHAIR, to=review)
        chair = PanelMemberFactory(review=review, chair=True, user=user)
        check_may_judge(user, review)
        connected(chair, "EMPLOYED_NOW")
        with pytest.raises(Refused, match="somebody else takes your seat"):
            check_may_judge(user, review)

    def test_whose_connection_waits_goes_on(self, review):
        user = playing(Role.INDEPENDENT_CHAIR, to=review)
        connected(PanelMemberFactory(review=review, chair=True, user=user), "OTHER_REVIEWS")
        check_may_judge(user, review)

    def test_the_command_line_sits_on_no_panel(self, review):
        connected(PanelMemberFactory(review=review, chair=True), "EMPLOYED_NOW")
        check_may_judge(COMMAND_LINE, review)


class TestWhoSeesIt:
    def test_the_chair_of_the_partnership_has_a_task(self, review):
        chair = playing(Role.CSP_CHAIR, to=review)
        made = connected(PanelMemberFactory(review=review), "KNOWN")
        connected(PanelMemberFactory(review=review), "INVOLVED")  # nothing to decide

        [item] = connections_to_decide(chair, TODAY)

        assert item.what == "Accept or decline a declared connection"
        assert item.why == "Declared by the panel member"
        assert item.href.endswith(f"/independence/panel/{made.pk}/")
        assert connections_to_decide(playing(Role.CSP_OFFICER, to=review), TODAY) == []

    def test_nobody_is_sent_to_decide_on_their_own(self, client, review):
        chair = playing(Role.CSP_CHAIR, to=review)
        own = connected(PanelMemberFactory(review=review, user=chair), "KNOWN")
        assert connections_to_decide(chair, TODAY) == []
        client.force_login(chair)
        page = client.get(reverse("reviews:independence", args=[review.reference])).text
        assert "Somebody else decides on a connection of your own." in page
        assert f"/independence/panel/{own.pk}/" not in page

    def test_the_home_page_counts_them(self, review):
        connected(PanelMemberFactory(review=review), "KNOWN")
        connected(PanelMemberFactory(review=review), "INVOLVED")
        PanelMemberFactory(review=review)

        shown = card(review, playing(Role.CSP_OFFICER, to=review), TODAY)

        assert shown.figure == "1 still to declare"
        assert shown.lines == [
            "1 for the chair of the partnership to decide",
            "1 to be replaced",
        ]
