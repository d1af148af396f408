"""
Measure the sweep that finds what reminders deadlines owe, with a great many deadlines.

`run.py bench --sweep` fills as the owner and measures as the web role, at two sizes.
"""

import json
import resource
from collections.abc import Callable
from datetime import datetime
from functools import partial
from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.utils import timezone

from dhr.benchmark import deadlines
from messaging import delivery, post
from messaging.models import Message
from reminders.models import Reminder
from reminders.operations.letters import write_letters
from reminders.operations.sweeping import sweep
from reviews.models import Deadline

AT_ONCE = 20  # messages
BARE = """
    SELECT d.*, r.* FROM reviews_deadline d JOIN reviews_review r ON r.id = d.review_id
    WHERE d.next_step_on <= %s ORDER BY d.next_step_on, d.id
"""


class Command(BaseCommand):
    help = "Times the sweep of deadlines against the bare SQL that selects them and the sends."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--fill", type=int, metavar="ROWS", help="only bring it to so many")
        parser.add_argument("--due", type=int, default=5000, help="how many of them are due")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("It fills a database of its own. Run: python3 run.py bench --sweep")
        if options["fill"]:
            return deadlines.fill(rows=options["fill"], due=options["due"])
        self.stdout.write(json.dumps(self.measure()))

    def measure(self) -> dict[str, Any]:
        """Sweep, and send what is due; and as many plain messages, some and some in turn."""
        day = timezone.make_aware(datetime.fromisoformat(deadlines.DAY)).replace(hour=9)
        with connection.cursor() as cursor:
            bare, due = timed(lambda: selected(cursor, deadlines.DAY))
        send_plain(AT_ONCE, at=day)  # what the first of all costs is nobody's
        before = peak()
        noting, _ = timed(lambda: sweep(at=day))
        writing, written = timed(lambda: write_letters(at=day))
        sending, sends = in_turn(written, at=day)
        after, spent = peak(), noting + writing + sending
        put_back()
        return {
            "deadlines": Deadline.objects.count(),
            "due": due,
            "messages": len(written),
            "bare SQL, s": round(bare, 3),
            "as many plain messages, s": round(sends, 3),
            "noting, s": round(noting, 3),
            "writing, s": round(writing, 3),
            "sending, s": round(sending, 3),
            "ratio to the SQL and its own sends": round(spent / (bare + sending), 2),
            "ratio to the SQL and plain messages": round(spent / (bare + sends), 2),
            "memory grew by, MB": round(after - before, 1),
        }


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = perf_counter()
    outcome = work()
    return perf_counter() - start, outcome


def selected(cursor: Any, day: str) -> int:
    cursor.execute(BARE, [day])
    return len(cursor.fetchall())


def in_turn(written: list[Message], *, at: datetime) -> tuple[float, float]:
    """
    Return how long it takes to send what was written, and to write and send as many plain ones.

    Some of these and some of those: whatever else the machine has to do slows both.
    """
    ours = plain = 0.0
    for start in range(0, len(written), AT_ONCE):
        some = written[start : start + AT_ONCE]
        ours += timed(partial(deliver, some, at=at))[0]
        plain += timed(partial(send_plain, len(some), at=at))[0]
    return ours, plain


def send_plain(count: int, *, at: datetime) -> None:
    """Write and send messages that list nothing, to as many people."""
    with transaction.atomic():
        written = [
            post.send("stage_moved", to=f"officer{n}@bench.example", by=None, at=at)
            for n in range(count)
        ]
    deliver(written, at=at)


def deliver(messages: list[Message], *, at: datetime) -> None:
    for message in messages:
        delivery.deliver(message_id=message.pk, at=at)


def peak() -> float:
    """Return the most memory this process has had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@transaction.atomic
def put_back() -> None:
    """Have the same deadlines due again, for the next measurement."""
    due = Deadline.objects.filter(due_on=deadlines.DAY)
    due.update(next_step_on=deadlines.DAY)
    Reminder.objects.all().delete()
    connection.cursor().execute("DELETE FROM reminders_digest")
