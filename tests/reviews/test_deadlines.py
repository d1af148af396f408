from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews import clock
from reviews.deadlines import RULES, due_on
from reviews.models import Deadline
from tests.factories.reviews import ReviewFactory

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("code", "started_on", "due"),
    [
        ("D4", date(2026, 1, 5), date(2026, 2, 5)),
        ("D4", date(2026, 1, 31), date(2026, 2, 28)),
        ("D4", date(2028, 1, 31), date(2028, 2, 29)),
        ("D4", date(2026, 12, 31), date(2027, 1, 31)),
        ("D11", date(2026, 8, 31), date(2027, 2, 28)),
        ("D11", date(2026, 1, 20), date(2026, 7, 20)),
    ],
)
def test_due_on(code, started_on, due):
    assert due_on(code, started_on=started_on) == due


@given(day=DAYS, later=st.integers(0, 400), code=st.sampled_from(sorted(RULES)))
def test_who_starts_later_is_never_due_earlier(day, later, code):
    assert due_on(code, started_on=day) <= due_on(code, started_on=day + timedelta(days=later))


def test_every_rule_says_whose_it_is_and_on_what_authority():
    for code, rule in RULES.items():
        assert rule.code == code
        assert rule.source
        assert rule.owner
        assert rule.months or rule.days


@pytest.mark.django_db
class TestClock:
    def test_a_new_review_owes_its_decision_in_a_month(self):
        review = ReviewFactory(notified_on=date(2026, 1, 31))
        assert review.deadlines.get().due_on == date(2026, 2, 28)

    def test_starting_again_moves_the_one_that_runs(self):
        review = ReviewFactory()
        clock.start(review, "D4", on=date(2026, 3, 1))
        assert review.deadlines.get(code="D4").due_on == date(2026, 4, 1)

    def test_what_is_met_no_longer_runs(self):
        review = ReviewFactory()
        clock.met(review, "D4", on=date(2026, 2, 1))
        assert not Deadline.objects.running().exists()
        assert not Deadline.objects.overdue(date(2030, 1, 1)).exists()

    def test_meeting_what_does_not_run_changes_nothing(self):
        review = ReviewFactory()
        clock.met(review, "D11", on=date(2026, 2, 1))
        assert review.deadlines.get().met_on is None

    def test_what_is_taken_back_runs_on(self):
        review = ReviewFactory()
        clock.met(review, "D4", on=date(2026, 2, 1))
        clock.run_again(review, "D4")
        assert review.deadlines.get().met_on is None

    def test_nothing_runs_again_that_never_ran(self):
        review = ReviewFactory()
        clock.run_again(review, "D11")
        assert review.deadlines.count() == 1

    def test_a_forgotten_deadline_leaves_what_was_met(self):
        review = ReviewFactory()
        clock.met(review, "D4", on=date(2026, 2, 1))
        clock.start(review, "D11", on=date(2026, 2, 1))
        clock.forget(review, "D11")
        assert [row.code for row in review.deadlines.all()] == ["D4"]
        assert str(review.deadlines.get()) == f"D4 of review {review.pk}"
