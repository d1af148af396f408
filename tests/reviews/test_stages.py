from datetime import date
from functools import partial

import pytest

from agencies.models import COMMAND_LINE
from audit.models import AuditEvent
from pages.parts import Blocker
from reviews import gates
from reviews.access import Refused, Role
from reviews.lifecycle import LIFECYCLE, Stage
from reviews.operations import stages
from tests.factories.reviews import AT, DecisionFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


@pytest.fixture
def gate_says(monkeypatch):
    """Let every gate open but those that a test gives words to."""

    def answer(said, review):
        return [Blocker(one) for one in said]

    def say(**words):
        answers = {
            name: partial(answer, words.get(name, [])) for row in LIFECYCLE for name in row.gates
        }
        monkeypatch.setattr(gates, "listed", lambda: answers)

    say()
    return say


def move(review, to, by, **kwargs):
    told = {"moved_on": date(2026, 2, 1), "today": TODAY, "at": AT, **kwargs}
    return stages.move_on(review=review, to=to, by=by, **told)


def test_a_move_is_written_with_both_its_dates(gate_says):
    review = ReviewFactory(at_stage=Stage.DECISION_PENDING)
    chair = playing(Role.CSP_CHAIR, to=review)
    done = move(review, Stage.COMMISSIONED, chair)
    review.refresh_from_db()
    assert review.stage == Stage.COMMISSIONED
    assert (done.moved_on, done.recorded_at, done.recorded_by) == (date(2026, 2, 1), AT, chair)
    assert AuditEvent.objects.filter(event="review.stage_moved").count() == 1
    assert str(done) == "DECISION_PENDING to COMMISSIONED"


def test_a_move_that_the_table_does_not_have_is_refused(gate_says):
    review = ReviewFactory()
    with pytest.raises(Refused, match="cannot follow"):
        move(review, Stage.PUBLISHED, COMMAND_LINE)


def test_who_does_not_make_the_move_is_refused(gate_says):
    review = ReviewFactory()
    member = playing(Role.PANEL_MEMBER, to=review)
    with pytest.raises(Refused, match="does not let you"):
        move(review, Stage.DECISION_PENDING, member)


def test_a_closed_gate_says_what_is_outstanding(gate_says):
    gate_says(agencies_are_asked=["No agency has been asked."])
    review = ReviewFactory()
    with pytest.raises(Refused, match="Not yet: No agency has been asked") as refusal:
        move(review, Stage.DECISION_PENDING, playing(Role.CSP_OFFICER, to=review))
    assert refusal.value.field == "reason"
    review.refresh_from_db()
    assert review.stage == Stage.NOTIFIED


def test_a_named_person_passes_a_gate_with_a_reason_that_is_kept(gate_says):
    gate_says(agencies_are_asked=["No agency has been asked.", "Really."])
    review = ReviewFactory()
    officer = playing(Role.CSP_OFFICER, to=review)
    done = move(review, Stage.DECISION_PENDING, officer, reason="Asked by telephone.")
    waiver = done.waivers.get()
    assert (waiver.gate, waiver.reason) == ("agencies_are_asked", "Asked by telephone.")
    assert waiver.said == "No agency has been asked.\nReally."
    assert str(waiver) == "waiver of agencies_are_asked"
    assert AuditEvent.objects.filter(event="review.gate_passed", actor_id=officer.pk).exists()


def test_who_may_not_pass_gates_is_refused_even_with_a_reason(gate_says):
    gate_says(terms_are_agreed=["The terms are a draft."])
    review = ReviewFactory(at_stage=Stage.PANEL_FORMED)
    secretary = playing(Role.REVIEW_SECRETARY, to=review)
    with pytest.raises(Refused, match="does not let you: move on although"):
        move(review, Stage.TOR_AGREED, secretary, reason="We are in a hurry.")


def test_some_gates_nobody_passes(gate_says, monkeypatch):
    gate_says(agencies_are_asked=["A name stands in the text."])
    monkeypatch.setattr("reviews.rules.NEVER_PASSED", frozenset({"agencies_are_asked"}))
    review = ReviewFactory()
    with pytest.raises(Refused, match="Nobody can pass this"):
        move(review, Stage.DECISION_PENDING, COMMAND_LINE, reason="I must.")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 3), "today or in the past"),
        (date(1980, 1, 1), "after 1990"),
        (date(2026, 1, 1), "after the death"),
    ],
)
def test_an_impossible_day_is_refused(gate_says, day, words):
    review = ReviewFactory()
    with pytest.raises(Refused, match=words) as refusal:
        move(review, Stage.DECISION_PENDING, COMMAND_LINE, moved_on=day, reason="It was so.")
    assert refusal.value.field == "moved_on"


def test_an_unusual_day_asks_for_a_reason_and_is_kept(gate_says):
    review = ReviewFactory()
    early = date(2026, 1, 3)
    with pytest.raises(Refused, match="earlier step"):
        move(review, Stage.DECISION_PENDING, COMMAND_LINE, moved_on=early)
    done = move(
        review, Stage.DECISION_PENDING, COMMAND_LINE, moved_on=early, reason="Told by phone first."
    )
    assert (done.moved_on, done.reason) == (early, "Told by phone first.")


def test_one_step_back_takes_a_reason(gate_says):
    review = ReviewFactory(at_stage=Stage.DECISION_PENDING)
    move(review, Stage.COMMISSIONED, COMMAND_LINE)
    officer = playing(Role.CSP_OFFICER, to=review)
    with pytest.raises(Refused, match="Say why"):
        stages.step_back(review=review, reason=" ", today=TODAY, by=officer, at=AT)
    stages.step_back(review=review, reason="A slip.", today=TODAY, by=officer, at=AT)
    review.refresh_from_db()
    assert review.stage == Stage.DECISION_PENDING
    assert review.moves.last().is_step_back
    assert AuditEvent.objects.filter(event="review.stepped_back").exists()


def test_steps_back_can_be_taken_again_until_the_beginning(gate_says):
    review = ReviewFactory()
    move(review, Stage.DECISION_PENDING, COMMAND_LINE)
    move(review, Stage.COMMISSIONED, COMMAND_LINE)
    for stands_at in (Stage.DECISION_PENDING, Stage.NOTIFIED):
        stages.step_back(review=review, reason="A slip.", today=TODAY, by=COMMAND_LINE, at=AT)
        review.refresh_from_db()
        assert review.stage == stands_at
    with pytest.raises(Refused, match="no earlier step"):
        stages.step_back(review=review, reason="A slip.", today=TODAY, by=COMMAND_LINE, at=AT)


def test_who_may_not_step_back_is_refused():
    review = ReviewFactory(at_stage=Stage.EVIDENCE)
    with pytest.raises(Refused, match="one step back"):
        stages.step_back(
            review=review,
            reason="A slip.",
            today=TODAY,
            by=playing(Role.INDEPENDENT_CHAIR, to=review),
            at=AT,
        )


class TestGates:
    def waits(self, review, to):
        found = gates.reasons_to_wait(review, LIFECYCLE.find(review.stage, to))
        return {gate: [one.words for one in said] for gate, said in found.items()}

    def test_a_decision_must_be_there_and_confirmed(self):
        review = ReviewFactory(at_stage=Stage.DECISION_PENDING)
        assert "No decision to hold a review" in str(self.waits(review, Stage.COMMISSIONED))
        DecisionFactory(review=review, standing="PROVISIONAL")
        assert "provisional" in str(self.waits(review, Stage.COMMISSIONED))
        DecisionFactory(review=review, recorded_at=AT.replace(day=3))
        assert "decision_is_to_review" not in self.waits(review, Stage.COMMISSIONED)
        assert "decision_is_not_to_review" in self.waits(review, Stage.NOT_TO_REVIEW)

    def test_a_decision_not_to_review_opens_the_other_way(self):
        review = ReviewFactory(at_stage=Stage.DECISION_PENDING)
        DecisionFactory(review=review, outcome="NO_REVIEW")
        assert "decision_is_not_to_review" not in self.waits(review, Stage.NOT_TO_REVIEW)
        assert "decision_is_to_review" in self.waits(review, Stage.COMMISSIONED)

    def test_letters_must_be_recorded(self):
        review = ReviewFactory(at_stage=Stage.COMMISSIONED)
        waits = self.waits(review, Stage.PANEL_FORMED)
        assert {"home_office_is_told", "family_is_told"} <= waits.keys()

    def test_a_direction_must_be_recorded(self):
        review = ReviewFactory(at_stage=Stage.HO_SCRUTINY)
        assert "direction_is_recorded" in self.waits(review, Stage.DIRECTED)

    def test_recorded_letters_open_their_gates(self):
        from tests.factories.reviews import NoticeFactory

        review = ReviewFactory(at_stage=Stage.HO_SCRUTINY)
        NoticeFactory(review=review, kind="HOME_OFFICE_DIRECTION")
        assert self.waits(review, Stage.DIRECTED) == {}
