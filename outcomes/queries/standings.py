"""How an action stands, and how long ago it was to be done: the two questions of the dashboard."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import Case, CharField, Q, QuerySet, Value, When

from actionplans.cycle import GIVEN_UP, OPEN, ActionStatus
from actionplans.models.action import ActionQuerySet


class Standing(models.TextChoices):
    """Every action stands at one of these. The order is that of the picture."""

    VERIFIED = "verified", "Done and checked"
    UNVERIFIED = "unverified", "Done, not checked"
    OPEN = "open", "Open"
    LATE = "late", "Late"
    GIVEN_UP = "given-up", "Given up"


class Age(models.TextChoices):
    """How long ago an action was to be done."""

    AHEAD = "ahead", "Target date to come"
    HALF_YEAR = "half-year", "Up to 6 months ago"
    YEAR = "year", "6 to 12 months ago"
    TWO_YEARS = "two-years", "1 to 2 years ago"
    OLDER = "older", "More than 2 years ago"
    NO_DAY = "no-day", "No target date"


BEFORE = (
    (Age.HALF_YEAR, relativedelta(months=6)),
    (Age.YEAR, relativedelta(months=12)),
    (Age.TWO_YEARS, relativedelta(months=24)),
)


def with_standing(actions: ActionQuerySet, *, today: date) -> QuerySet[Any]:
    """Add `standing` and `age` to actions."""
    return actions.annotate(
        standing=cases(at_standing(today), Standing.OPEN), age=cases(of_age(today), Age.OLDER)
    )


def cases(found: Mapping[Any, Q], otherwise: Any) -> Case:
    arms = [When(match, then=Value(one.value)) for one, match in found.items()]
    return Case(*arms, default=Value(otherwise.value), output_field=CharField())


def at_standing(today: date) -> dict[Standing, Q]:
    """Return what matches the actions at each standing."""
    is_open = Q(status__in=sorted(OPEN))
    return {
        Standing.VERIFIED: Q(status=ActionStatus.DONE_VERIFIED),
        Standing.UNVERIFIED: Q(status=ActionStatus.DONE_UNVERIFIED),
        Standing.GIVEN_UP: Q(status__in=sorted(GIVEN_UP)),
        Standing.LATE: is_open & Q(target_on__lt=today),
        Standing.OPEN: is_open & (Q(target_on__isnull=True) | Q(target_on__gte=today)),
    }


def of_age(today: date) -> dict[Age, Q]:
    """Return what matches the actions of each age."""
    found = {Age.NO_DAY: Q(target_on__isnull=True), Age.AHEAD: Q(target_on__gte=today)}
    until = today
    for age, back in BEFORE:
        found[age] = Q(target_on__lt=until, target_on__gte=today - back)
        until = today - back
    return {**found, Age.OLDER: Q(target_on__lt=until)}
