"""What this app shows on a review's home page, and on the page of an agency's part in it."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from actionplans.cycle import DONE, ActionStatus
from actionplans.models import Action, Finding, LearningPoint, Recommendation
from agencies.models import User
from pages.parts import Card
from reviews.access import Permission
from reviews.models import AgencyInvolvement, Review
from reviews.queries.asking import Question, told
from reviews.queries.cards import CardKind, Rows


def thread_and_plan(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    actions = Action.objects.filter(recommendation__review=review)
    return {
        "recommendations": told(Recommendation.objects.filter(review=review), id="pk"),
        "actions": told(actions, status="status"),
        "late": told(actions.late(today), id="pk"),
    }


def how_far_the_plan_is(review: Review, rows: Rows, today: date) -> Card:
    """How many recommendations, and how many of their actions are late or to be checked."""
    href = reverse("actionplans:plan", args=[review.reference])
    if not rows["recommendations"]:
        return Card("Action plan", href, "Nothing recommended yet")
    lines = [told_of(len(rows["actions"]), done=done_among(rows), late=len(rows["late"]))]
    to_check = sum(row["status"] == ActionStatus.DONE_UNVERIFIED for row in rows["actions"])
    if to_check:
        lines.append(f"{to_check} to check")
    return Card("Action plan", href, counted(len(rows["recommendations"]), "recommendation"), lines)


def findings_and_learning(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    return {
        "findings": told(Finding.objects.filter(review=review), id="pk"),
        "learning": told(LearningPoint.objects.filter(review=review), id="pk"),
    }


def how_far_the_thread_is(review: Review, rows: Rows, today: date) -> Card:
    href = reverse("actionplans:thread", args=[review.reference])
    if not rows["findings"] and not rows["learning"]:
        return Card("Findings and learning", href, "Nothing written yet")
    lines = [counted(len(rows["learning"]), "learning point")]
    return Card("Findings and learning", href, counted(len(rows["findings"]), "finding"), lines)


def led_by_agency(part: AgencyInvolvement, reader: User, today: date) -> Mapping[str, Question]:
    actions = Action.objects.filter(lead=part)
    return {
        "actions": told(actions, status="status"),
        "late": told(actions.late(today), id="pk"),
    }


def how_far_the_agency_is(part: AgencyInvolvement, rows: Rows, today: date) -> Card | None:
    """How far the actions are that an agency leads; nothing where it leads none."""
    if not rows["actions"]:
        return None
    href = reverse("actionplans:agency-actions", args=[part.review.reference, part.pk])
    figure = counted(len(rows["actions"]), "action")
    late = len(rows["late"])
    lines = [f"{done_among(rows)} done", *([f"{late} late"] if late else [])]
    return Card("Actions", href, figure, lines)


def done_among(rows: Rows) -> int:
    return sum(row["status"] in DONE for row in rows["actions"])


def told_of(actions: int, *, done: int, late: int) -> str:
    """Return "12 actions: 5 done, 2 late"."""
    if not actions:
        return "No actions yet"
    return f"{counted(actions, 'action')}: {done} done, {late} late"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


thread = CardKind((Permission.PLAN_READ,), findings_and_learning, how_far_the_thread_is)
plan = CardKind((Permission.PLAN_READ,), thread_and_plan, how_far_the_plan_is)
of_agency = CardKind(
    (Permission.PLAN_UPDATE, Permission.PLAN_READ), led_by_agency, how_far_the_agency_is
)
