"""Bring in a file with a plan: kept first, looked over, recorded when somebody says so."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from actionplans.models import PlanImport
from actionplans.operations.filling import Filling
from actionplans.operations.numbering import hold
from actionplans.queries.plan_changes import Changes, changes_of
from actionplans.queries.plan_reading import reading_of
from actionplans.readers.columns import PlanColumn
from actionplans.readers.found import as_data
from actionplans.readers.opening import why_not
from actionplans.rules.plan import check_can_plan
from actionplans.rules.plan_files import check_is_open_to_change, check_plan_day
from agencies.models import Actor, person_behind
from audit import trail
from chronologies.operations.keeping import storable
from chronologies.readers.grid import CannotRead
from documents.kinds import DocumentKind
from documents.models import Document, FileNotOpen
from reviews.access import Refused
from reviews.models import Review

SHOWN_OTHER = (
    "Nothing was recorded: the plan, or what was said of this file, has changed since the page was "
    "shown to you. Here is what recording would do now. Look it over and record it."
)


@transaction.atomic
def receive_plan(
    *,
    review: Review,
    document: Document,
    plan_on: date | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> PlanImport:
    """
    Keep a file with a plan, to be looked over. Nothing of it is in the plan yet.

    plan_on: the day of the plan, where it is known.

    Raises Refused without the right, for a kind of file that holds no cells, or an impossible day.
    """
    check_can_plan(by, review)
    if reason := why_not(DocumentKind(document.kind)):
        raise Refused(reason, field="document")
    check_plan_day(plan_on, today=today)
    review = hold(review)
    one = PlanImport.objects.create(
        review=review,
        number=review.plan_imports.count() + 1,
        document=document,
        plan_on=plan_on,
        received_at=at,
        received_by=person_behind(by),
    )
    record("plan.file_received", one, by=by, at=at)
    return one


@transaction.atomic
def say_columns(
    *, one: PlanImport, part: int, columns: list[PlanColumn], by: Actor, at: datetime
) -> None:
    """
    Say what the columns of one part of a file hold. What was mended in its rows is read anew.

    Raises Refused without the right, or once the file is recorded.
    """
    check_can_plan(by, one.review)
    check_is_open_to_change(one)
    one.columns = {**one.columns, str(part): [str(column) for column in columns]}
    one.mended = {}
    one.save(update_fields=["columns", "mended"])
    record("plan.file_mended", one, by=by, at=at)


@transaction.atomic
def mend(*, one: PlanImport, place: int, said: dict[str, Any], by: Actor, at: datetime) -> None:
    """
    Say of one recommendation of a file what its words mean, or why it is left out.

    said: as `queries.plan_reading.understand` takes it; empty to go by the words again.

    Raises Refused without the right, or once the file is recorded.
    """
    check_can_plan(by, one.review)
    check_is_open_to_change(one)
    one.mended = {**one.mended, str(place): said}
    one.save(update_fields=["mended"])
    record("plan.file_mended", one, by=by, at=at)


@transaction.atomic
def record_plan(
    *, one: PlanImport, shown: str | None = None, today: date, by: Actor, at: datetime
) -> Changes:
    """
    Put what was read of a file into the plan: what is new, and what is changed.

    What the plan has and the file has not is left alone, and told of. Returns what was done.

    shown: `Changes.mark` of what somebody looked over; None where nobody looks, as in a command.

    Raises Refused without the right, twice, where the file cannot be read or holds nothing, or
    where it would do something else than was shown.
    """
    check_can_plan(by, one.review)
    review = hold(one.review)
    one = PlanImport.objects.select_related("review", "document").get(pk=one.pk)
    check_is_open_to_change(one)
    try:
        reading = reading_of(one, today=today)
    except (CannotRead, FileNotOpen) as reason:
        raise Refused(str(reason)) from reason
    if not reading.kept:
        raise Refused("No recommendation was found in this file, so there is nothing to record.")
    changes = changes_of(review, reading)
    if shown is not None and shown != changes.mark:
        raise Refused(SHOWN_OTHER)
    filling = Filling(one, today=today, by=by, at=at)
    for change in changes.all:
        filling.put(change)
    one.reading = storable(as_data(reading.plan))
    one.tally = changes.tally
    one.recorded_at, one.recorded_by = at, person_behind(by)
    one.save(update_fields=["reading", "tally", "recorded_at", "recorded_by"])
    record("plan.file_recorded", one, by=by, at=at)
    return changes


def record(event: str, one: PlanImport, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=one.review.reference,
        plan_import=one.number,
        document_id=one.document_id,
    )
