"""An action that is done is open again once something else is asked of it."""

from datetime import date

import pytest

from actionplans.cycle import ActionStatus
from tests.actionplans.saying import address, day, text
from tests.factories.actionplans import ActionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def checked(recommendation):
    return ActionFactory(recommendation=recommendation, checked=True)


def change(browser, review, action, **otherwise):
    asked = {
        "text": action.text,
        "outcome_measure": action.outcome_measure,
        "outcome": action.outcome,
        "lead": action.lead_id,
        "owner": action.owner,
        "number": "1",
        **day("target_on", date(2026, 9, 30)),
    }
    browser.post(address(review, "change-action", action.pk), {**asked, **otherwise})
    action.refresh_from_db()


@pytest.mark.parametrize(
    ("otherwise", "was"),
    [
        ({"text": "Train everybody."}, "The action was: Write a course"),
        ({"outcome_measure": "All of them."}, "How one will know was: Nine of ten"),
    ],
)
def test_other_words_open_a_checked_action_again_and_say_so(
    signed_in, review, checked, otherwise, was
):
    change(signed_in, review, checked, **otherwise)
    assert (checked.status, checked.completed_on) == (ActionStatus.IN_PROGRESS, None)
    assert checked.standing_check is None
    page = text(signed_in.get(checked.get_absolute_url()))
    assert "What was asked changed, so this is open again." in page
    assert was in page


def test_what_waits_for_its_check_is_open_again_too(signed_in, review, recommendation):
    action = ActionFactory(recommendation=recommendation, done=True)
    change(signed_in, review, action, text="Train everybody.")
    assert action.status == ActionStatus.IN_PROGRESS


def test_another_target_stands_in_the_log_and_opens_nothing(signed_in, review, checked):
    change(signed_in, review, checked, **day("target_on", date(2027, 3, 31)))
    assert checked.status == ActionStatus.DONE_VERIFIED
    page = text(signed_in.get(checked.get_absolute_url()))
    assert "The target date was: 30 September 2026" in page


def test_the_same_words_written_otherwise_change_nothing(signed_in, review, checked):
    change(signed_in, review, checked, text=f"  {checked.text.upper()} ", owner="Head of Learning")
    assert checked.status == ActionStatus.DONE_VERIFIED
    assert checked.progress_notes.count() == 1


def test_an_open_action_is_reworded_without_a_word_in_its_log(signed_in, review, action):
    change(signed_in, review, action, text="Train everybody.")
    assert (action.text, action.progress_notes.count()) == ("Train everybody.", 0)
