"""Does the plan give somebody away? A warning on its page; a stop where it is frozen."""

from collections.abc import Iterable

from actionplans.models import Action, Recommendation
from actionplans.published.plan import PublishedPlan, texts_of
from reviews.checks.register import register_of
from reviews.checks.true_names import Finding, findings
from reviews.models import Review


def gives_away(review: Review, plan: PublishedPlan) -> list[Finding]:
    """Return where a plan holds a name or a day that print may not carry."""
    return findings(texts_of(plan), register_of(review))


def recommendation_gives_away(
    review: Review, one: Recommendation, actions: Iterable[Action]
) -> list[Finding]:
    """Return what the words of one recommendation and its actions give away."""
    texts = {one.name: one.text, **{action.name: words_of(action) for action in actions}}
    return findings(texts, register_of(review))


def action_gives_away(action: Action) -> list[Finding]:
    """Return what the printed words of one action give away."""
    return findings({action.name: words_of(action)}, register_of(action.recommendation.review))


def words_of(action: Action) -> str:
    milestones = (one.text for one in action.milestones.all())
    return "\n".join([action.text, *milestones, action.outcome, action.given_up_because])
