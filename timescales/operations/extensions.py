"""Agree a later day for the overview report."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from reviews.models import Review
from timescales import rules
from timescales.models import Extension
from timescales.queries.report import report_deadline


@transaction.atomic
def extend(
    *,
    review: Review,
    due_on: date,
    agreed_on: date,
    agreed_by: str,
    cause: str,
    note: str = "",
    late_reason: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> Extension:
    """
    Record that panel and partnership agreed a later day for the report. The statutory day stays.

    late_reason: why it was agreed only after the day that stood.

    Raises Refused without the right, before there is a day to move, for a day that is not later,
    an agreement out of turn, or an impossible day.
    """
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_can_write(by, review)
    report, standing = rules.day_to_move(report_deadline(review))
    rules.check_later(due_on, standing)
    rules.check_not_far(due_on, field="due_on", called="The new day", today=today)
    rules.check_day(review, agreed_on, field="agreed_on", called="The agreement", today=today)
    rules.check_agreed_in_turn(review, agreed_on, report)
    rules.check_late_agreement(agreed_on, standing, late_reason)
    made = Extension.objects.create(
        review=review,
        due_on=due_on,
        agreed_on=agreed_on,
        agreed_by=agreed_by,
        cause=cause,
        note=note,
        late_reason=late_reason,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    trail.record(
        "extension.agreed",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        extension_id=made.pk,
        cause=cause,
    )
    return made


@transaction.atomic
def take_back(*, extension: Extension, by: Actor, at: datetime) -> None:
    """Take out a later day that was recorded by mistake. Its history is kept. Raises Refused."""
    rules.check_can_write(by, extension.review)
    trail.record(
        "extension.taken_back",
        by=person_behind(by),
        at=at,
        review_ref=extension.review.reference,
        extension_id=extension.pk,
    )
    extension.delete()
