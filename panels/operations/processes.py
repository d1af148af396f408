"""Record what other bodies' proceedings mean for the review."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from panels.models import ParallelProcess, ProcessDate
from panels.rules import processes as rules
from reviews.models import Review

EFFECTS = ("family", "interviews", "publication")


@dataclass(frozen=True, kw_only=True)
class Proceeding:
    """
    Another body's process, as it stands.

    holds_back: what it keeps the review from, of EFFECTS.
    """

    kind: str
    status: str
    body: str = ""
    reference: str = ""
    lead_contact: str = ""
    started_on: date | None = None
    outcome: str = ""
    holds_back: list[str] = field(default_factory=list)
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
    rules.check_holds_back(proceeding.status, holds_back=proceeding.holds_back)
    said = dict(vars(proceeding))
    holds_back = said.pop("holds_back")
    for name, value in said.items():
        setattr(process, name, value)
    for effect in EFFECTS:
        setattr(process, f"holds_back_{effect}", effect in holds_back)
    process.save()


def _record(event: str, process: ParallelProcess, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=process.review.reference,
        process_id=process.pk,
    )
