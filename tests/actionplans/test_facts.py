"""The deadlines of a plan follow its actions, what is said of them, its answers and its audit."""

from datetime import UTC, date, datetime

import pytest

from actionplans.cycle import ActionStatus
from actionplans.models import AnswerKind, Scope
from reviews.lifecycle import Stage
from tests.factories.actionplans import (
    ActionFactory,
    AddresseeAnswerFactory,
    ConclusionAuditFactory,
    ProgressNoteFactory,
    RecommendationFactory,
)
from tests.factories.reviews import ReviewFactory
from tests.reviews.clock import begun_on_paper, clock_of, days_of, taken_back

CLEARED = date(2026, 1, 20)
PLANNED = date(2026, 3, 2)
pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    """Cleared on 20 January 2026, published on 5 February, and followed up since."""
    made = ReviewFactory(at_stage=Stage.ACTION_MONITORING)
    made.moves.filter(to_stage=Stage.CLEARED).update(moved_on=CLEARED)
    made.moves.filter(to_stage=Stage.PUBLISHED).update(moved_on=date(2026, 2, 5))
    return made


def done(action, on):
    action.status, action.completed_on = ActionStatus.DONE_UNVERIFIED, on
    action.save()


def given_up(action, on, status=ActionStatus.CANNOT_DO):
    ProgressNoteFactory(action=action, on=on, claims=status)
    action.status, action.given_up_because = status, "No money."
    action.save()


class TestProgress:
    @pytest.fixture
    def action(self, action):
        action.recommendation.review.moves.filter(to_stage=Stage.CLEARED).update(moved_on=CLEARED)
        return action

    @pytest.fixture
    def met(self, review, part):
        return lambda: days_of(review, "D24", f"agency-{part.pk}")[2]

    def test_each_agency_owes_it_half_a_year_after_clearance(self, review, part, action):
        other = ActionFactory(recommendation__review=review)
        ProgressNoteFactory(action=other, on=date(2026, 2, 20))
        ActionFactory()
        due = (CLEARED, date(2026, 7, 20))
        assert clock_of(review, "D24") == {
            f"agency-{part.pk}": (*due, None),
            f"agency-{other.lead_id}": (*due, date(2026, 2, 20)),
        }
        assert review.deadlines.get(code="D24", met_on=None).involvement == part

    def test_words_on_every_action_meet_it(self, recommendation, action, met):
        second = ActionFactory(recommendation=recommendation)
        ProgressNoteFactory(action=action, on=date(2026, 2, 20))
        ProgressNoteFactory(action=second, on=CLEARED)
        assert met() is None
        ProgressNoteFactory(action=second, on=date(2026, 2, 25))
        assert met() == date(2026, 2, 25)

    def test_one_that_is_done_needs_no_words_until_it_is_opened_again(self, action, met):
        done(action, on=date(2026, 2, 27))
        assert met() == date(2026, 2, 27)
        action.status, action.completed_on = ActionStatus.IN_PROGRESS, None
        action.save()
        assert met() is None

    def test_what_ended_before_clearance_or_was_given_up_is_not_reported_on(
        self, review, recommendation, action
    ):
        done(action, on=CLEARED)
        given_up(ActionFactory(recommendation=recommendation), on=date(2026, 3, 1))
        assert not clock_of(review, "D24")

    def test_an_action_planned_long_after_opens_nothing_again(self, recommendation, action, met):
        ProgressNoteFactory(action=action, on=date(2026, 2, 20))
        later = ActionFactory(
            recommendation=recommendation, recorded_at=datetime(2026, 10, 1, tzinfo=UTC)
        )
        assert met() == date(2026, 2, 20)
        later.recorded_at = datetime(2026, 4, 1, tzinfo=UTC)
        later.save()
        assert met() is None

    def test_no_plan_is_reported_on_before_clearance(self, review, action):
        taken_back(review, Stage.CLEARED)
        assert not clock_of(review, "D24")

    def test_nothing_is_asked_after_a_clearance_on_paper(self, review, action, met):
        begun_on_paper(review)
        assert not clock_of(review, "D24")
        ProgressNoteFactory(action=action, on=date(2026, 2, 20))
        assert met() == date(2026, 2, 20)


class TestAction:
    @pytest.fixture
    def met(self, review, action):
        return lambda: days_of(review, "D25", f"action-{action.pk}")[2]

    def test_each_has_its_target_day(self, review, part, recommendation, action):
        ActionFactory(recommendation=recommendation, bare=True)
        ActionFactory()
        assert clock_of(review, "D25") == {
            f"action-{action.pk}": (PLANNED, date(2026, 9, 30), None)
        }
        assert review.deadlines.get(code="D25").involvement == part

    def test_another_target_moves_it(self, review, action):
        clock_of(review, "D25")
        action.target_on = date(2026, 12, 31)
        action.save()
        assert days_of(review, "D25", f"action-{action.pk}")[1] == date(2026, 12, 31)

    def test_its_completion_meets_it_until_more_is_to_be_done(self, action, met):
        done(action, on=date(2026, 4, 9))
        assert met() == date(2026, 4, 9)
        action.status, action.completed_on = ActionStatus.IN_PROGRESS, None
        action.save()
        assert met() is None

    @pytest.mark.parametrize("status", [ActionStatus.CANNOT_DO, ActionStatus.SUPERSEDED])
    def test_so_does_giving_it_up(self, action, met, status):
        given_up(action, date(2026, 4, 9), status)
        assert met() == date(2026, 4, 9)
        action.progress_notes.all().delete()
        assert met() == PLANNED  # nobody knows the day, and nothing is late

    def test_an_action_led_by_others_is_nobodys_part(self, review, recommendation):
        ActionFactory(recommendation=recommendation, lead=None, lead_words="A charity")
        clock_of(review, "D25")
        assert review.deadlines.get(code="D25").involvement is None


class TestAnswer:
    @pytest.fixture
    def asked(self, review):
        return RecommendationFactory(review=review, elsewhere=True)

    @pytest.fixture
    def days(self, review, asked):
        return lambda: days_of(review, "D26", f"recommendation-{asked.pk}")

    def test_a_national_one_is_asked_with_publication(self, review, asked, days):
        for scope in set(Scope) - {Scope.NATIONAL}:
            RecommendationFactory(review=review, scope=scope)
        RecommendationFactory(elsewhere=True)
        assert list(clock_of(review, "D26")) == [f"recommendation-{asked.pk}"]
        assert days() == (date(2026, 2, 5), date(2026, 4, 2), None)

    def test_with_clearance_while_it_is_not_published(self, review, days):
        taken_back(review, Stage.PUBLISHED)
        assert days()[0] == CLEARED
        taken_back(review, Stage.CLEARED)
        assert not clock_of(review, "D26")

    def test_only_an_answer_meets_it(self, asked, days):
        AddresseeAnswerFactory(
            recommendation=asked, kind=AnswerKind.NO_REPLY, answered_on=date(2026, 2, 10)
        )
        assert days()[2] is None
        AddresseeAnswerFactory(recommendation=asked, refused=True)
        AddresseeAnswerFactory(recommendation=asked, answered_on=date(2026, 3, 1))
        assert days()[2] == date(2026, 2, 20)

    def test_what_was_sent_on_paper_is_not_asked_for(self, review, asked, days):
        begun_on_paper(review)
        assert not clock_of(review, "D26")
        AddresseeAnswerFactory(recommendation=asked)
        assert days()[2] == date(2026, 2, 20)


class TestAudit:
    @pytest.fixture
    def over(self, review):
        """The same review, whose two actions are done and given up."""
        done(ActionFactory(recommendation__review=review), on=date(2026, 2, 27))
        given_up(ActionFactory(recommendation__review=review), on=date(2026, 4, 9))
        return review

    def test_it_is_owed_a_year_after_the_last_action(self, over):
        ConclusionAuditFactory()
        assert days_of(over, "D27") == (date(2026, 4, 9), date(2027, 4, 9), None)

    def test_the_first_audit_meets_it(self, over):
        for day in (date(2026, 8, 1), date(2026, 7, 1)):
            ConclusionAuditFactory(review=over, audited_on=day)
        assert days_of(over, "D27")[2] == date(2026, 7, 1)

    def test_none_while_an_action_is_open(self, over):
        action = ActionFactory(recommendation__review=over)
        assert not clock_of(over, "D27")
        done(action, on=date(2026, 5, 1))
        assert days_of(over, "D27")[0] == date(2026, 5, 1)

    def test_none_where_there_was_no_action(self, review):
        assert not clock_of(review, "D27")

    def test_it_waits_for_clearance(self, over):
        over.moves.filter(to_stage=Stage.CLEARED).update(moved_on=date(2026, 6, 1))
        assert days_of(over, "D27")[0] == date(2026, 6, 1)
        taken_back(over, Stage.CLEARED)
        assert not clock_of(over, "D27")
