"""Record what other bodies' proceedings mean for the review."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from panels.models import ParallelProcess, ProcessDate, ProcessEffect
from panels.rules import processes as rules
from reviews.models import Review

EFFECTS = tuple(ProcessEffect.values)


@dataclass(frozen=True, kw_only=True)
class Proceeding:
    """
    Another body's process, as it stands.

    holds_back: what it keeps the review from, of EFFECTS; then also why and who can lift it.
    """

    kind: str
    status: str
    body: str = ""
    reference: str = ""
    lead_contact: str = ""
    started_on: date | None = None
    outcome: str = ""
    holds_back: list[str] = field(default_factory=list)
    held_back_why: str = ""
    may_lift: str = ""
    reporting_restrictions: str = ""
    disclosure: str = ""
    joined_up: str = ""


@transaction.atomic
def add_process(
    *, review: Review, proceeding: Proceeding, today: date, by: Actor, at: datetime
) -> ParallelProcess:
    """
    Record a process beside the review, or that one was considered and does not apply.

    Raises Refused without the right, for an impossible day, or where what has ended holds back.
    """
    process = ParallelProcess(review=review, recorded_at=at, recorded_by=person_behind(by))
    _write(process, proceeding, today=today, by=by)
    _record("process.recorded", process, by=by, at=at)
    return process


@transaction.atomic
def change_process(
    *, process: ParallelProcess, proceeding: Proceeding, today: date, by: Actor, at: datetime
) -> ParallelProcess:
    """Record how a process stands now. Raises Refused as `add_process` does."""
    _write(process, proceeding, today=today, by=by)
    _record("process.changed", process, by=by, at=at)
    return process


@transaction.atomic
def hold_back(
    *,
    process: ParallelProcess,
    holds_back: Sequence[str],
    why: str,
    may_lift: str,
    by: Actor,
    at: datetime,
) -> ParallelProcess:
    """
    Record what a process holds back from now on; what is not among it is lifted.

    Raises Refused as `add_process` does.
    """
    rules.check_can_write(by, process.review)
    rules.check_holds_back(process.status, holds_back=list(holds_back), why=why, may_lift=may_lift)
    _set_effects(process, holds_back)
    process.held_back_why, process.may_lift = why, may_lift
    process.save()
    _record("process.changed", process, by=by, at=at)
    return process


@transaction.atomic
def add_date(
    *, process: ParallelProcess, on: date, what: str, by: Actor, at: datetime
) -> ProcessDate:
    """Record a day of a process, past or to come. Raises Refused without the right."""
    rules.check_can_write(by, process.review)
    day = ProcessDate.objects.create(process=process, on=on, what=what)
    _record("process.changed", process, by=by, at=at)
    return day


@transaction.atomic
def remove_date(*, day: ProcessDate, by: Actor, at: datetime) -> None:
    """Take a day of a process out again. Raises Refused without the right."""
    rules.check_can_write(by, day.process.review)
    _record("process.changed", day.process, by=by, at=at)
    day.delete()


def _write(process: ParallelProcess, proceeding: Proceeding, *, today: date, by: Actor) -> None:
    rules.check_can_write(by, process.review)
    rules.check_started(proceeding.started_on, today=today)
    rules.check_holds_back(
        proceeding.status,
        holds_back=proceeding.holds_back,
        why=proceeding.held_back_why,
        may_lift=proceeding.may_lift,
    )
    said = dict(vars(proceeding))
    holds_back = said.pop("holds_back")
    for name, value in said.items():
        setattr(process, name, value)
    _set_effects(process, holds_back)
    process.save()


def _set_effects(process: ParallelProcess, holds_back: Sequence[str]) -> None:
    for effect in EFFECTS:
        setattr(process, f"holds_back_{effect}", effect in holds_back)


def _record(event: str, process: ParallelProcess, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=process.review.reference,
        process_id=process.pk,
    )
