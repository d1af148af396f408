"""The deadlines of a review follow what is recorded of it."""

from datetime import date

import pytest
from django.db import transaction

from audit import trail
from reviews.access import Role
from reviews.deadlines import RULES
from reviews.lifecycle import Stage
from reviews.models import Deadline, NoticeKind, Outcome, Review, StageMove, Standing
from reviews.queries import clock
from reviews.queries.deadlines import readable_in, theirs
from reviews.tasks import follow_clock
from tests.factories.reviews import (
    AT,
    AgencyInvolvementFactory,
    DecisionFactory,
    NoticeFactory,
    ReviewFactory,
    playing,
)
from tests.reviews.clock import begun_on_paper, follow

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _facts_of_reviews_alone(settings):
    """Those of the upper packages have tests of their own: tests/<package>/test_facts.py."""
    settings.CLOCK_FACTS = {
        code: own
        for code, paths in settings.CLOCK_FACTS.items()
        if (own := [path for path in paths if path.startswith("reviews.")])
    }
    clock.listed.cache_clear()
    yield
    clock.listed.cache_clear()


def clock_of(review):
    follow(review.pk)
    return {one.code: one for one in review.deadlines.select_related("review")}


def days_of(review, code):
    one = clock_of(review)[code]
    return one.started_on, one.due_on, one.met_on


class TestDecision:
    def test_a_new_review_owes_its_decision_in_a_month(self):
        review = ReviewFactory(notified_on=date(2026, 1, 31))
        assert days_of(review, "D4") == (date(2026, 1, 31), date(2026, 2, 28), None)
        assert set(clock_of(review)) == {"D4"}
        assert clock_of(review)["D4"].rule is RULES["D4"]

    def test_a_provisional_decision_stops_nothing_and_starts_nothing(self):
        review = ReviewFactory(at_stage=Stage.DECISION_PENDING)
        DecisionFactory(review=review, standing=Standing.PROVISIONAL, decided_on=date(2026, 2, 1))
        assert days_of(review, "D4")[2] is None
        assert "D11" not in clock_of(review)

    def test_the_confirmed_one_does_from_its_own_day(self):
        review = ReviewFactory(at_stage=Stage.DECISION_PENDING)
        DecisionFactory(review=review, standing=Standing.PROVISIONAL, decided_on=date(2026, 2, 1))
        DecisionFactory(review=review, standing=Standing.CONFIRMED, decided_on=date(2026, 3, 1))
        assert days_of(review, "D4")[2] == date(2026, 3, 1)
        assert days_of(review, "D11") == (date(2026, 3, 1), date(2026, 9, 1), None)

    def test_a_later_confirmation_moves_no_day(self):
        review = ReviewFactory(at_stage=Stage.COMMISSIONED)
        for day in (date(2026, 2, 1), date(2026, 4, 1)):
            DecisionFactory(review=review, standing=Standing.CONFIRMED, decided_on=day)
        assert days_of(review, "D11")[0] == date(2026, 2, 1)

    def test_a_decision_not_to_review_owes_no_report(self):
        review = ReviewFactory(at_stage=Stage.NOT_TO_REVIEW)
        DecisionFactory(
            review=review,
            outcome=Outcome.NO_REVIEW,
            standing=Standing.CONFIRMED,
            decided_on=date(2026, 2, 1),
        )
        assert set(clock_of(review)) == {"D4", "D5", "D6"}

    def test_the_stage_speaks_where_no_decision_is_recorded(self):
        review = ReviewFactory(at_stage=Stage.COMMISSIONED, notified_on=date(2026, 1, 5))
        assert days_of(review, "D4")[2] == date(2026, 1, 5)
        assert days_of(review, "D11")[1] == date(2026, 7, 5)

    def test_a_step_taken_back_runs_the_clock_on(self):
        review = ReviewFactory(at_stage=Stage.COMMISSIONED)
        assert days_of(review, "D4")[2] is not None
        StageMove.objects.create(
            review=review,
            from_stage=Stage.COMMISSIONED,
            to_stage=Stage.DECISION_PENDING,
            moved_on=date(2026, 2, 1),
            is_step_back=True,
            reason="A slip.",
            recorded_at=AT,
        )
        assert days_of(review, "D4")[2] is None
        assert "D11" not in clock_of(review)

    def test_a_sign_off_meets_the_six_months(self):
        review = ReviewFactory(at_stage=Stage.CSP_SIGNED_OFF)
        assert days_of(review, "D11")[2] == review.notified_on


class TestLetters:
    @pytest.mark.parametrize(
        ("code", "kind"),
        [("D5", NoticeKind.HOME_OFFICE_DECISION), ("D6", NoticeKind.FAMILY_DECISION)],
    )
    def test_a_letter_is_owed_with_the_decision(self, code, kind):
        review = ReviewFactory(at_stage=Stage.DECISION_PENDING)
        DecisionFactory(review=review, standing=Standing.CONFIRMED, decided_on=date(2026, 2, 1))
        assert days_of(review, code) == (date(2026, 2, 1), date(2026, 2, 1), None)
        for day in (date(2026, 2, 20), date(2026, 2, 5)):
            NoticeFactory(review=review, kind=kind, sent_on=day)
        assert days_of(review, code)[2] == date(2026, 2, 5)

    def test_one_before_this_system_is_not_asked_for(self):
        review = begun_on_paper(ReviewFactory(at_stage=Stage.EVIDENCE))
        assert not {"D5", "D6"} & set(clock_of(review))
        NoticeFactory(review=review, kind=NoticeKind.FAMILY_DECISION, sent_on=date(2026, 2, 5))
        assert days_of(review, "D6")[2] == date(2026, 2, 5)

    def test_a_review_taken_over_before_its_decision_owes_them(self):
        review = begun_on_paper(ReviewFactory(at_stage=Stage.DECISION_PENDING))
        DecisionFactory(review=review, decided_on=date(2026, 2, 1))
        assert days_of(review, "D6") == (date(2026, 2, 1), date(2026, 2, 1), None)

    def test_a_letter_of_a_day_to_come_has_met_nothing(self):
        review = ReviewFactory(at_stage=Stage.COMMISSIONED)
        NoticeFactory(review=review, kind=NoticeKind.FAMILY_DECISION, sent_on=date(2100, 1, 1))
        assert days_of(review, "D6")[2] is None


class TestFollowing:
    def test_a_corrected_day_moves_the_deadline_and_keeps_its_row(self):
        review = ReviewFactory()
        before = clock_of(review)["D4"].pk
        review.notified_on = date(2026, 3, 1)
        review.save()
        after = clock_of(review)["D4"]
        assert (after.pk, after.due_on) == (before, date(2026, 4, 1))

    def test_what_no_longer_stands_is_taken_away(self):
        review = ReviewFactory(at_stage=Stage.COMMISSIONED)
        assert "D11" in clock_of(review)
        review.moves.all().delete()
        assert set(clock_of(review)) == {"D4"}

    def test_nothing_is_written_where_nothing_changed(self, django_assert_num_queries):
        review = ReviewFactory()
        follow(review.pk)
        with django_assert_num_queries(8):  # lock, ask, holds, later days, compare, in a savepoint
            follow(review.pk)

    def test_many_reviews_cost_what_one_costs(self, django_assert_max_num_queries):
        reviews = [ReviewFactory() for _ in range(4)]
        with django_assert_max_num_queries(9):
            follow(*(review.pk for review in reviews))
        assert Deadline.objects.count() == 4

    def test_a_change_is_followed_once_it_is_committed(self, django_capture_on_commit_callbacks):
        review = ReviewFactory()
        with django_capture_on_commit_callbacks(execute=True) as waiting:
            for _ in range(3):
                trail.record("notice.recorded", by=None, at=AT, review_ref=review.reference)
        assert len(waiting) == 1
        assert review.deadlines.get().code == "D4"

    def test_many_operations_of_one_commit_are_followed_once(
        self, django_capture_on_commit_callbacks, monkeypatch
    ):
        review, followed = ReviewFactory(), []
        monkeypatch.setattr(
            "reviews.operations.clock.follow", lambda *ids, today: followed.append(ids)
        )
        with django_capture_on_commit_callbacks(execute=True):
            for _ in range(3):
                with transaction.atomic():
                    trail.record("notice.recorded", by=None, at=AT, review_ref=review.reference)
        assert followed == [(review.pk,)]

    @pytest.mark.parametrize("event", ["document.downloaded", "access.refused"])
    def test_what_changes_nothing_is_not_followed(self, event, django_capture_on_commit_callbacks):
        review = ReviewFactory()
        with django_capture_on_commit_callbacks(execute=True) as waiting:
            trail.record(event, by=None, at=AT, review_ref=review.reference)
            trail.record("account.signed_in", by=None, at=AT)
        assert not waiting

    def test_what_is_rolled_back_alone_takes_no_other_with_it(
        self, django_capture_on_commit_callbacks
    ):
        review = ReviewFactory()
        with django_capture_on_commit_callbacks(execute=True):
            inner = transaction.savepoint()
            trail.record("notice.recorded", by=None, at=AT, review_ref=review.reference)
            transaction.savepoint_rollback(inner)
            trail.record("notice.recorded", by=None, at=AT, review_ref=review.reference)
        assert review.deadlines.exists()

    def test_the_nights_round_reaches_every_review(self, monkeypatch):
        monkeypatch.setattr("reviews.operations.clock.AT_ONCE", 2)
        reviews = [ReviewFactory() for _ in range(3)]
        follow_clock()
        assert all(review.deadlines.exists() for review in reviews)

    def test_a_review_that_is_gone_is_no_trouble(self):
        follow(0)
        assert not Deadline.objects.exists()


class TestStanding:
    def test_late_is_late_by_the_agreed_day(self):
        review = ReviewFactory(notified_on=date(2026, 1, 31))
        follow(review.pk)
        late = Deadline.objects.overdue(date(2026, 3, 1))
        assert [one.stands_on for one in late] == [date(2026, 2, 28)]
        Deadline.objects.update(agreed_on=date(2026, 3, 31))
        assert not Deadline.objects.overdue(date(2026, 3, 1)).exists()
        assert Deadline.objects.get().stands_on == date(2026, 3, 31)
        assert str(Deadline.objects.get()) == f"D4 of review {review.pk}"

    def test_what_is_met_or_has_no_figure_does_not_run(self):
        review = ReviewFactory()
        follow(review.pk)
        assert Deadline.objects.get().is_running
        Deadline.objects.update(met_on=date(2026, 2, 1))
        assert not Deadline.objects.running().exists()
        Deadline.objects.update(met_on=None, due_on=None)
        assert not Deadline.objects.running().exists()
        assert not Deadline.objects.get().is_running

    def test_nothing_runs_in_a_review_that_has_ended(self):
        review = ReviewFactory()
        follow(review.pk)
        Review.objects.filter(pk=review.pk).update(stage=Stage.CLOSED_NO_REVIEW)
        assert not Deadline.objects.running().exists()


class TestWhoSees:
    def test_each_deadline_is_seen_by_whoever_may_read_what_it_is_about(self):
        review = ReviewFactory(at_stage=Stage.COMMISSIONED)
        follow(review.pk)
        officer, member = (
            playing(role, to=review) for role in (Role.CSP_OFFICER, Role.PANEL_MEMBER)
        )
        for user, codes in ((officer, {"D4", "D5", "D6", "D11"}), (member, {"D4", "D11"})):
            assert {one.code for one in readable_in(review, user)} == codes

    def test_an_agency_sees_its_own_and_no_others(self):
        part = AgencyInvolvementFactory()
        other = AgencyInvolvementFactory(review=part.review)
        for one in (part, other):
            Deadline.objects.create(
                review=part.review,
                involvement=one,
                code="D3",
                subject=f"scoping-{one.pk}",
                started_on=date(2026, 2, 1),
                due_on=date(2026, 2, 15),
            )
        contact = playing(Role.AGENCY_CONTACT, to=part)
        assert [one.involvement for one in theirs(contact, today=date(2026, 3, 2))] == [part]
        assert not readable_in(part.review, contact).exists()
