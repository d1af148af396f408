"""What the plan asks of people, for the first page of everyone."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from actionplans.cycle import ActionStatus
from actionplans.models import Action, AddresseeAnswer, AnswerKind, ProgressNote, Recommendation
from actionplans.models.action import ActionQuerySet
from reviews.access import Held, Permission
from reviews.lifecycle import Stage
from reviews.queries.asking import Question, Row
from reviews.queries.work import Task, WorkItem, place, task, together, told_in_review

AHEAD = timedelta(days=30)
BEFORE_SIGN_OFF = (Stage.FAMILY_AND_AGENCY_REVIEW, Stage.PANEL_AGREED)
REVIEW = "recommendation__review__"


# Actions that an agency leads, late or due within a month, for its own people


def actions_due(held: Held, today: date) -> Question:
    mine = due_by(today + AHEAD).filter(lead__in=held.parts(Permission.PLAN_UPDATE))
    return told_in_review(
        mine,
        REVIEW,
        action="pk",
        number="number",
        recommendation="recommendation__number",
        due_on="target_on",
    )


def report_on(row: Row, today: date) -> WorkItem:
    return WorkItem(
        what=f"Report on action {row['recommendation']}.{row['number']}",
        why="Your agency leads it",
        href=reverse("actionplans:action", args=[row["reference"], row["action"]]),
        due_on=row["due_on"],
        **place(row),
    )


actions_to_report = task(actions_due, report_on)


# The same of all agencies, for whoever writes the plan: one line for each review


def actions_late_or_due(held: Held, today: date) -> Mapping[str, Question]:
    watched = due_by(today + AHEAD).filter(
        recommendation__review__in=held.reviews(Permission.PLAN_WRITE)
    )
    return {"due": told_in_review(watched, REVIEW, action="pk", due_on="target_on")}


def follow_up(rows: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        plan_item(
            found[0],
            what=f"Follow up {actions(len(found))} late or due within 30 days",
            why="The target dates of the action plan",
            due_on=min(row["due_on"] for row in found),
        )
        for found in together(rows["due"])
    ]


actions_to_follow_up = Task(actions_late_or_due, follow_up)


# Actions that somebody else reported or entered as done, and that nobody has checked


def actions_reported_done(held: Held, today: date) -> Mapping[str, Question]:
    own_report = ProgressNote.objects.filter(
        action=OuterRef("pk"),
        claims=ActionStatus.DONE_UNVERIFIED,
        recorded_by=held.user,
    )
    reported = (
        Action.objects.to_check()
        .filter(recommendation__review__in=held.reviews(Permission.PLAN_VERIFY))
        .exclude(Exists(own_report))
    )
    return {"reported": told_in_review(reported, REVIEW, action="pk")}


def check(rows: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        plan_item(
            found[0],
            what=f"Check {actions(len(found))} reported done",
            why="Somebody who did not report it looks whether it is done",
        )
        for found in together(rows["reported"])
    ]


actions_to_check = Task(actions_reported_done, check)


# Recommendations that are no plan yet, once the report is being agreed


def recommendations_without_plan(held: Held, today: date) -> Mapping[str, Question]:
    ready = (
        Action.objects.filter(recommendation=OuterRef("pk"), target_on__isnull=False)
        .exclude(outcome_measure="")
        .exclude(lead__isnull=True, lead_words="")
    )
    answers = AddresseeAnswer.objects.filter(recommendation=OuterRef("pk")).order_by("-pk")
    waiting = (
        Recommendation.objects.filter(
            review__in=held.reviews(Permission.PLAN_WRITE), review__stage__in=BEFORE_SIGN_OFF
        )
        .annotate(answered=Coalesce(Subquery(answers.values("kind")[:1]), Value("")))
        .exclude(answered=AnswerKind.NOT_ACCEPTED)
        .exclude(Exists(ready))
    )
    return {"waiting": told_in_review(waiting, recommendation="pk")}


def complete_plan(rows: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        plan_item(
            found[0],
            what="Complete the action plan",
            why=f"Before sign-off: {without_plan(len(found))}",
        )
        for found in together(rows["waiting"])
    ]


plan_to_complete = Task(recommendations_without_plan, complete_plan)


def due_by(day: date) -> ActionQuerySet:
    return Action.objects.open().filter(target_on__lte=day)


def plan_item(row: Row, *, what: str, why: str, due_on: date | None = None) -> WorkItem:
    href = reverse("actionplans:plan", args=[row["reference"]])
    return WorkItem(what=what, why=why, href=href, due_on=due_on, **place(row))


def actions(count: int) -> str:
    return "1 action" if count == 1 else f"{count} actions"


def without_plan(count: int) -> str:
    if count == 1:
        return "1 recommendation has no complete action"
    return f"{count} recommendations have no complete action"
