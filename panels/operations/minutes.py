"""Write the minutes of a meeting and agree them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from agencies.models import Actor, person_behind
from audit import trail
from documents.models import Document
from panels.models import ItemKind, Meeting, MeetingItem, PanelMember
from panels.rules import meetings as rules
from reviews.access import Refused


@dataclass(frozen=True, kw_only=True)
class Minute:
    """One paragraph of minutes. Owner and due day are those of an action."""

    kind: str
    words: str
    heading: str = ""
    owner: PanelMember | None = None
    owner_words: str = ""
    due_on: date | None = None


@transaction.atomic
def add_item(
    *, meeting: Meeting, minute: Minute, today: date, by: Actor, at: datetime
) -> MeetingItem:
    """
    Add a paragraph to the minutes, under the next number.

    Raises Refused without the right, for a meeting that has not been, minutes that are agreed,
    or an action that is nobody's.
    """
    Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)  # numbers one at a time
    last = meeting.items.aggregate(number=Max("number"))["number"] or 0
    item = MeetingItem(
        meeting=meeting, number=last + 1, recorded_at=at, recorded_by=person_behind(by)
    )
    _write(item, minute, today=today, by=by)
    _record("meeting.minuted", meeting, by=by, at=at, item=item.number)
    return item


@transaction.atomic
def change_item(
    *, item: MeetingItem, minute: Minute, today: date, by: Actor, at: datetime
) -> MeetingItem:
    """Correct a paragraph of draft minutes. Raises Refused as `add_item` does."""
    if item.is_done and minute.kind != ItemKind.ACTION:
        raise Refused("This action is marked done. It cannot become something else.", field="kind")
    _write(item, minute, today=today, by=by)
    _record("meeting.minuted", item.meeting, by=by, at=at, item=item.number)
    return item


@transaction.atomic
def remove_item(*, item: MeetingItem, by: Actor, at: datetime) -> None:
    """Take a paragraph out of draft minutes. Raises Refused where they are agreed."""
    rules.check_can_write(by, item.meeting.review)
    rules.check_minutes_are_draft(item.meeting)
    _record("meeting.unminuted", item.meeting, by=by, at=at, item=item.number)
    item.delete()


@transaction.atomic
def attach_minutes(
    *, meeting: Meeting, document: Document, today: date, by: Actor, at: datetime
) -> None:
    """
    Attach the minutes as a document, in place of an earlier one.

    Raises Refused without the right, for a meeting that has not been, or minutes agreed.
    """
    rules.check_can_write(by, meeting.review)
    rules.check_was_held(meeting, today=today)
    rules.check_minutes_are_draft(meeting)
    meeting.minutes = document
    meeting.save(update_fields=["minutes"])
    _record("meeting.minutes_attached", meeting, by=by, at=at, document_id=document.pk)


@transaction.atomic
def agree_minutes(
    *, meeting: Meeting, agreed_on: date, today: date, by: Actor, at: datetime
) -> None:
    """
    Record that the panel agreed the minutes: from then on they do not change.

    Raises Refused without the right, without minutes, or for an impossible day.
    """
    rules.check_can_write(by, meeting.review)
    rules.check_minutes_are_draft(meeting)
    rules.check_agreed_on(meeting, agreed_on, today=today)
    meeting.minutes_agreed_on = agreed_on
    meeting.save(update_fields=["minutes_agreed_on"])
    _record("meeting.minutes_agreed", meeting, by=by, at=at)


@transaction.atomic
def reopen_minutes(*, meeting: Meeting, by: Actor, at: datetime) -> None:
    """Make agreed minutes a draft again, to correct them. Safe to call twice."""
    rules.check_can_write(by, meeting.review)
    meeting.minutes_agreed_on = None
    meeting.save(update_fields=["minutes_agreed_on"])
    _record("meeting.minutes_reopened", meeting, by=by, at=at)


def _write(item: MeetingItem, minute: Minute, *, today: date, by: Actor) -> None:
    meeting = item.meeting
    rules.check_can_write(by, meeting.review)
    rules.check_was_held(meeting, today=today)
    rules.check_minutes_are_draft(meeting)
    rules.check_owner(meeting, minute.kind, minute.owner, minute.owner_words)
    item.kind, item.words, item.heading = minute.kind, minute.words, minute.heading
    if item.is_action:
        item.owner, item.due_on = minute.owner, minute.due_on
        item.owner_words = "" if minute.owner else minute.owner_words
    else:
        item.owner, item.owner_words, item.due_on = None, "", None
    item.save()


def _record(event: str, meeting: Meeting, *, by: Actor, at: datetime, **ids: int) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=meeting.review.reference,
        meeting=meeting.number,
        **ids,
    )
