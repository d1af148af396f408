"""Look at reminders again before they go: what was done, moved or handed on meanwhile goes not."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from reminders.models import Key, Reminder, State, Why, key_of
from reminders.queries.recipients import Circle, Recipient, circle_of
from reminders.queries.standing import deadlines_behind
from reviews.models import Deadline

Sifted = list[tuple[Reminder, Deadline]]


def sift(reminders: Iterable[Reminder], *, at: datetime) -> Sifted:
    """
    Return the reminders that are still to be sent, each with its deadline, soonest first.

    The others are dropped with their reason. One that is no longer its recipient's has the
    deadline swept again, so that whoever it is now is told.
    """
    rows, today = list(reminders), timezone.localdate(at)
    standing = deadlines_behind(rows)
    settled = [row for row in rows if key_of(row) not in standing]
    rows = [row for row in rows if key_of(row) in standing]
    circle = circle_of(standing.values(), today=today)
    strays = [row for row in rows if not is_theirs(row, standing[key_of(row)], circle)]
    overtaken = all_but_last([row for row in rows if row not in strays])
    Reminder.drop(settled, State.CANCELLED, Why.SETTLED, at=at)
    Reminder.drop(strays, State.CANCELLED, Why.NOT_THEIRS, at=at)
    Reminder.drop(overtaken, State.MISSED, Why.OVERTAKEN, at=at)
    for row in strays:
        sweep_again(standing[key_of(row)], row.step_on)
    gone = {*strays, *overtaken}
    kept = [(row, standing[key_of(row)]) for row in rows if row not in gone]
    return sorted(kept, key=lambda pair: (pair[0].stands_on, pair[1].review.reference, pair[0].pk))


def is_theirs(row: Reminder, deadline: Deadline, circle: Circle) -> bool:
    """Test whether somebody is still to be told, in their own part or in somebody else's stead."""
    told = circle.told(deadline, escalated=row.is_escalation)
    if row.instead_of_id:
        told += circle.deputies(deadline, Recipient(row.instead_of_id, row.role))
    return any(one.user_id == row.recipient_id and not one.is_away for one in told)


def all_but_last(rows: Iterable[Reminder]) -> list[Reminder]:
    """Return those of whose deadline the same person has a later reminder waiting."""
    last: dict[tuple[Key, int | None], Reminder] = {}
    overtaken = []
    for row in sorted(rows, key=lambda row: (row.step_on, row.is_escalation, row.pk)):
        before = last.get((key_of(row), row.recipient_id))
        if before:
            overtaken.append(before)
        last[key_of(row), row.recipient_id] = row
    return overtaken


def sweep_again(deadline: Deadline, day: date) -> None:
    """Have a deadline looked at from an earlier step on, for whoever it concerns now."""
    later = Q(next_step_on__isnull=True) | Q(next_step_on__gt=day)
    Deadline.objects.filter(later, pk=deadline.pk).update(next_step_on=day)
