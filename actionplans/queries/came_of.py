"""What became of a finding: what is learnt, recommended and done, and what is different now."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from actionplans.models import Action, Finding, LearningPoint, Recommendation
from actionplans.queries.published_plan import printed_outcome, state_of


@dataclass(frozen=True)
class Done:
    """An action, and how it stands or what is different now."""

    action: Action
    outcome: str


@dataclass(frozen=True)
class Asked:
    """is_above: it came of an earlier learning point as well, and stands there in full."""

    recommendation: Recommendation
    state: str
    done: Sequence[Done]
    is_above: bool


@dataclass(frozen=True)
class Learnt:
    point: LearningPoint
    asked: Sequence[Asked]


def came_of(finding: Finding) -> list[Learnt]:
    """Return what came of a finding, to the outcome of every action. Four queries."""
    actions = Action.objects.select_related("lead__agency")
    rows = Recommendation.objects.select_related("addressee__agency").prefetch_related(
        "answers", Prefetch("actions", actions)
    )
    points = finding.learning_points.prefetch_related(Prefetch("recommendations", rows))
    above, learnt = set[int](), []
    for point in points:
        said = [
            asked(one, finding, is_above=one.pk in above) for one in point.recommendations.all()
        ]
        learnt.append(Learnt(point, said))
        above |= {row.recommendation.pk for row in said}
    return learnt


def asked(one: Recommendation, finding: Finding, *, is_above: bool) -> Asked:
    one.review = finding.review
    done = []
    for action in one.actions.all():
        action.recommendation = one
        done.append(Done(action, printed_outcome(action)))
    return Asked(one, state_of(one), done, is_above)
