"""Record what was said with those who speak for other bodies' processes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from panels.models import ParallelProcess
from panels.operations.processes import hold_back as hold_back_by_process
from proceedings import rules
from proceedings.models import ProcessContact
from proceedings.operations.recording import record


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """Who was spoken to, how, what was said, and when to turn to them again."""

    happened_on: date
    post: str
    way: str
    said: str
    who: str = ""
    next_on: date | None = None


@transaction.atomic
def record_contact(
    *,
    process: ParallelProcess,
    exchange: Exchange,
    holds_back: Sequence[str],
    held_back_why: str = "",
    may_lift: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> ProcessContact:
    """
    Record an exchange about a process, and what the process holds back from now on.

    holds_back: of `ProcessEffect`; what was held back and is not among it is lifted by this.

    Raises Refused without the right, for an impossible day, or where something is held back
    without a reason and somebody who can lift it.
    """
    rules.check_can_write(by, process.review)
    process = ParallelProcess.objects.select_for_update(of=("self",)).get(pk=process.pk)
    _check(exchange, today=today)
    before, after = {str(one) for one in process.effects}, set(holds_back)
    contact = ProcessContact.objects.create(
        process=process,
        **vars(exchange),
        put=sorted(after - before),
        lifted=sorted(before - after),
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    if (before, process.held_back_why, process.may_lift) != (after, held_back_why, may_lift):
        hold_back_by_process(
            process=process,
            holds_back=holds_back,
            why=held_back_why,
            may_lift=may_lift,
            by=by,
            at=at,
        )
    _record("process.contacted", contact, by=by, at=at)
    return contact


@transaction.atomic
def change_contact(
    *, contact: ProcessContact, exchange: Exchange, today: date, by: Actor, at: datetime
) -> ProcessContact:
    """Mend what was recorded of an exchange. Raises Refused as `record_contact` does."""
    rules.check_can_write(by, contact.process.review)
    _check(exchange, today=today)
    for name, value in vars(exchange).items():
        setattr(contact, name, value)
    contact.save(update_fields=list(vars(exchange)))
    _record("process.contact_changed", contact, by=by, at=at)
    return contact


def _check(exchange: Exchange, *, today: date) -> None:
    rules.check_day(exchange.happened_on, field="happened_on", called="The contact", today=today)
    rules.check_next(exchange.next_on, happened_on=exchange.happened_on)


def _record(event: str, contact: ProcessContact, *, by: Actor, at: datetime) -> None:
    record(
        event, contact.process.review, by=by, at=at,
        process_id=contact.process_id, contact_id=contact.pk,
    )  # fmt: skip
