"""Many small questions in one query."""

from datetime import date

import pytest
from django.db.models import Count

from reviews.models import AgencyInvolvement, Deadline, Review
from reviews.queries.asking import ask, ask_together, told
from tests.factories.reviews import AgencyInvolvementFactory, DeadlineFactory, ReviewFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return ReviewFactory(reference="AA-1")


def references(**where):
    return told(Review.objects.filter(**where), reference="reference")


def test_every_question_gets_its_own_rows_in_one_query(review, django_assert_num_queries):
    part = AgencyInvolvementFactory(review=review)
    ReviewFactory(reference="BB-2")
    parts = AgencyInvolvement.objects.all()
    with django_assert_num_queries(1):
        answers = ask(
            {
                "reviews": references(),
                "parts": told(parts, pk="pk", reference="review__reference"),
                "nobody": references(reference="CC-3"),
            }
        )
    assert sorted(row["reference"] for row in answers["reviews"]) == ["AA-1", "BB-2"]
    assert answers["parts"] == [{"pk": part.pk, "reference": "AA-1"}]
    assert answers["nobody"] == []


def test_no_question_and_one_that_cannot_have_an_answer_cost_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert ask({}) == {}
        assert ask({"reviews": references(pk__in=[])}) == {"reviews": []}


def test_one_that_cannot_have_an_answer_takes_nothing_from_the_others(review):
    for names in (["none", "all"], ["all", "none"]):
        asked = {"none": references(pk__in=[]), "all": references()}
        answers = ask({name: asked[name] for name in names})
        assert answers == {"none": [], "all": [{"reference": "AA-1"}]}


def test_days_come_back_as_days(review):
    DeadlineFactory(review=review, met_on=date(2026, 5, 1))
    deadlines = Deadline.objects.filter(code="D11")
    (row,) = ask({"due": told(deadlines, on="due_on", met_on="met_on", code="code")})["due"]
    assert row == {"on": date(2026, 7, 20), "met_on": date(2026, 5, 1), "code": "D11"}
    deadlines.update(met_on=None)
    (row,) = ask({"due": told(deadlines, met_on="met_on")})["due"]
    assert row == {"met_on": None}


def test_expressions_can_be_told(review):
    for _ in range(2):
        AgencyInvolvementFactory(review=review)
    counted = told(Review.objects.all(), parts=Count("involvements"))
    assert ask({"reviews": counted}) == {"reviews": [{"parts": 2}]}


def test_the_first_of_an_order_can_be_asked_for(review):
    ReviewFactory(reference="BB-2")
    last = told(Review.objects.order_by("-reference")[:1], reference="reference")
    assert ask({"last": last, "all": references()})["last"] == [{"reference": "BB-2"}]


def test_several_askers_may_use_the_same_names(review, django_assert_num_queries):
    ReviewFactory(reference="BB-2")
    with django_assert_num_queries(1):
        answers = ask_together(
            {
                "one": {"rows": references(reference="AA-1")},
                "other": {"rows": references(reference="BB-2"), "more": references(pk__in=[])},
                "silent": {},
            }
        )
    assert answers == {
        "one": {"rows": [{"reference": "AA-1"}]},
        "other": {"rows": [{"reference": "BB-2"}], "more": []},
        "silent": {},
    }
