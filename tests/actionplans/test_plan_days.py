"""Which days of a plan are told of, and which are refused."""

from datetime import date

import pytest

from actionplans.rules.plan_days import days_of, why_unusual, why_unusual_for_review
from actionplans.rules.plan_files import check_plan_day
from reviews.access import Refused
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (None, ""),
        (date(1985, 1, 1), "before 1990"),
        (date(2019, 1, 9), "before the death"),
        (date(2019, 1, 20), "before the review began"),
        (date(2019, 6, 1), ""),
        (date(2020, 3, 13), "after the plan"),
    ],
)
def test_what_is_unusual_about_a_day(day, why):
    review = ReviewFactory(died_on=date(2019, 1, 10), notified_on=date(2019, 2, 1))
    assert why_unusual(days_of(review, plan_on=date(2020, 3, 12)), day) == why


def test_without_a_day_of_the_plan_no_day_is_after_it():
    review = ReviewFactory(died_on=date(2019, 1, 10), notified_on=date(2019, 2, 1))
    assert why_unusual_for_review(review, date(2031, 1, 1)) == ""


def test_a_plan_of_tomorrow_is_refused():
    check_plan_day(None, today=date(2026, 3, 2))
    check_plan_day(date(2026, 3, 2), today=date(2026, 3, 2))
    with pytest.raises(Refused, match="today or in the past"):
        check_plan_day(date(2026, 3, 3), today=date(2026, 3, 2))
