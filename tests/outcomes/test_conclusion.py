"""What keeps a review from its end: actions, answers, the audit, and the returns of agencies."""

from datetime import UTC, date, datetime

import pytest

from actionplans import gates
from actionplans.cycle import ActionStatus
from actionplans.models import Action
from reviews.access import Refused, Role
from reviews.lifecycle import LIFECYCLE, Stage
from reviews.operations import stages
from tests.factories.actionplans import (
    ActionFactory,
    AddresseeAnswerFactory,
    AssuranceFactory,
    ConclusionAuditFactory,
    ProgressNoteFactory,
    RecommendationFactory,
)
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def recommendation(review, part):
    return RecommendationFactory(review=review, addressee=part)


def words(blockers):
    return [one.words for one in blockers]


def test_a_review_ends_past_all_three():
    (row,) = LIFECYCLE.moves_from(Stage.ACTION_MONITORING)[:1]
    assert row.gates == ("actions_are_finished", "returns_are_in", "conclusion_audit_is_done")


def test_no_reason_ends_a_review_over_an_open_action(review, recommendation):
    ActionFactory(recommendation=recommendation)
    officer = playing(Role.CSP_OFFICER, to=review)
    review.stage = Stage.ACTION_MONITORING
    review.save()
    with pytest.raises(Refused, match="Nobody can pass this"):
        stages.move_on(
            review=review,
            to=Stage.CONCLUDED,
            moved_on=date(2026, 9, 16),
            reason="Everybody is content with it.",
            today=date(2026, 9, 16),
            by=officer,
            at=datetime(2026, 9, 16, 9, tzinfo=UTC),
        )


def test_what_is_called_checked_says_how(review, recommendation):
    action = ActionFactory(recommendation=recommendation)
    Action.objects.update(status=ActionStatus.DONE_VERIFIED, completed_on=date(2026, 3, 1))
    assert words(gates.actions_are_finished(review)) == [
        "1 action is called checked, and nobody recorded how."
    ]
    AssuranceFactory(note=ProgressNoteFactory(action=action, done=True))
    assert not gates.actions_are_finished(review)


def test_something_came_of_every_recommendation(review, recommendation):
    assert words(gates.actions_are_finished(review)) == [
        "Recommendation 1 has neither an action nor an answer."
    ]
    AddresseeAnswerFactory(recommendation=recommendation, refused=True)
    assert not gates.actions_are_finished(review)


def test_an_action_that_is_opened_again_keeps_a_review_open(review, recommendation):
    ActionFactory(recommendation=recommendation, checked=True)
    assert not gates.actions_are_finished(review)
    Action.objects.update(status=ActionStatus.IN_PROGRESS, completed_on=None)
    assert words(gates.actions_are_finished(review)) == ["1 action is not done."]


def test_the_audit_is_of_the_actions_as_they_ended(review, recommendation):
    action = ActionFactory(recommendation=recommendation, checked=True)
    ConclusionAuditFactory(review=review)
    assert not gates.conclusion_audit_is_done(review)
    ProgressNoteFactory(action=action, recorded_at=LATER)  # words alone change nothing
    assert not gates.conclusion_audit_is_done(review)
    ProgressNoteFactory(action=action, done=True, recorded_at=LATER)
    assert words(gates.conclusion_audit_is_done(review)) == [
        "Actions went on after the conclusion audit. Record it anew."
    ]
    ConclusionAuditFactory(review=review, recorded_at=LATER)
    assert not gates.conclusion_audit_is_done(review)


def test_a_check_after_the_audit_asks_for_another(review, recommendation):
    action = ActionFactory(recommendation=recommendation, checked=True)
    ConclusionAuditFactory(review=review)
    AssuranceFactory(note=action.progress_notes.get(), recorded_at=LATER)
    assert gates.conclusion_audit_is_done(review)
