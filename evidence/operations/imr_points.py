"""Write good practice, missed opportunities, learning, recommendations and actions, in order."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Max

from agencies.models import Actor
from evidence.models import ImrPoint, IndividualManagementReview, PointKind
from evidence.operations.imr_drafts import draft_of
from reviews.rules import check_possible_on


@transaction.atomic
def add_point(
    *,
    imr: IndividualManagementReview,
    kind: PointKind,
    text: str,
    done_on: date | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> ImrPoint:
    """
    Add a line at the end of its kind.

    Raises Refused for somebody who does not write it, while it waits for sign-off, or for an
    impossible day.
    """
    draft = draft_of(imr, by=by, at=at)
    check_done_on(done_on, today=today)
    last = draft.points.filter(kind=kind).aggregate(Max("number"))["number__max"] or 0
    return ImrPoint.objects.create(
        version=draft, kind=kind, number=last + 1, text=text.strip(), done_on=done_on
    )


@transaction.atomic
def change_point(
    *,
    imr: IndividualManagementReview,
    point: ImrPoint,
    text: str,
    done_on: date | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """Word a line differently. It stays the same line. Raises Refused as `add_point` does."""
    draft = draft_of(imr, by=by, at=at)
    check_done_on(done_on, today=today)
    point = draft.points.get(pk=point.pk)
    point.text, point.done_on = text.strip(), done_on
    point.save(update_fields=["text", "done_on"])


@transaction.atomic
def remove_point(
    *, imr: IndividualManagementReview, point: ImrPoint, by: Actor, at: datetime
) -> None:
    """Take a line out; those after it move up. Raises Refused as `add_point` does."""
    draft = draft_of(imr, by=by, at=at)
    point = draft.points.get(pk=point.pk)
    point.delete()
    later = draft.points.filter(kind=point.kind, number__gt=point.number)
    later.update(number=F("number") - 1)


@transaction.atomic
def move_point_up(
    *, imr: IndividualManagementReview, point: ImrPoint, by: Actor, at: datetime
) -> None:
    """Let a line change places with the one before it. The first one stays where it is."""
    draft = draft_of(imr, by=by, at=at)
    point = draft.points.get(pk=point.pk)
    above = draft.points.filter(kind=point.kind, number=point.number - 1)
    if above.update(number=point.number):
        point.number -= 1
        point.save(update_fields=["number"])


def check_done_on(done_on: date | None, *, today: date) -> None:
    check_possible_on(done_on, field="done_on", called="The day", today=today)
