"""Look once a year at what a review rests on: the chair's contract, the agreements on data."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from reviews.models import Review
from timescales import rules
from timescales.models import YearlyLook
from timescales.queries.report import decided_on


@transaction.atomic
def look(
    *, review: Review, looked_on: date, note: str, today: date, by: Actor, at: datetime
) -> YearlyLook:
    """
    Record a look. The next is due a year on.

    Raises Refused without the right, before the decision to review, twice for one day, or for an
    impossible day.
    """
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_can_look_yearly(by, review)
    rules.check_day(review, looked_on, field="looked_on", called="The look", today=today)
    rules.check_look(review, looked_on, decided_on=decided_on(review))
    made = YearlyLook.objects.create(
        review=review,
        looked_on=looked_on,
        note=note,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    _record("yearly_look.recorded", made, by=by, at=at)
    return made


@transaction.atomic
def take_back(*, look: YearlyLook, by: Actor, at: datetime) -> None:
    """Take out a look that was recorded by mistake. Its history is kept. Raises Refused."""
    rules.check_can_look_yearly(by, look.review)
    _record("yearly_look.taken_back", look, by=by, at=at)
    look.delete()


def _record(event: str, look: YearlyLook, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=look.review.reference,
        yearly_look_id=look.pk,
    )
