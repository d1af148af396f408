"""Write the minutes of a meeting and agree them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from agencies.models import Actor, person_behind
from audit import trail
from documents.models import Document
from panels.models import (
    AgreementRound,
    ItemKind,
    Meeting,
    MeetingItem,
    MinutesCorrection,
    PanelMember,
)
from panels.queries.minutes_paper import minutes_as_subject
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


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What somebody asked to be corrected: a member, or somebody else in words."""

    what: str
    asked_on: date
    is_made: bool
    asked_by: PanelMember | None = None
    asked_by_words: str = ""


AGREED = ["minutes_agreed_on", "minutes_agreed_at", "minutes_agreed_in"]


@transaction.atomic
def add_item(
    *, meeting: Meeting, minute: Minute, today: date, by: Actor, at: datetime
) -> MeetingItem:
    """
    Add a paragraph to the minutes, under the next number.

    Raises Refused without the right, for a meeting that has not been, minutes that are agreed
    or that a round asks people about, or an action that is nobody's.
    """
    rules.check_can_write(by, meeting.review)
    _check_may_change(meeting)  # which also lets numbers be given one at a time
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
    """Take a paragraph out of draft minutes. Raises Refused as `add_item` does."""
    rules.check_can_write(by, item.meeting.review)
    _check_may_change(item.meeting)
    _record("meeting.unminuted", item.meeting, by=by, at=at, item=item.number)
    item.delete()


@transaction.atomic
def attach_minutes(
    *, meeting: Meeting, document: Document, today: date, by: Actor, at: datetime
) -> None:
    """
    Attach the minutes as a document, in place of an earlier one.

    Raises Refused without the right, for a meeting that has not been, or minutes that are
    agreed or that a round asks people about.
    """
    rules.check_can_write(by, meeting.review)
    rules.check_was_held(meeting, today=today)
    _check_may_change(meeting)
    meeting.minutes = document
    meeting.save(update_fields=["minutes"])
    _record("meeting.minutes_attached", meeting, by=by, at=at, document_id=document.pk)


@transaction.atomic
def agree_minutes(
    *,
    meeting: Meeting,
    agreed_on: date,
    at_meeting: Meeting | None = None,
    in_round: AgreementRound | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Record that the panel agreed the minutes, at a later meeting, in a round, or where nobody
    says: from then on they do not change.

    Raises Refused without the right, without minutes, for an impossible day, for a meeting
    before them, for a round that did not agree them as they are, or while a round is open.
    """
    rules.check_can_write(by, meeting.review)
    _check_may_change(meeting)
    rules.check_agreed_on(meeting, agreed_on, today=today)
    rules.check_agreed_where(
        meeting,
        at_meeting=at_meeting,
        in_round=in_round,
        agreed_on=agreed_on,
        sha256=minutes_as_subject(meeting).sha256,
    )
    meeting.minutes_agreed_on = agreed_on
    meeting.minutes_agreed_at, meeting.minutes_agreed_in = at_meeting, in_round
    meeting.save(update_fields=AGREED)
    _record("meeting.minutes_agreed", meeting, by=by, at=at)


@transaction.atomic
def reopen_minutes(*, meeting: Meeting, by: Actor, at: datetime) -> None:
    """Make agreed minutes a draft again, to correct them. Safe to call twice."""
    rules.check_can_write(by, meeting.review)
    meeting.minutes_agreed_on = None
    meeting.minutes_agreed_at, meeting.minutes_agreed_in = None, None
    meeting.save(update_fields=AGREED)
    _record("meeting.minutes_reopened", meeting, by=by, at=at)


@transaction.atomic
def record_correction(
    *, meeting: Meeting, correction: Correction, today: date, by: Actor, at: datetime
) -> MinutesCorrection:
    """
    Record that somebody asked for draft minutes to be corrected, what, and whether they were.

    Raises Refused without the right, for minutes that are agreed, where nobody asked, or for an
    impossible day.
    """
    rules.check_can_write(by, meeting.review)
    rules.check_correction(
        meeting,
        correction.asked_by,
        correction.asked_by_words,
        correction.asked_on,
        today=today,
    )
    asked = MinutesCorrection.objects.create(
        meeting=meeting,
        asked_by=correction.asked_by,
        asked_by_words="" if correction.asked_by else correction.asked_by_words,
        asked_on=correction.asked_on,
        what=correction.what,
        is_made=correction.is_made,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    _record("meeting.minutes_correction", meeting, by=by, at=at, correction_id=asked.pk)
    return asked


def _write(item: MeetingItem, minute: Minute, *, today: date, by: Actor) -> None:
    meeting = item.meeting
    rules.check_can_write(by, meeting.review)
    rules.check_was_held(meeting, today=today)
    _check_may_change(meeting)
    rules.check_owner(meeting, minute.kind, minute.owner, minute.owner_words)
    item.kind, item.words, item.heading = minute.kind, minute.words, minute.heading
    if item.is_action:
        item.owner, item.due_on = minute.owner, minute.due_on
        item.owner_words = "" if minute.owner else minute.owner_words
    else:
        item.owner, item.owner_words, item.due_on = None, "", None
    item.save()


def _check_may_change(meeting: Meeting) -> None:
    """
    Refuse to change minutes that are agreed, or that people are being asked about. Holds the
    meeting until the transaction ends, so that changing, asking and agreeing cannot cross.
    """
    standing = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    rules.check_minutes_are_draft(standing)
    rules.check_nobody_is_asked(standing)


def _record(event: str, meeting: Meeting, *, by: Actor, at: datetime, **ids: int) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=meeting.review.reference,
        meeting=meeting.number,
        **ids,
    )
