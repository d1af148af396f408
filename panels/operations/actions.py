"""Mark the actions of meetings done."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from panels.models import MeetingItem
from panels.rules import meetings as rules


@transaction.atomic
def mark_done(
    *,
    item: MeetingItem,
    done_on: date,
    note: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> MeetingItem:
    """
    Record that an action was done: by its owner, or for them by whoever runs the panel.

    Raises Refused to anybody else, or for an impossible day.
    """
    rules.check_can_mark(by, item)
    rules.check_done_on(item, done_on, today=today)
    item.done_on, item.done_note = done_on, note
    item.done_recorded_at, item.done_recorded_by = at, person_behind(by)
    _save("meeting.action_done", item, by=by, at=at)
    return item


@transaction.atomic
def mark_not_done(*, item: MeetingItem, by: Actor, at: datetime) -> MeetingItem:
    """Take back that an action was done. Safe to call twice. Raises Refused as `mark_done`."""
    rules.check_can_mark(by, item)
    item.done_on, item.done_note = None, ""
    item.done_recorded_at, item.done_recorded_by = None, None
    _save("meeting.action_not_done", item, by=by, at=at)
    return item


def _save(event: str, item: MeetingItem, *, by: Actor, at: datetime) -> None:
    item.save(update_fields=["done_on", "done_note", "done_recorded_at", "done_recorded_by"])
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=item.meeting.review.reference,
        meeting=item.meeting.number,
        item=item.number,
    )
