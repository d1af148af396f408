"""Put what waits into messages: escalations at once, everything else once a day to each person."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from agencies.models import User
from messaging import post
from messaging.lines import Line
from messaging.models import Message
from reminders.dates import is_quiet
from reminders.models import Digest, Reminder
from reminders.operations.sifting import sift
from reminders.queries.lines import line_for, once_each
from reviews.models import Deadline

DUE, LATE = "reminders_due", "reminders_late"
AT_ONCE = 100  # people in one transaction
GIVE_DIGEST = """
    INSERT INTO reminders_digest (recipient_id, "on")
    SELECT recipient, %s FROM unnest(%s::bigint[]) AS recipient ORDER BY recipient
    ON CONFLICT DO NOTHING RETURNING recipient_id
"""
PUT_INTO = """
    UPDATE reminders_reminder SET state = 'MAILED', message_id = written.message
    FROM unnest(%s::bigint[], %s::bigint[]) AS written (reminder, message)
    WHERE reminders_reminder.id = written.reminder
"""


def write_letters(*, at: datetime) -> list[Message]:
    """Write what is to go now, and queue it. Return the messages."""
    written = write_some(LATE, to_tell_at_once(), at=at)
    if not is_quiet(at):
        written += write_some(DUE, to_tell_today(timezone.localdate(at)), at=at)
    return written


def to_tell_at_once() -> list[int]:
    return people(Reminder.objects.waiting().filter(is_escalation=True))


def to_tell_today(today: date) -> list[int]:
    """Return who has something waiting, and has had no digest today."""
    had = Digest.objects.filter(on=today).values("recipient")
    ordinary = Reminder.objects.waiting().filter(is_escalation=False)
    return people(ordinary.exclude(recipient__in=had))


def people(rows: QuerySet[Reminder]) -> list[int]:
    found = rows.order_by("recipient").values_list("recipient_id", flat=True).distinct()
    return list(found)


def write_some(kind: str, recipients: Sequence[int], *, at: datetime) -> list[Message]:
    written: list[Message] = []
    for start in range(0, len(recipients), AT_ONCE):
        written += write(kind, recipients[start : start + AT_ONCE], at=at)
    return written


@transaction.atomic
def write(kind: str, recipients: Sequence[int], *, at: datetime) -> list[Message]:
    """Write one message of a kind to each of these people, of what nobody else has in hand."""
    today = timezone.localdate(at)
    waiting = Reminder.objects.waiting().filter(
        recipient__in=recipients, is_escalation=kind == LATE
    )
    kept = sift(waiting.select_for_update(of=("self",), skip_locked=True), at=at)
    kept.sort(key=recipient_of)
    by_person = {who: list(some) for who, some in groupby(kept, key=recipient_of)}
    if kind == DUE:
        free = give_digests(list(by_person), today)
        by_person = {who: some for who, some in by_person.items() if who in free}
    addresses = dict(User.objects.filter(pk__in=by_person).values_list("pk", "email"))
    sent = {who: post.send(kind, to=addresses[who], by=None, at=at) for who in by_person}
    rows = [(row.pk, sent[who].pk) for who, some in by_person.items() for row, _ in some]
    put_into(rows)
    return list(sent.values())


def recipient_of(kept: tuple[Reminder, Deadline]) -> int:
    return kept[0].recipient_id or 0


def give_digests(recipients: Sequence[int], today: date) -> set[int]:
    """Give these people the digest of a day; return those who had none."""
    with connection.cursor() as cursor:
        cursor.execute(GIVE_DIGEST, [today, list(recipients)])
        return {row[0] for row in cursor.fetchall()}


def put_into(rows: Iterable[tuple[int, int]]) -> None:
    """Note in which message each reminder is, by their numbers."""
    with connection.cursor() as cursor:
        cursor.execute(PUT_INTO, [list(numbers) for numbers in zip(*rows, strict=True)] or [[], []])


def lines_of(message: Message, *, at: datetime) -> list[Line]:
    """
    Return what a message has to say at the moment it is sent. See `messaging.lines`.

    What was done, moved or handed on since it was written is dropped from it here.
    """
    today = timezone.localdate(at)
    return once_each(
        line_for(row, deadline, today=today)
        for row, deadline in sift(message.reminders.all(), at=at)
    )
