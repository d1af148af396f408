"""What the action plan says before a review may move on."""

from django.urls import reverse

from actionplans.models import Action, Recommendation
from pages.parts import Blocker
from reviews.models import Review


def plan_is_ready(review: Review) -> list[Blocker]:
    """Wait for an action with lead, target day and outcome measure for each recommendation."""
    rows = Recommendation.objects.filter(review=review).prefetch_related("answers", "actions")
    recommendations = list(rows)
    if not recommendations:
        path = reverse("actionplans:plan", args=[review.reference])
        return [Blocker("The action plan has no recommendation yet.", path)]
    return [wait for one in recommendations for wait in plan_waits(review, one)]


def actions_are_finished(review: Review) -> list[Blocker]:
    """Wait for every action to be done and checked, or ended for a reason."""
    actions = Action.objects.filter(recommendation__review=review)
    path = reverse("actionplans:plan", args=[review.reference])
    counts = [
        (actions.open().count(), "is not done", "are not done"),
        (
            actions.to_check().count(),
            "is reported done and not checked",
            "are reported done and not checked",
        ),
    ]
    return [
        Blocker(f"1 action {one}." if count == 1 else f"{count} actions {several}.", path)
        for count, one, several in counts
        if count
    ]


def conclusion_audit_is_done(review: Review) -> list[Blocker]:
    if review.conclusion_audits.exists():
        return []
    path = reverse("actionplans:conclude", args=[review.reference])
    return [Blocker("The conclusion audit is not recorded.", path)]


def plan_waits(review: Review, one: Recommendation) -> list[Blocker]:
    """Return what one recommendation lacks in the plan. Reads its answers and actions."""
    if one.is_refused or any(action.is_complete for action in one.actions.all()):
        return []
    lacks = "no action"
    if one.actions.all():
        lacks = "no action with a lead agency, a target day and an outcome measure"
    path = reverse("actionplans:recommendation", args=[review.reference, one.pk])
    return [Blocker(f"{one.name} has {lacks}.", path)]
