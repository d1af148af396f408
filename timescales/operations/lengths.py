"""Let a partnership set how long its own things take."""

from datetime import date, datetime

from django.db import transaction

from agencies.access import holds_post
from agencies.models import SETS_LENGTHS, Actor, CommunitySafetyPartnership, person_behind
from audit import trail
from reviews.access import Refused
from reviews.deadlines import find
from reviews.models import LocalLength

LONGEST = 730  # days: beyond it, a figure is a slip


@transaction.atomic
def set_length(
    *,
    partnership: CommunitySafetyPartnership,
    code: str,
    days: int,
    in_working_days: bool,
    from_on: date,
    reason: str,
    today: date,
    by: Actor,
    at: datetime,
) -> LocalLength:
    """
    Set how many days a partnership gives for one thing, for clocks that start from a day on.

    Raises Refused without the post, for a rule that is not the partnership's to set, a figure
    that cannot be meant, or a first day that has passed: what has begun keeps its day.
    """
    if not any(holds_post(by, partnership, kind, today=today) for kind in SETS_LENGTHS):
        raise Refused("Only a CSP officer or the chair of this partnership sets its deadlines.")
    if not find(code).may_be_local:
        raise Refused("This is not the partnership’s to set: an extension or a hold moves it.")
    if not 0 < days <= LONGEST:
        raise Refused(f"Enter a number of days from 1 to {LONGEST}", field="days")
    if from_on < today:
        raise Refused(
            "The first day must be today or in the future: what has begun keeps its day",
            field="from_on",
        )
    made = LocalLength.objects.create(
        partnership=partnership,
        code=code,
        from_on=from_on,
        days=0 if in_working_days else days,
        working_days=days if in_working_days else 0,
        reason=reason,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    trail.record(
        "deadline.length_set",
        by=person_behind(by),
        at=at,
        partnership_id=partnership.pk,
        code=code,
        days=days,
    )
    return made
