"""Which agencies are due to be asked for a six-month return, and about which actions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, Max, OuterRef, Prefetch, Q

from actionplans.cycle import GIVEN_UP, ActionStatus
from actionplans.models import Action, ProgressNote
from actionplans.models.action import ActionQuerySet
from outcomes.models import SixMonthReturn
from reviews.deadlines import due_on
from reviews.lifecycle import ENDED, Stage
from reviews.models import AgencyInvolvement
from reviews.queries.facts import moved_to
from reviews.queries.lengths import Lengths

CODE = "D24"
AHEAD = relativedelta(months=2)  # the first reminder goes then, and leads to what it asks for
MOST = 60  # returns of one agency: thirty years


@dataclass(frozen=True)
class Period:
    from_on: date
    due_on: date

    def has_opened(self, today: date) -> bool:
        return self.due_on - AHEAD <= today


@dataclass(frozen=True)
class Asked:
    part: AgencyInvolvement
    period: Period


def parts_to_ask(today: date) -> Iterator[Asked]:
    """
    Yield the agencies to ask now: two months before six months have passed since clearance, or
    since the day of their last return. One that still owes a return is not asked for the next.
    """
    waiting = SixMonthReturn.objects.waiting().filter(involvement=OuterRef("pk"))
    parts = list(
        AgencyInvolvement.objects.filter(Exists(to_report(OuterRef("pk"))))
        .exclude(review__stage__in=ENDED)
        .annotate(
            cleared_on=moved_to(Stage.CLEARED, review="review"),
            last_on=Max("six_month_returns__due_on"),
        )
        .filter(cleared_on__isnull=False)
        .exclude(Exists(waiting))
        .filter(Q(last_on__isnull=True) | Q(last_on__lte=today + AHEAD))
        .select_related("review", "agency")
    )
    own = Lengths(part.review.partnership_id for part in parts)
    for part in parts:
        period = period_of(part, own, today=today)
        if period and actions_to_ask_about(part, period):
            yield Asked(part, period)


def to_report(part: Any) -> ActionQuerySet:
    """Return the actions of a part that somebody has still to do or to check."""
    done = (ActionStatus.DONE_VERIFIED, *GIVEN_UP)
    return Action.objects.filter(lead=part).exclude(status__in=done)


def period_of(part: AgencyInvolvement, own: Lengths, *, today: date) -> Period | None:
    """
    Return the last half-year that has opened and was not asked about, and None before one has.
    What was to be returned before the review was recorded here is not asked for any more.
    """
    review = part.review
    last_on: date | None = part.last_on  # type: ignore[attr-defined]
    from_on: date = last_on or part.cleared_on  # type: ignore[attr-defined]
    known = review.recorded_at.date()
    found = None
    for _ in range(MOST):
        length = own.of(review.partnership_id, CODE, started_on=from_on)
        due = due_on(CODE, started_on=from_on, regime_code=review.regime_code, length=length)
        period = Period(from_on, due)
        if not period.has_opened(today):
            break
        if period.due_on >= known:
            found = period
        from_on = due
    return found


def actions_to_ask_about(part: AgencyInvolvement, period: Period) -> list[Action]:
    """Return what a return asks about: what is not finished, or was finished in its time."""
    notes = ProgressNote.objects.order_by("-pk")
    rows = (
        Action.objects.filter(lead=part)
        .exclude(status__in=GIVEN_UP)
        .exclude(status=ActionStatus.DONE_VERIFIED, completed_on__lte=period.from_on)
        .select_related("recommendation")
        .prefetch_related(Prefetch("progress_notes", notes))
    )
    return list(rows.order_by("recommendation__number", "number", "pk"))
