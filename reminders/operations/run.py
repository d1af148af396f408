"""Sweep, write and send in one go, and say what came of it: for a command."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from messaging import delivery
from messaging.models import Message
from messaging.models import State as Sending
from reminders.models import Reminder, State, Why
from reminders.operations.bouncing import pass_on
from reminders.operations.letters import DUE, LATE, write_letters
from reminders.operations.sweeping import sweep

WAITS = "It waits for working hours, or for tomorrow's message"


@dataclass(frozen=True)
class Done:
    """How many reminders were put into messages, and sent; and which were not, with the reason."""

    queued: int
    sent: int
    skipped: list[dict[str, Any]]


def run(*, at: datetime) -> Done:
    """Do what is due at a moment, and send every reminder's message that is due by then."""
    pass_on(at=at)
    while not sweep(at=at):
        pass
    written = write_letters(at=at)
    queued = Reminder.objects.filter(message__in=written).count()
    due = Message.objects.due(at=at).filter(kind__in=[DUE, LATE]).order_by("try_after", "pk")
    going = list(due.values_list("pk", flat=True))
    for message_id in going:
        delivery.deliver(message_id=message_id, at=at)
    sent = Reminder.objects.filter(message__in=going, message__state=Sending.SENT)
    return Done(queued, sent.count(), skipped(at=at))


def skipped(*, at: datetime) -> list[dict[str, Any]]:
    """Return what was not sent at a moment, and what waits still."""
    rows = Reminder.objects.filter(Q(ended_at=at) | Q(state=State.WAITING))
    return [
        {
            "reason": Why(row.why).label if row.why else WAITS,
            "review": row.review.reference,
            "code": row.code,
            "step": row.step,
            "recipient": row.recipient_id,
        }
        for row in rows.select_related("review").order_by("pk")
    ]
