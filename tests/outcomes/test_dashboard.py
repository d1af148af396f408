"""How the actions of a partnership stand: what is counted, for whom, and what each number lists."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actionplans.cycle import ActionStatus
from actionplans.models import Scope
from agencies.models import PostKind
from outcomes.queries.standings import Age
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.actionplans import (
    ActionFactory,
    LearningPointFactory,
    RecommendationFactory,
)
from tests.factories.agencies import PostFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 1)


@pytest.fixture
def planned(review, part):
    """Five actions of one agency, one at each standing, and an open one of another body."""
    one = RecommendationFactory(review=review, addressee=part)
    ActionFactory(recommendation=one, target_on=TODAY)
    ActionFactory(recommendation=one, target_on=TODAY - timedelta(days=1))
    ActionFactory(recommendation=one, done=True)
    ActionFactory(recommendation=one, checked=True)
    ActionFactory(recommendation=one, status=ActionStatus.CANNOT_DO, given_up_because="No money.")
    ActionFactory(recommendation=one, lead=None, lead_words="Northside Council", target_on=None)
    return one


def open_page(client, user, name="dashboard", slug="northside", **asked):
    client.force_login(user)
    return client.get(reverse(f"outcomes:{name}", args=[slug]), asked)


def table(answer):
    """Return the rows of the table in numbers, by their heading."""
    rows = {}
    for row in answer.context["found"].lines:
        rows[row.name] = [cell.count for cell in row.cells]
    return rows


class TestCounts:
    def test_each_action_stands_at_one_standing_of_its_agency(self, client, officer, planned):
        answer = open_page(client, officer)
        assert table(answer) == {
            "Tern Valley Housing": [1, 1, 1, 1, 1],
            "Northside Council": [0, 0, 1, 0, 0],
        }
        assert "Of the 6 actions that you see" in Html(answer.content.decode()).text

    def test_the_day_before_today_is_late_and_today_is_not(self, client, officer, review, part):
        one = RecommendationFactory(review=review, addressee=part)
        ActionFactory(recommendation=one, target_on=TODAY)
        assert table(open_page(client, officer))["Tern Valley Housing"][3] == 0

    def test_a_theme_counts_an_action_once_however_it_is_written(self, client, officer, planned):
        for theme in ("Carers", " carers ", "Leaving"):
            planned.learning_points.add(LearningPointFactory(review=planned.review, theme=theme))
        answer = open_page(client, officer, by="theme")
        assert table(answer) == {"Carers": [1, 1, 2, 1, 1], "Leaving": [1, 1, 2, 1, 1]}

    def test_what_came_of_no_learning_has_a_line_without_a_theme(self, client, officer, planned):
        assert [*table(open_page(client, officer, by="theme"))] == ["No theme"]

    def test_age_is_how_long_ago_it_was_to_be_done(self, client, officer, review, part):
        one = RecommendationFactory(review=review, addressee=part)
        days = {
            Age.AHEAD: TODAY, Age.HALF_YEAR: date(2026, 3, 1), Age.YEAR: date(2026, 2, 28),
            Age.TWO_YEARS: date(2025, 8, 31), Age.OLDER: date(2024, 8, 31), Age.NO_DAY: None,
        }  # fmt: skip
        for day in days.values():
            ActionFactory(recommendation=one, target_on=day)
        found = open_page(client, officer, by="age").context["found"].lines
        assert [(line.name, line.total) for line in found] == [(age.label, 1) for age in Age]

    def test_reach_narrows_every_number(self, client, officer, planned, part):
        national = RecommendationFactory(
            review=planned.review, addressee=part, scope=Scope.NATIONAL
        )
        ActionFactory(recommendation=national, checked=True)
        answer = open_page(client, officer, scope="NATIONAL")
        assert table(answer) == {"Tern Valley Housing": [1, 0, 0, 0, 0]}
        assert [one.count for one in answer.context["found"].scopes] == [7, 6, 1]

    @pytest.mark.parametrize("by", ["", "theme", "age"])
    def test_every_number_leads_to_as_many_actions(self, client, officer, planned, by):
        planned.learning_points.add(LearningPointFactory(review=planned.review, theme="Carers"))
        for line in open_page(client, officer, by=by).context["found"].lines:
            for cell in [*line.cells, line]:
                where = reverse("outcomes:actions", args=["northside"])
                page = client.get(f"{where}?{cell.query}").context["page"]
                count = cell.count if hasattr(cell, "count") else cell.total
                assert page.paginator.count == len(page.object_list) == count, cell

    def test_the_picture_says_in_words_what_the_table_says(self, client, officer, planned):
        html = Html(open_page(client, officer).content.decode())
        told = "1 done and checked, 1 done, not checked, 1 open, 1 late, 1 given up."
        assert f"Tern Valley Housing: {told}" in html.all("desc")[0].text

    def test_what_is_different_is_told_once_somebody_checked_it(self, client, officer, planned):
        text = Html(open_page(client, officer).content.decode()).text
        assert text.count("People now ask.") == 1

    def test_nonsense_in_the_address_asks_for_all(self, client, officer, planned):
        asked = {"standing": "x", "age": "x", "scope": "x", "agency": "²", "page": "x"}
        page = open_page(client, officer, "actions", **asked).context["page"]
        assert page.paginator.count == 6


class TestWhoSees:
    def test_an_agency_sees_the_actions_it_leads_and_no_others(self, client, contact, planned):
        answer = open_page(client, contact)
        assert table(answer) == {"Tern Valley Housing": [1, 1, 1, 1, 1]}
        listed = open_page(client, contact, "actions", body="Northside Council")
        assert not listed.context["page"].object_list

    def test_an_agency_without_an_action_finds_no_page(self, client, review, planned):
        other = playing(Role.AGENCY_CONTACT, to=AgencyInvolvementFactory(review=review))
        assert open_page(client, other).status_code == 404
        assert open_page(client, other, "actions").status_code == 404

    def test_who_reads_one_plan_sees_that_one(self, client, place, planned):
        other = ReviewFactory(partnership=place, at_stage=Stage.PUBLISHED)
        ActionFactory(recommendation__review=other)
        member = playing(Role.PANEL_MEMBER, to=other)
        assert open_page(client, member).context["found"].total.total == 1

    def test_who_reads_a_plan_without_an_action_is_told_that_there_is_none(self, client, place):
        member = playing(Role.PANEL_MEMBER, to=ReviewFactory(partnership=place))
        assert "has an action yet" in open_page(client, member).content.decode()

    def test_what_ended_counts_still(self, client, place):
        ended = ReviewFactory(partnership=place, at_stage=Stage.CONCLUDED)
        ActionFactory(recommendation__review=ended, checked=True)
        auditor = playing(Role.AUDITOR, to=ended)
        assert open_page(client, auditor).context["found"].total.total == 1

    def test_another_partnership_does_not_see_it(self, client, planned):
        elsewhere = ReviewFactory(at_stage=Stage.ACTION_MONITORING)
        ActionFactory(recommendation__review=elsewhere)
        officer = playing(Role.CSP_OFFICER, to=elsewhere)
        assert open_page(client, officer).status_code == 404
        assert open_page(client, officer, slug="no-such").status_code == 404

    @pytest.mark.parametrize("kind", [PostKind.OFFICER, PostKind.CHAIR])
    def test_a_post_opens_it_before_there_is_a_review(self, client, place, kind):
        answer = open_page(client, PostFactory(partnership=place, kind=kind).user)
        assert "No review of this partnership has an action yet" in answer.content.decode()


@pytest.mark.parametrize("asked", [{}, {"by": "theme"}, {"by": "age"}])
def test_the_page_costs_no_more_with_more_actions(client, officer, planned, asked):
    def queries():
        with CaptureQueriesContext(connection) as found:
            client.get(reverse("outcomes:dashboard", args=["northside"]), asked)
        return len(found)

    assert open_page(client, officer).status_code == 200
    before = queries()
    assert before <= 15
    for _ in range(4):
        ActionFactory(recommendation__review=planned.review, checked=True)
    assert queries() == before
