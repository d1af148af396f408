"""What the partnership signed off stays in the plan, under its number."""

import pytest

from actionplans.models import Action, Recommendation
from actionplans.operations.actions import ActionWords, change_action
from reviews.access import Refused
from reviews.lifecycle import SIGNED_OFF, Stage
from reviews.models import Review
from tests.actionplans.conftest import NOW
from tests.actionplans.saying import address, errors, text
from tests.factories.actionplans import ActionFactory, RecommendationFactory

pytestmark = pytest.mark.django_db


def at(stage):
    Review.objects.update(stage=stage)


@pytest.mark.parametrize("stage", [Stage.CSP_SIGNED_OFF, Stage.REVISING, Stage.ACTION_MONITORING])
def test_no_action_is_removed_from_a_plan_that_was_signed_off(signed_in, review, action, stage):
    at(stage)
    url = address(review, "remove-action", action.pk)
    page = text(signed_in.get(url))
    assert "Report that the action cannot be done" in page
    assert "Remove the action" not in page
    assert signed_in.post(url).status_code == 403
    assert Action.objects.filter(pk=action.pk).exists()


@pytest.mark.parametrize("stage", [Stage.CSP_SIGNED_OFF, Stage.PUBLISHED])
def test_no_recommendation_is_removed_from_a_plan_that_was_signed_off(
    signed_in, review, recommendation, stage
):
    later = RecommendationFactory(review=review)
    at(stage)
    url = address(review, "remove-recommendation", recommendation.pk)
    page = text(signed_in.get(url))
    assert "Record that its addressee does not accept it" in page
    assert "Remove the recommendation" not in page
    assert signed_in.post(url).status_code == 403
    assert list(Recommendation.objects.values_list("pk", "number")) == [
        (recommendation.pk, 1), (later.pk, 2),
    ]  # fmt: skip


def test_numbers_of_a_plan_that_was_signed_off_stay(signed_in, officer, review, recommendation):
    first, second = (ActionFactory(recommendation=recommendation) for _ in range(2))
    at(Stage.PUBLISHED)
    url = address(review, "change-action", second.pk)
    response = signed_in.post(url, {"text": second.text, "number": "1"})
    assert "This stays number 2" in str(errors(response)["number"])
    signed_in.post(url, {"text": "Write a course.", "number": "2"})
    assert list(Action.objects.values_list("pk", "text")) == [
        (first.pk, first.text), (second.pk, "Write a course."),
    ]  # fmt: skip
    RecommendationFactory(review=review)
    url = address(review, "change-recommendation", recommendation.pk)
    said = {"text": "Ask.", "source": "PANEL", "scope": "LOCAL"}
    response = signed_in.post(
        url, {**said, "addressee": recommendation.addressee_id, "number": "2"}
    )
    assert "This stays number 1" in str(errors(response)["number"])
    with pytest.raises(Refused, match="others cite its numbers"):
        change_action(action=first, said=ActionWords(text="Ask."), number=2, by=officer, at=NOW)


def test_back_in_drafting_the_plan_is_as_open_as_before(signed_in, review, action):
    at(Stage.DRAFTING)
    signed_in.post(address(review, "remove-action", action.pk))
    assert not Action.objects.exists()
    assert Stage.PANEL_AGREED not in SIGNED_OFF
