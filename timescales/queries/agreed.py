"""The later days that extensions and holds give. Read by the clock: see CLOCK_AGREED."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from reviews.models import Deadline
from timescales.models import Extension, Hold
from timescales.queries.report import REPORT


def later_days(deadlines: Sequence[Deadline], *, today: date) -> list[date | None]:
    """
    Return, for each deadline, the later day that was agreed; None where none was.

    An extension gives the report its new day. A hold moves what waits for it by the days it
    took, counted from the start or, once extended, from that agreement: until it ends, one more
    every day. Days after the thing was done move nothing.
    """
    ids = {deadline.review_id for deadline in deadlines}
    holds: dict[int, list[Hold]] = defaultdict(list)
    for hold in Hold.objects.filter(review__in=ids, began_on__lte=today):
        holds[hold.review_id].append(hold)
    last = {
        extension.review_id: extension
        for extension in Extension.objects.filter(review__in=ids, agreed_on__lte=today).order_by(
            "agreed_on", "pk"
        )
    }
    return [
        later_day(
            deadline,
            holds=holds[deadline.review_id],
            extension=last.get(deadline.review_id) if deadline.code == REPORT else None,
            today=today,
        )
        for deadline in deadlines
    ]


def later_day(
    deadline: Deadline, *, holds: Iterable[Hold], extension: Extension | None, today: date
) -> date | None:
    if deadline.due_on is None or not deadline.rule.waits_in_hold:
        return None
    due_on, since = deadline.due_on, deadline.started_on
    if extension:
        due_on, since = extension.due_on, extension.agreed_on
    held = days_held(holds, since, until=deadline.met_on or today)
    if not (extension or held):
        return None
    return due_on + timedelta(days=held)


def waits(deadline: Deadline) -> bool:
    """Test whether a hold that runs holds a deadline up."""
    return deadline.is_running and deadline.rule.waits_in_hold


def days_held(holds: Iterable[Hold], since: date, *, until: date) -> int:
    """Return on how many days of a time a review was on hold; each day once."""
    days = 0
    reached = since
    for hold in sorted(holds, key=lambda one: one.began_on):
        begin, end = max(hold.began_on, reached), min(hold.ended_on or until, until)
        if end > begin:
            days += (end - begin).days
            reached = end
    return days
