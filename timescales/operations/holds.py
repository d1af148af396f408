"""Pause a review, look at the pause again, and end it."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from reviews.models import Review
from timescales import rules
from timescales.models import Hold, HoldLook


@transaction.atomic
def put_on_hold(
    *,
    review: Review,
    cause: str,
    began_on: date,
    review_on: date | None,
    agreed_by: str,
    ended_on: date | None = None,
    note: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> Hold:
    """
    Record that a review waits, why, who agreed it and when it is looked at again; or, where
    `ended_on` is told, that it waited.

    Raises Refused without the right, at a stage that has nothing to hold, where it waits already,
    or for an impossible day.
    """
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_can_hold(by, review, is_over=ended_on is not None)
    rules.check_day(review, began_on, field="began_on", called="The beginning", today=today)
    if ended_on:
        rules.check_day(review, ended_on, field="ended_on", called="The end", today=today)
        rules.check_after_beginning(began_on, ended_on, field="ended_on", called="The end")
    else:
        rules.check_no_other_runs(review)
        rules.check_next_look(review_on, today=today)
    rules.check_outside_others(review, began_on, ended_on)
    hold = Hold.objects.create(
        review=review,
        cause=cause,
        note=note,
        agreed_by=agreed_by,
        began_on=began_on,
        review_on=review_on or ended_on or today,
        ended_on=ended_on,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    _record("hold.began", hold, by=by, at=at, cause=cause)
    return hold


@transaction.atomic
def look_again(
    *,
    hold: Hold,
    looked_on: date,
    next_on: date,
    note: str,
    today: date,
    by: Actor,
    at: datetime,
) -> HoldLook:
    """
    Record that a hold was looked at again and goes on until the next look.

    Raises Refused without the right, for a hold that has ended, or an impossible day.
    """
    rules.check_can_write(by, hold.review)
    rules.check_runs(hold)
    rules.check_day(hold.review, looked_on, field="looked_on", called="The look", today=today)
    rules.check_after_beginning(hold.began_on, looked_on, field="looked_on", called="The look")
    rules.check_ahead(next_on, field="next_on", called="The next look", today=today)
    look = HoldLook.objects.create(
        hold=hold,
        looked_on=looked_on,
        next_on=next_on,
        note=note,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    hold.review_on = next_on
    hold.save(update_fields=["review_on"])
    _record("hold.looked_at_again", hold, by=by, at=at)
    return look


@transaction.atomic
def end_hold(
    *, hold: Hold, ended_on: date, end_note: str = "", today: date, by: Actor, at: datetime
) -> Hold:
    """
    Record that the review goes on. Raises Refused as `look_again` does.
    """
    rules.check_can_write(by, hold.review)
    rules.check_runs(hold)
    rules.check_day(hold.review, ended_on, field="ended_on", called="The end", today=today)
    rules.check_after_beginning(hold.began_on, ended_on, field="ended_on", called="The end")
    hold.ended_on, hold.end_note = ended_on, end_note
    hold.save(update_fields=["ended_on", "end_note"])
    _record("hold.ended", hold, by=by, at=at)
    return hold


@transaction.atomic
def take_back(*, hold: Hold, by: Actor, at: datetime) -> None:
    """Take out a hold that was recorded by mistake. Its history is kept. Raises Refused."""
    rules.check_can_write(by, hold.review)
    _record("hold.taken_back", hold, by=by, at=at)
    hold.delete()


def _record(event: str, hold: Hold, *, by: Actor, at: datetime, **ids: str) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=hold.review.reference,
        hold_id=hold.pk,
        **ids,
    )
