"""What the plan says on paper, from its records; and how far it is, for anyone to read."""

from collections.abc import Sequence
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch

from actionplans.cycle import DONE, FINISHED, GIVEN_UP, ActionStatus
from actionplans.models import Action, LearningPoint, Milestone, Recommendation
from actionplans.published.plan import (
    PublishedAction,
    PublishedLesson,
    PublishedPlan,
    PublishedProgress,
    PublishedRecommendation,
)
from agencies.models import Agency
from privacy.row_locks import lifted
from reviews.models import Review


def plan_of(review: Review) -> PublishedPlan:
    """Return the learning points and the whole plan as they would print now. Five queries."""
    points = learning_points_of(review)
    return PublishedPlan(
        lessons=tuple(PublishedLesson(number=str(number), text=text) for number, text, _ in points),
        recommendations=tuple(
            printed(one, rests_on=[str(number) for number, _, asked in points if one.pk in asked])
            for one in recommendations_of(review)
        ),
    )


def public_progress(review: Review) -> tuple[PublishedProgress, ...]:
    """Return how far each recommendation is, in words that anyone may read."""
    return tuple(
        PublishedProgress(number=str(one.number), text=one.text, state=state_of(one))
        for one in recommendations_of(review)
    )


def learning_points_of(review: Review) -> list[tuple[int, str, list[int]]]:
    """Return the number and text of each, and the keys of the recommendations that rest on it."""
    resting = Recommendation.objects.filter(learning_points=OuterRef("pk")).order_by()
    points = LearningPoint.objects.filter(review=review)
    asked = ArraySubquery(resting.values("pk"))
    return list(points.annotate(asked=asked).values_list("number", "text", "asked"))


def recommendations_of(review: Review) -> list[Recommendation]:
    actions = Action.objects.select_related("lead__agency").prefetch_related("milestones")
    rows = (
        Recommendation.objects.filter(review=review)
        .select_related("addressee__agency", "taken_from__version__imr__involvement__agency")
        .prefetch_related("answers", Prefetch("actions", actions))
    )
    with lifted():  # whose report asked for it first is told to all who read the plan
        return list(rows)


def printed(one: Recommendation, *, rests_on: Sequence[str]) -> PublishedRecommendation:
    return PublishedRecommendation(
        number=str(one.number),
        text=one.text,
        scope=one.get_scope_display(),
        source=source_of(one),
        addressee=one.addressed_to,
        is_single_agency=one.is_single_agency,
        agency=one.body if one.is_single_agency else "",
        actions=tuple(printed_action(action) for action in one.actions.all()),
        lessons=tuple(rests_on),
    )


def source_of(one: Recommendation) -> str:
    """Say who asked for it first; the agency, where another one than its addressee did."""
    if one.taken_from is None:
        return one.get_source_display()
    involvement = one.taken_from.version.imr.involvement
    agency: Agency = involvement.agency
    return f"Report of {agency.name}"


def printed_action(action: Action) -> PublishedAction:
    return PublishedAction(
        action=action.text,
        lead_agency=action.lead_agency,
        milestones=tuple(printed_milestone(one) for one in action.milestones.all()),
        target=in_words(action.target_on) if action.target_on else "",
        outcome=printed_outcome(action),
    )


def printed_milestone(one: Milestone) -> str:
    if one.done_on:
        return f"{one.text} (reached {month(one.done_on)})"
    return f"{one.text} (due {month(one.due_on)})" if one.due_on else one.text


def printed_outcome(action: Action) -> str:
    """Say how an action stands: "Completed March 2026. Every practice asks"."""
    if action.completed_on:
        return f"Completed {month(action.completed_on)}. {action.outcome}".strip()
    if action.status in GIVEN_UP:
        return f"{action.get_status_display()}. {action.given_up_because}"
    return f"{action.get_status_display()}."


def state_of(one: Recommendation) -> str:
    if one.is_refused:
        return "Not accepted by the body it was addressed to"
    statuses = {action.status for action in one.actions.all()}
    if not statuses:
        return "No action agreed yet"
    if statuses <= FINISHED:
        return "Completed" if statuses & DONE else "Ended without being done"
    if statuses <= DONE | FINISHED:
        return "Reported as completed, not checked yet"
    done = sum(action.is_done for action in one.actions.all())
    if done:
        return f"In progress: {done} of {len(one.actions.all())} actions done"
    return "Not started" if statuses == {ActionStatus.NOT_STARTED} else "In progress"


def in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def month(day: date) -> str:
    return f"{day:%B %Y}"
