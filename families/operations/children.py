"""Record what the holder of a child's record says of the copy of the report on it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from families import rules
from families.models import ChildRecordCopy
from reviews.models import Person


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What is known of the copy on one child's record; see `ChildRecordCopy`."""

    holder: str = ""
    asked_on: date | None = None
    confirmed_on: date | None = None
    confirmed_by: str = ""
    needs_none: bool = False
    why_none: str = ""


@transaction.atomic
def record_copy(
    *, child: Person, copy: Copy, today: date, by: Actor, at: datetime
) -> ChildRecordCopy:
    """
    Record how far the copy on a child's record is. Sends nothing and asks nobody.

    Raises Refused unless `by` holds the pen, for somebody who is no child of the review, and for
    what cannot be so, as `check_copy` does.
    """
    rules.check_can_write(by, child.review)
    known = ChildRecordCopy.objects.filter(person=child).first()
    row = known or ChildRecordCopy(review=child.review, person=child)
    for name, value in vars(copy).items():
        setattr(row, name, value)
    rules.check_copy(row, today=today)
    row.recorded_at, row.recorded_by = at, person_behind(by)
    row.save()
    trail.record(
        "family.child_copy_recorded",
        by=person_behind(by),
        at=at,
        review_ref=child.review.reference,
        copy_id=row.pk,
    )
    return row
