"""Note in the ledger what the deadlines owe by now. Safe to run twice, and by two at once."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from reminders.models import Reminder, State, Why, key_of
from reminders.queries.recipients import NOBODY, Circle, circle_of
from reviews.deadlines.reminding import Owed, StepDay, owed
from reviews.models import Deadline

AT_ONCE = 500  # deadlines in one transaction
MOST = 10_000  # in one go: the next goes on
NOT_NOW = timedelta(days=7)  # a review that has ended may be taken a step back
LOOK_NEXT = """
    UPDATE reviews_deadline SET next_step_on = looked.next_on
    FROM unnest(%s::bigint[], %s::date[]) AS looked (id, next_on)
    WHERE reviews_deadline.id = looked.id
"""


def sweep(*, at: datetime) -> bool:
    """Look at every deadline whose day has come. Tell whether all of them were looked at."""
    looked_at = 0
    while looked_at < MOST:
        some = sweep_some(at=at)
        looked_at += some
        if some < AT_ONCE:
            return True
    return False


@transaction.atomic
def sweep_some(*, at: datetime) -> int:
    """Do the same for some that nobody else is looking at; return how many they were."""
    today = timezone.localdate(at)
    due = Deadline.objects.to_remind_of(today).select_related("review", "involvement")
    due = due.select_for_update(of=("self",), skip_locked=True)
    owing = {one: owed_of(one, today=today) for one in due[:AT_ONCE]}
    note(owing, today=today, at=at)
    look_next({one: found.next_on for one, found in owing.items()})
    return len(owing)


def owed_of(deadline: Deadline, *, today: date) -> Owed:
    stands_on, since = deadline.stands_on, deadline.next_step_on
    if deadline.met_on or stands_on is None or since is None:
        return Owed(tell=None, missed=(), late_by=0, next_on=None)
    if deadline.review.has_ended:
        return Owed(tell=None, missed=(), late_by=0, next_on=today + NOT_NOW)
    return owed(
        deadline.rule,
        started_on=deadline.started_on,
        stands_on=stands_on,
        since=since,
        noted_on=timezone.localdate(deadline.noted_at),
        today=today,
    )


def note(owing: Mapping[Deadline, Owed], *, today: date, at: datetime) -> None:
    """Write what is owed into the ledger; what stands there already is left as it is."""
    telling = {one: found for one, found in owing.items() if found.tell}
    if not telling:
        return
    circle = circle_of(telling, today=today)
    rows = [
        row for one, found in telling.items() for row in rows_for(one, found, circle=circle, at=at)
    ]
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)
    take_up_again([row for row in rows if row.state == State.WAITING], at=at)


def rows_for(
    deadline: Deadline, found: Owed, *, circle: Circle, at: datetime
) -> Iterator[Reminder]:
    for step in found.missed:
        yield from rows_of(
            deadline, step, circle, at=at, state=State.MISSED, why=Why.OVERTAKEN, ended_at=at
        )
    if found.tell:
        yield from rows_of(deadline, found.tell, circle, at=at, late_by=found.late_by)


def rows_of(
    deadline: Deadline, step: StepDay, circle: Circle, *, at: datetime, **values: object
) -> Iterator[Reminder]:
    """Yield a row for each person who is told of one step."""
    review, code, subject, stands_on = key_of(deadline)
    for recipient in circle.told(deadline, escalated=step.is_escalation):
        row = Reminder(
            review_id=review,
            code=code,
            subject=subject,
            stands_on=stands_on,
            involvement_id=deadline.involvement_id,
            step=step.key,
            step_on=step.on,
            is_escalation=step.is_escalation,
            recipient_id=recipient.user_id,
            role=recipient.role,
            instead_of_id=recipient.instead_of,
            noted_at=at,
            **values,
        )
        if row.state == State.WAITING and (recipient == NOBODY or recipient.is_away):
            why = Why.NOBODY if recipient == NOBODY else Why.ABSENT
            row.state, row.why, row.ended_at = State.WITHHELD, why, at
        yield row


def take_up_again(rows: Iterable[Reminder], *, at: datetime) -> None:
    """Have what was cancelled wait again: the deadline stands once more as it did, unmet."""
    wanted = {name_of(row) for row in rows}
    cancelled = Reminder.objects.filter(
        state=State.CANCELLED, review__in={row.review_id for row in rows}
    )
    again = [one.pk for one in cancelled if name_of(one) in wanted]
    if again:
        Reminder.objects.filter(pk__in=again).update(
            state=State.WAITING, why="", ended_at=None, noted_at=at
        )


def name_of(reminder: Reminder) -> tuple[object, ...]:
    return *key_of(reminder), reminder.step, reminder.recipient_id


def look_next(days: Mapping[Deadline, date | None]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(LOOK_NEXT, [[one.pk for one in days], list(days.values())])
