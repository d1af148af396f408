"""The decision and the report are the days by which a review is judged, on every page of all."""

from datetime import date

import pytest
from django.urls import reverse

from reviews.access import Role
from reviews.deadlines import RULES
from reviews.lifecycle import Stage
from tests.factories.reviews import DeadlineFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db
FEBRUARY = date(2026, 2, 1)


@pytest.fixture
def review():
    """A review that owes its report, and has owed other things since long."""
    made = ReviewFactory(at_stage=Stage.EVIDENCE)
    DeadlineFactory(review=made, due_on=date(2100, 7, 20))
    DeadlineFactory(review=made, code="D16", due_on=FEBRUARY)
    DeadlineFactory(review=made, code="D14", subject="draft-1", due_on=FEBRUARY)
    return made


@pytest.fixture
def page(client, review):
    def shown(name, *args, role=Role.CSP_OFFICER, **asked):
        client.force_login(playing(role, to=review))
        return client.get(reverse(name, args=args), asked).content.decode()

    return shown


@pytest.mark.parametrize("role", [Role.CSP_OFFICER, Role.INDEPENDENT_CHAIR, Role.PANEL_MEMBER])
def test_a_review_s_home_tells_of_these_alone(page, review, role):
    words = page("reviews:home", review.reference, role=role)
    assert RULES["D11"].name in words
    assert RULES["D16"].name not in words
    assert RULES["D14"].name not in words


def test_so_does_the_list(page, review):
    words = page("reviews:list")
    assert RULES["D11"].name in words
    assert RULES["D16"].name not in words
    assert RULES["D14"].name not in words


def test_a_review_is_late_by_these_alone(page, review):
    assert review.reference not in page("reviews:list", standing="late")
    review.deadlines.filter(code="D11").update(due_on=FEBRUARY)
    assert review.reference in page("reviews:list", standing="late")


@pytest.mark.parametrize("name", ["reviews:home", "reviews:list"])
def test_late_is_late_by_the_agreed_day(page, review, name):
    review.deadlines.filter(code="D11").update(due_on=FEBRUARY, agreed_on=date(2100, 3, 1))
    words = page(name, *([review.reference] if name == "reviews:home" else []))
    assert "1 March 2100" in words
    assert "days late" not in words
    assert ("By the rule 1 February 2026." in words) == (name == "reviews:home")
