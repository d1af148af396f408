"""What the action plan says before a review may move on."""

from dataclasses import dataclass

from django.urls import reverse

from actionplans.models import Action, Recommendation
from pages.parts import Blocker
from reviews.models import Review


@dataclass(frozen=True)
class Gap:
    """
    is_plan: it is missing in the plan itself, so that the plan is not ready.
    """

    words: str
    href: str
    is_plan: bool = False

    @property
    def blocker(self) -> Blocker:
        return Blocker(self.words, self.href)


def plan_is_ready(review: Review) -> list[Blocker]:
    """Wait for an action with lead, target day and outcome measure for each recommendation."""
    return [gap.blocker for gap in plan_gaps(review)]


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


def plan_gaps(review: Review) -> list[Gap]:
    """Return what the plan lacks before it can be signed off. Three queries."""
    rows = Recommendation.objects.filter(review=review).prefetch_related(
        "answers", "learning_points", "actions__lead__agency"
    )
    recommendations = list(rows)
    if not recommendations:
        path = reverse("actionplans:plan", args=[review.reference])
        return [Gap("The action plan has no recommendation yet.", path, is_plan=True)]
    return [gap for one in recommendations for gap in gaps_of_recommendation(review, one)
            if gap.is_plan]  # fmt: skip


def gaps_of_recommendation(review: Review, one: Recommendation) -> list[Gap]:
    href = reverse("actionplans:recommendation", args=[review.reference, one.pk])
    gaps = []
    if not (one.learning_points.all() or one.taken_from_id):
        gaps.append(Gap(f"{one.name} rests on no learning point.", href))
    if one.is_refused:
        return gaps
    if not one.actions.all():
        gaps.append(Gap(f"{one.name} has no action.", href, is_plan=True))
    elif not any(action.is_complete for action in one.actions.all()):
        gaps.append(
            Gap(
                f"{one.name} has no action with a lead agency, a target day and an outcome "
                "measure.",
                href,
                is_plan=True,
            )
        )
    return gaps
