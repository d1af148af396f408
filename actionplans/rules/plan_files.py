"""Rules for files with a plan."""

from datetime import date

from actionplans.models import PlanImport
from reviews import rules
from reviews.access import Refused


def check_is_open_to_change(one: PlanImport) -> None:
    """Refuse to change what a file was read as once it is recorded."""
    if one.is_recorded:
        raise Refused("This file is recorded in the plan. Send a changed file as a new one.")


def check_plan_day(day: date | None, *, today: date) -> None:
    """Refuse an impossible day of a plan. None is possible: many plans have no date."""
    rules.check_possible_on(day, field="plan_on", called="The day of the plan", today=today)
