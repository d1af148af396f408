"""Decide what the days of a review were spent on."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from reviews.access import Refused
from reviews.models import Review
from timescales import rules
from timescales.models import DelaySpan


@transaction.atomic
def attribute(
    *,
    review: Review,
    from_on: date,
    to_on: date,
    cause: str,
    note: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> DelaySpan:
    """
    Attribute some days, first and last included, to a cause. What was decided later stands over
    what was decided before.

    Raises Refused without the right, or for days outside the review.
    """
    rules.check_can_write(by, review)
    rules.check_not_before(
        from_on, review.notified_on, field="from_on", called="The first day",
        what="the notification",
    )  # fmt: skip
    rules.check_not_before(
        to_on, from_on, field="to_on", called="The last day", what="the first day"
    )
    if to_on > today:
        raise Refused("The last day must be today or in the past", field="to_on")
    span = DelaySpan.objects.create(
        review=review,
        from_on=from_on,
        to_on=to_on,
        cause=cause,
        note=note,
        decided_at=at,
        decided_by=person_behind(by),
    )
    _record("delay.decided", span, by=by, at=at)
    return span


@transaction.atomic
def take_back(*, span: DelaySpan, by: Actor, at: datetime) -> None:
    """Take a decision on days back: the records propose their cause again. Raises Refused."""
    rules.check_can_write(by, span.review)
    _record("delay.taken_back", span, by=by, at=at)
    span.delete()


def _record(event: str, span: DelaySpan, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=span.review.reference,
        span_id=span.pk,
        cause=span.cause,
    )
