"""What of an action plan starts and meets deadlines: actions and reports on them, the audit."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Case, Exists, F, Max, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, Greatest, Least, TruncDate

from actionplans.cycle import DONE, GIVEN_UP
from actionplans.models import (
    Action,
    AddresseeAnswer,
    AnswerKind,
    ConclusionAudit,
    ProgressNote,
    Recommendation,
    Scope,
)
from reviews.lifecycle import Stage
from reviews.models import AgencyInvolvement, Review
from reviews.queries.asking import Question
from reviews.queries.clock import fact, numbered
from reviews.queries.facts import first_day, moved_to, passed_on_paper

# What an agency reports on; an action planned later is followed by its own target day
REPORTED_ON = timedelta(days=183)
PLANNED = TruncDate("recorded_at")


def progress_owed(reviews: Iterable[int]) -> Question:
    """D24: from clearance to a report of each agency on every action that it leads."""
    return progress_of(AgencyInvolvement.objects.filter(review__in=reviews))


def progress_of(some: QuerySet[AgencyInvolvement]) -> Question:
    """The same of some agencies' parts."""
    parts = some.annotate(cleared_on=moved_to(Stage.CLEARED, review="review"))
    led = actions_to_report()
    last = led.order_by().values("lead").annotate(last=Max("told_on")).values("last")
    told = parts.annotate(
        told_on=Case(When(~Exists(led.filter(told_on__isnull=True)), then=Subquery(last)))
    )
    return fact(
        told.filter(Exists(led)).exclude(
            passed_on_paper(Stage.CLEARED, review="review"), told_on__isnull=True
        ),
        part=F("pk"),
        subject=numbered("agency"),
        started_on="cleared_on",
        met_on="told_on",
    )


def actions_to_report() -> QuerySet[Any]:
    """
    Return the actions that an agency leads and has to report on, with the day on which it did.
    What was done by the time of clearance, or was given up, needs no report.
    """
    notes = ProgressNote.objects.filter(
        action=OuterRef("pk"), on__gt=OuterRef(OuterRef("cleared_on"))
    )
    return (
        Action.objects.filter(
            lead=OuterRef("pk"), recorded_at__date__lte=OuterRef("cleared_on") + REPORTED_ON
        )
        .exclude(status__in=GIVEN_UP)
        .exclude(completed_on__lte=OuterRef("cleared_on"))
        .annotate(told_on=Least(first_day(notes, "action", "on"), "completed_on"))
    )


def action_owed(reviews: Iterable[int]) -> Question:
    """D25: from the day an action was planned to its completion, or to its being given up."""
    return fact(
        ended(Action.objects.filter(recommendation__review__in=reviews, target_on__isnull=False)),
        review="recommendation__review_id",
        part=F("lead_id"),
        subject=numbered("action"),
        started_on=PLANNED,
        due_on="target_on",
        met_on="ended_on",
    )


def answer_owed(reviews: Iterable[int]) -> Question:
    """D26: from publication, or clearance until then, to a national addressee's first answer."""
    return answer_fact(asked_of_others(reviews), started_on=ASKED_WITH_THE_REPORT)


ASKED_WITH_THE_REPORT = Coalesce(
    moved_to(Stage.PUBLISHED, review="review"), moved_to(Stage.CLEARED, review="review")
)


def asked_of_others(reviews: Iterable[int]) -> QuerySet[Recommendation]:
    """Return the national recommendations, each with the day of its addressee's first answer."""
    answers = AddresseeAnswer.objects.filter(recommendation=OuterRef("pk"))
    asked = Recommendation.objects.filter(review__in=reviews, scope=Scope.NATIONAL).annotate(
        answered_on=first_day(
            answers.exclude(kind=AnswerKind.NO_REPLY), "recommendation", "answered_on"
        )
    )
    on_paper = passed_on_paper(Stage.CLEARED, review="review")
    return asked.exclude(on_paper, answered_on__isnull=True)


def answer_fact(asked: QuerySet[Recommendation], *, started_on: Any) -> Question:
    return fact(
        asked, subject=numbered("recommendation"), started_on=started_on, met_on="answered_on"
    )


def audit_owed(reviews: Iterable[int]) -> Question:
    """D27: from the end of the last action, once the review is cleared, to the audit."""
    actions = Action.objects.filter(recommendation__review=OuterRef("pk"))
    last = (
        ended(actions)
        .order_by()
        .values("recommendation__review")
        .annotate(last=Max("ended_on"))
        .values("last")
    )
    audits = ConclusionAudit.objects.filter(review=OuterRef("pk"))
    over = Review.objects.filter(~Exists(actions.open()), Exists(actions), pk__in=reviews)
    return fact(
        over.annotate(cleared_on=moved_to(Stage.CLEARED)).filter(cleared_on__isnull=False),
        review="pk",
        started_on=Greatest(Subquery(last), "cleared_on"),
        met_on=first_day(audits, "review", "audited_on"),
    )


def ended(actions: QuerySet[Action]) -> QuerySet[Action]:
    """Add the day on which an action was done or given up: given up, its last note says when."""
    given_up = ProgressNote.objects.filter(action=OuterRef("pk"), claims__in=GIVEN_UP)
    given_up_on = Subquery(given_up.order_by("-pk").values("on")[:1])
    return actions.annotate(
        ended_on=Case(
            When(status__in=DONE, then="completed_on"),
            When(status__in=GIVEN_UP, then=Coalesce(given_up_on, PLANNED)),
        )
    )
