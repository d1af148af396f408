"""What the action plan says before a review may move on."""

from collections.abc import Mapping

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from actionplans.cycle import OPEN, ActionStatus
from actionplans.models import (
    Action,
    Assurance,
    LearningPoint,
    PanelDisposition,
    ProgressNote,
    Recommendation,
)
from evidence.models import ImrPoint, ImrVersion, PointKind
from pages.parts import Blocker
from reviews.models import Review

UNFINISHED = (  # of one action, and of several
    ("is not done", "are not done"),
    ("is reported done and not checked", "are reported done and not checked"),
    (
        "is called checked, and nobody recorded how",
        "are called checked, and nobody recorded how",
    ),
)
AGENCY = "version__imr__involvement__agency__name"


def plan_is_ready(review: Review) -> list[Blocker]:
    """
    Wait for an action with lead, target day and outcome measure for each recommendation, for a
    recommendation of each learning point or the reason for none, and for the panel's decision on
    what agencies' reports recommend.
    """
    rows = Recommendation.objects.filter(review=review).prefetch_related("answers", "actions")
    recommendations = list(rows)
    if not recommendations:
        path = reverse("actionplans:plan", args=[review.reference])
        return [Blocker("The action plan has no recommendation yet.", path)]
    learning = LearningPoint.objects.filter(review=review).prefetch_related("recommendations")
    return [
        *(wait for point in learning for wait in learning_waits(review, point)),
        *(wait for one in recommendations for wait in plan_waits(review, one)),
        *reports_wait(review, undecided_by_agency(review)),
    ]


def actions_are_finished(review: Review) -> list[Blocker]:
    """
    Wait for every action to be done and checked, or ended for a reason, and for something to have
    come of every recommendation.
    """
    checks = Assurance.objects.filter(action=OuterRef("pk"), holds=True)
    verified = Q(status=ActionStatus.DONE_VERIFIED)
    counts = Action.objects.filter(recommendation__review=review).aggregate(
        undone=Count("pk", filter=Q(status__in=OPEN)),
        unverified=Count("pk", filter=Q(status=ActionStatus.DONE_UNVERIFIED)),
        unrecorded=Count("pk", filter=verified & Q(~Exists(checks))),
    )
    path = reverse("actionplans:plan", args=[review.reference])
    waits = [
        Blocker(f"1 action {one}." if count == 1 else f"{count} actions {several}.", path)
        for (one, several), count in zip(UNFINISHED, counts.values(), strict=True)
        if count
    ]
    return [*waits, *nothing_came_of(review)]


def nothing_came_of(review: Review) -> list[Blocker]:
    """Return the recommendations that have neither an action nor an answer of their addressee."""
    rows = Recommendation.objects.filter(review=review, actions=None, answers=None)
    return [
        Blocker(
            f"{one.name} has neither an action nor an answer.",
            reverse("actionplans:recommendation", args=[review.reference, one.pk]),
        )
        for one in rows
    ]


def conclusion_audit_is_done(review: Review) -> list[Blocker]:
    """Wait for the audit, and for another one where an action went on after it."""
    path = reverse("actionplans:conclude", args=[review.reference])
    audit = review.conclusion_audits.first()
    if audit is None:
        return [Blocker("The conclusion audit is not recorded.", path)]
    since = {"action__recommendation__review": review, "recorded_at__gt": audit.recorded_at}
    moved = ProgressNote.objects.filter(**since).exclude(claims="")
    if moved.exists() or Assurance.objects.filter(**since).exists():
        return [Blocker("Actions went on after the conclusion audit. Record it anew.", path)]
    return []


def plan_waits(review: Review, one: Recommendation) -> list[Blocker]:
    """Return what one recommendation lacks in the plan. Reads its answers and actions."""
    if one.is_refused or any(action.is_complete for action in one.actions.all()):
        return []
    lacks = "no action"
    if one.actions.all():
        lacks = "no action with a lead agency, a target day and an outcome measure"
    path = reverse("actionplans:recommendation", args=[review.reference, one.pk])
    return [Blocker(f"{one.name} has {lacks}.", path)]


def learning_waits(review: Review, one: LearningPoint) -> list[Blocker]:
    """Return what one learning point lacks. Reads its recommendations."""
    if one.recommendations.all() or one.no_recommendation_because.strip():
        return []
    path = reverse("actionplans:change-learning-point", args=[review.reference, one.pk])
    words = f"{one.name} has no recommendation, and no reason why there is none."
    return [Blocker(words, path)]


def reports_wait(review: Review, undecided: Mapping[str, int]) -> list[Blocker]:
    """undecided: how many recommendations of each agency's report wait for the panel."""
    path = reverse("actionplans:dispositions", args=[review.reference])
    return [
        Blocker(f"{counted} of {agency} {wait} for the panel’s decision.", path)
        for agency, count in undecided.items()
        for counted, wait in [
            ("1 recommendation", "waits") if count == 1 else (f"{count} recommendations", "wait")
        ]
    ]


def recommendation_lines(review: Review) -> QuerySet[ImrPoint]:
    """Return what accepted reports recommend, in every accepted version."""
    accepted = ImrVersion.objects.accepted().filter(imr__involvement__review=review)
    return ImrPoint.objects.filter(version__in=accepted, kind=PointKind.RECOMMENDATION)


def undecided_by_agency(review: Review) -> dict[str, int]:
    """
    Return how many of each agency wait for the panel. One query.

    Call it in a block that reads everything: a gap is told to all who read the plan, in numbers.
    """
    decided = PanelDisposition.objects.filter(review=review).values("root")
    taken = Recommendation.objects.filter(review=review, taken_from__isnull=False)
    counts = (
        recommendation_lines(review)
        .exclude(root__in=decided)
        .exclude(root__in=taken.values("taken_from__root"))
        .order_by(AGENCY)
        .values_list(AGENCY)
        .annotate(lines=Count("root", distinct=True))
    )
    return dict(counts)
