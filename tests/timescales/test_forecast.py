"""When a review is likely to be complete, with its range."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.models import StageMove
from tests.factories.reviews import AT, DecisionFactory, ReviewFactory, playing
from tests.factories.timescales import HoldFactory
from tests.reviews.clock import follow
from timescales.forecast import ENOUGH, MILESTONES, PACE, TYPICAL, forecast, pace_of
from timescales.queries.pace import done_in, forecast_of, milestones_of, past_of
from timescales.queries.standing import standing_on

START = date(2026, 1, 20)
GAPS = st.lists(st.integers(0, 200), min_size=len(TYPICAL), max_size=len(TYPICAL))


def days(gaps, start=START):
    told, day = {}, start
    for stage, gap in zip(MILESTONES, (0, *gaps), strict=False):
        day += timedelta(days=gap)
        told[stage] = day
    return told


class TestReckoning:
    def test_a_new_review_takes_what_reviews_take(self):
        own = days([])
        found = forecast(own, past=[], today=START)
        assert found.expected_on == START + timedelta(days=sum(TYPICAL))
        assert found.early_on < found.expected_on < found.late_on
        assert found.learnt_from == 0

    def test_past_reviews_are_learnt_from_once_there_are_enough(self):
        past = [days([10] * 7), days([20] * 7), days([30] * 7)]
        assert forecast(days([]), past=past[:2], today=START).learnt_from == 0
        found = forecast(days([]), past=past, today=START)
        assert (found.expected_on - START).days == 140
        assert found.learnt_from == ENOUGH

    def test_a_slow_review_is_taken_to_stay_slow_in_part(self):
        past = [days([10] * 7)] * 3
        usual = forecast(days([10]), past=past, today=START + timedelta(days=10))
        slow = forecast(days([20]), past=past, today=START + timedelta(days=20))
        left_usual = (usual.expected_on - START).days - 10
        left_slow = (slow.expected_on - START).days - 20
        assert (left_usual, left_slow) == (60, 90)  # twice as slow so far: half as slow again

    def test_every_day_on_hold_puts_it_off_by_a_day(self):
        told = {"past": [], "today": START + timedelta(days=40)}
        usual = forecast(days([]), **told)
        waiting = forecast(days([]), **told, held=lambda since: 30 if since == START else 0)
        assert waiting.expected_on - usual.expected_on == timedelta(days=30)
        assert waiting.early_on - usual.early_on == timedelta(days=30)

    def test_one_that_stands_still_is_never_expected_yesterday(self):
        today = START + timedelta(days=2000)
        found = forecast(days([]), past=[], today=today)
        assert found.early_on > today

    @given(own=GAPS, past=st.lists(GAPS, max_size=5), reached=st.integers(0, 6))
    def test_the_range_holds_what_is_expected_and_lies_ahead(self, own, past, reached):
        so_far = days(own[:reached])
        today = max(so_far.values()) + timedelta(days=3)
        found = forecast(so_far, past=[days(one) for one in past], today=today)
        assert today <= found.early_on <= found.expected_on <= found.late_on

    @given(own=GAPS, past=GAPS)
    def test_no_pace_runs_away(self, own, past):
        told = days(own)
        assert PACE[0] <= pace_of(told, MILESTONES[-1], [days(past)]) <= PACE[1]

    def test_before_the_decision_and_after_the_sign_off_there_is_nothing_to_expect(self):
        assert forecast({}, past=[], today=START) is None
        assert forecast(days([1] * 7), past=[], today=START) is None


def done_review(partnership, gap=20):
    review = ReviewFactory(partnership=partnership)
    for count, (before, stage) in enumerate(
        zip((Stage.DECISION_PENDING, *MILESTONES), MILESTONES, strict=False)
    ):
        StageMove.objects.create(
            review=review,
            from_stage=before,
            to_stage=stage,
            moved_on=START + timedelta(days=gap * count),
            recorded_at=AT,
        )
    return review


def learnt_from(place, until):
    return past_of(milestones_of(done_in(place.pk, until=until), until=until), until=until)


@pytest.mark.django_db
class TestOfReviews:
    def test_the_partnerships_own_reviews_come_first(self):
        review = ReviewFactory(at_stage=Stage.COMMISSIONED, notified_on=START)
        far = START + timedelta(days=4000)
        elsewhere = [done_review(ReviewFactory().partnership) for _ in range(3)]
        assert len(learnt_from(review.partnership, far)) == 3
        for _ in range(3):
            done_review(review.partnership, gap=10)
        near = learnt_from(review.partnership, far)
        assert {(one[MILESTONES[-1]] - START).days for one in near} == {70}
        assert elsewhere

    def test_days_after_the_day_asked_about_are_not_known(self):
        review = ReviewFactory(at_stage=Stage.COMMISSIONED, notified_on=START)
        for _ in range(3):
            done_review(review.partnership)
        assert forecast_of(review, holds=[], today=START).learnt_from == 0

    def test_the_warning_comes_before_the_six_months_are_over(self, client):
        review = ReviewFactory(at_stage=Stage.COMMISSIONED, notified_on=date(2026, 1, 5))
        DecisionFactory(review=review, decided_on=START)
        follow(review.pk)
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        page = client.get(reverse("timescales:timescale", args=[review.reference]))
        assert page.context["timescale"].must_extend
        assert "Agree a later day" in page.content.decode()

    def test_a_hold_that_runs_puts_off_what_is_likely(self):
        review = ReviewFactory(at_stage=Stage.COMMISSIONED, notified_on=date(2026, 1, 5))
        DecisionFactory(review=review, decided_on=START)
        review.moves.filter(to_stage=Stage.COMMISSIONED).update(moved_on=START)
        today = START + timedelta(days=40)

        def likely():
            return next(
                one.forecast_on
                for one in standing_on(review, today=today)
                if one.deadline.code == "D11"
            )

        before = likely()
        HoldFactory(review=review, began_on=START + timedelta(days=10))
        assert likely() - before == timedelta(days=30)
