"""Take a call into the sequence that a report draws, word it, move it, take it out."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from agencies.models import Actor, person_behind
from chronologies.models import ChronologyEntry
from reports.models import ReportCall
from reports.operations.record import record
from reports.rules import calls as rules
from reports.rules.calls import Told
from reviews.models import Review


@transaction.atomic
def take_call(
    *, review: Review, entry: ChronologyEntry, told: Told, by: Actor, at: datetime
) -> ReportCall:
    """
    Add an event of the chronology at the end of the sequence.

    Raises Refused without the right, for an event of another review, and for what cannot be drawn.
    """
    rules.check_can_take(by, review, entry)
    rules.check_told(review, told)
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    call = ReportCall.objects.create(
        review=review,
        number=review.report_calls.count() + 1,
        event=entry.root,
        **vars(told),
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("report.call_taken", review, by=by, at=at, call=call.pk)
    return call


@transaction.atomic
def word_call(*, call: ReportCall, told: Told, by: Actor, at: datetime) -> None:
    """Say otherwise who called whom and what was said. Raises Refused as `take_call`."""
    rules.check_can_word(by, call)
    rules.check_told(call.review, told, but=call.number)
    call.caller, call.called, call.words = told.caller, told.called, told.words
    call.recorded_at, call.recorded_by = at, person_behind(by)
    call.save()
    record("report.call_worded", call.review, by=by, at=at, call=call.pk)


@transaction.atomic
def move_call(*, call: ReportCall, places: int, by: Actor, at: datetime) -> None:
    """Change places with the call before (-1) or after (1). The first cannot go further up."""
    rules.check_can_word(by, call)
    Review.objects.select_for_update(of=("self",)).get(pk=call.review_id)
    call.refresh_from_db(fields=["number"])
    other = call.review.report_calls.filter(number=call.number + places).first()
    if other is None:
        return
    call.number, other.number = other.number, call.number
    ReportCall.objects.bulk_update([call, other], ["number"])
    record("report.call_worded", call.review, by=by, at=at, call=call.pk)


@transaction.atomic
def drop_call(*, call: ReportCall, by: Actor, at: datetime) -> None:
    """Take a call out of the sequence; drafts that show it keep it. Raises Refused as above."""
    rules.check_can_word(by, call)
    Review.objects.select_for_update(of=("self",)).get(pk=call.review_id)
    call.refresh_from_db(fields=["number"])
    record("report.call_dropped", call.review, by=by, at=at, call=call.pk)
    call.review.report_calls.filter(number__gt=call.number).update(number=F("number") - 1)
    call.delete()
