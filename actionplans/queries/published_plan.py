"""What the plan says on paper, from its records; and how far it is, for anyone to read."""

from collections.abc import Sequence
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch

from actionplans.cycle import DONE, FINISHED, GIVEN_UP, ActionStatus
from actionplans.models import Action, LearningPoint, Milestone, Recommendation, Source
from actionplans.models.plan_cells import as_in_plan, others_in_plan, words_in_plan
from actionplans.published.plan import (
    PublishedAction,
    PublishedLesson,
    PublishedPlan,
    PublishedProgress,
    PublishedRecommendation,
)
from actionplans.readers.days import mentions
from agencies.models import Agency
from privacy.row_locks import lifted
from reviews.models import Review


def plan_of(review: Review) -> PublishedPlan:
    """Return the learning points and the whole plan as they would print now. Four queries."""
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
        PublishedProgress(row=one.pk, number=str(one.number), text=one.text, state=state_of(one))
        for one in recommendations_of(review, "answers")
    )


def learning_points_of(review: Review) -> list[tuple[int, str, list[int]]]:
    """Return the number and text of each, and the keys of the recommendations that rest on it."""
    resting = Recommendation.objects.filter(learning_points=OuterRef("pk")).order_by()
    points = LearningPoint.objects.filter(review=review)
    asked = ArraySubquery(resting.values("pk"))
    return list(points.annotate(asked=asked).values_list("number", "text", "asked"))


def recommendations_of(review: Review, *more: str) -> list[Recommendation]:
    """Return them with their actions and milestones. more: what else to fetch of each."""
    actions = Action.objects.select_related("lead__agency").prefetch_related("milestones")
    rows = (
        Recommendation.objects.filter(review=review)
        .select_related(
            "addressee__agency",
            "source_agency__agency",
            "taken_from__version__imr__involvement__agency",
        )
        .prefetch_related(*more, Prefetch("actions", actions))
    )
    with lifted():  # whose report asked for it first is told to all who read the plan
        return list(rows)


def printed(one: Recommendation, *, rests_on: Sequence[str] = ()) -> PublishedRecommendation:
    cells = one.plan_cells
    own = own_cells(one)
    agency = as_in_plan(cells, "agency", printed=own["agency"])
    layout = cells.get("layout", "")
    return PublishedRecommendation(
        number=str(one.number),
        text=one.text,
        scope=as_in_plan(cells, "scope", printed=own["scope"]),
        source="" if layout else source_of(one),
        addressee=one.addressed_to,
        is_single_agency=one.is_single_agency,
        agency=agency if one.is_single_agency or layout else "",
        actions=tuple(printed_action(action) for action in one.actions.all()),
        lessons=tuple(rests_on),
        heading=words_in_plan(cells, "heading"),
        plan_number=one.plan_number,
        words=verbatim(one),
        layout=layout,
    )


def source_of(one: Recommendation) -> str:
    """Say who asked for it first; the agency, where another one than its addressee did."""
    if one.taken_from:
        involvement = one.taken_from.version.imr.involvement
    elif one.source_agency:
        involvement = one.source_agency
    else:
        return one.get_source_display()
    agency: Agency = involvement.agency
    if one.taken_from or one.source == Source.IMR:
        return f"Report of {agency.name}"
    return f"{one.get_source_display()}, {agency.name}"


def verbatim(one: Recommendation) -> str:
    """Return the words of a recommendation as its plan has them; empty once it is reworded."""
    kept = one.plan_cells.get("text")
    return str(kept["words"]) if kept and kept["printed"] == one.text else ""


def own_cells(one: Recommendation) -> dict[str, str]:
    """Return what the record of a recommendation prints, whatever a plan said that it came in."""
    return {"text": one.text, "scope": one.get_scope_display(), "agency": one.body}


def cells_of_action(action: Action) -> dict[str, str]:
    """Return what the record of an action prints, whatever a plan said that it came in."""
    return {
        "action": action.text,
        "lead": action.lead_agency,
        "milestones": "\n".join(printed_milestone(one) for one in action.milestones.all()),
        "target": in_words(action.target_on) if action.target_on else "",
        "completion": printed_outcome(action),
    }


def printed_action(action: Action) -> PublishedAction:
    own = cells_of_action(action)
    cells = {
        column: as_in_plan(action.plan_cells, column, printed=printed)
        for column, printed in own.items()
    }
    is_as_said = cells["milestones"] != own["milestones"]
    steps = [cells["milestones"]] if is_as_said else map(printed_milestone, action.milestones.all())
    return PublishedAction(
        action=cells["action"],
        lead_agency=cells["lead"],
        milestones=tuple(steps),
        target=cells["target"],
        outcome=cells["completion"],
        others=others_in_plan(action.plan_cells),
    )


def printed_milestone(one: Milestone) -> str:
    if one.done_on:
        return f"{one.text} (reached {month(one.done_on)})"
    if one.due_on is None or any(named.day == one.due_on for named in mentions(one.text)):
        return one.text  # its words say when
    return f"{one.text} (due {month(one.due_on)})"


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
