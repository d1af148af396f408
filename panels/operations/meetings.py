"""Plan meetings of the panel, tell its members, change them and call them off."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Max

from agencies.models import Actor, person_behind
from audit import trail
from messaging import post
from panels.models import Meeting
from panels.queries.calling import people_to_tell
from panels.rules import meetings as rules
from reviews.access import Refused
from reviews.models import Review
from reviews.rules import check_names_nobody

PRINTED = ("held_on", "starts", "agenda")  # what stands in the minutes, too
TOLD = ("held_on", "starts", "ends", "mode", "place")  # what a change of must reach the members


@dataclass(frozen=True, kw_only=True)
class Plan:
    """When, how and about what the panel meets. Day and times as the clock in London shows."""

    held_on: date
    mode: str
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    agenda: list[str] = field(default_factory=list)
    unusual_reason: str = ""


@transaction.atomic
def plan_meeting(*, review: Review, plan: Plan, by: Actor, at: datetime) -> Meeting:
    """
    Record a meeting, planned or held, under the next number. Tells nobody: `call_meeting` does.

    Raises Refused without the right, or for a day or times that cannot be.
    """
    rules.check_can_write(by, review)
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)  # numbers one at a time
    last = review.meetings.aggregate(number=Max("number"))["number"] or 0
    meeting = Meeting(
        review=review,
        number=last + 1,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    _write(meeting, plan, at=at)
    _record("meeting.planned", meeting, by=by, at=at)
    return meeting


@transaction.atomic
def change_meeting(*, meeting: Meeting, plan: Plan, by: Actor, at: datetime) -> Meeting:
    """
    Change when, how or about what the panel meets. Tells nobody: `call_meeting` does, again.

    Raises Refused as `plan_meeting` does, for a meeting that was called off, or for what stands
    in minutes that a round asks people about.
    """
    rules.check_can_write(by, meeting.review)
    if meeting.is_called_off:
        raise Refused("This meeting is called off. Plan another one.")
    if any(getattr(meeting, name) != getattr(plan, name) for name in PRINTED):
        rules.check_nobody_is_asked(meeting)
    if any(getattr(meeting, name) != getattr(plan, name) for name in TOLD):
        meeting.sequence += 1
    _write(meeting, plan, at=at)
    _record("meeting.changed", meeting, by=by, at=at)
    return meeting


@transaction.atomic
def call_meeting(*, meeting: Meeting, today: date, by: Actor, at: datetime) -> int:
    """
    Email every member with an account that a meeting is called, or has changed; return how many.

    Raises Refused without the right, for a meeting that is past or off, where the members know
    of it as it stands, or where nobody would be emailed.
    """
    rules.check_can_write(by, meeting.review)
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    rules.check_can_call(meeting, today=today)
    kind = "meeting_changed" if meeting.is_called else "meeting_called"
    told = _tell(kind, meeting, today=today, by=by, at=at)
    if not told:
        raise Refused("No member of the panel has an account, so nobody would be emailed.")
    meeting.called_at, meeting.called_by = at, person_behind(by)
    meeting.called_sequence = meeting.sequence
    meeting.save(update_fields=["called_at", "called_by", "called_sequence"])
    _record("meeting.called", meeting, by=by, at=at)
    return told


@transaction.atomic
def call_off_meeting(
    *, meeting: Meeting, because: str, today: date, by: Actor, at: datetime
) -> int:
    """
    Call a meeting off, and email the members if they had been asked to it; return how many.

    Raises Refused without the right, or for a meeting that was held or is off.
    """
    rules.check_can_write(by, meeting.review)
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    rules.check_can_call_off(meeting)
    meeting.called_off_on, meeting.called_off_because = today, because
    meeting.sequence += 1
    meeting.changed_at = at
    told = 0
    if meeting.must_tell_when_off(today):
        told = _tell("meeting_changed", meeting, today=today, by=by, at=at)
        meeting.called_at, meeting.called_sequence = at, meeting.sequence
    meeting.save()
    _record("meeting.called_off", meeting, by=by, at=at)
    return told


def _write(meeting: Meeting, plan: Plan, *, at: datetime) -> None:
    rules.check_when(
        meeting.review, plan.held_on, plan.starts, plan.ends, reason=plan.unusual_reason
    )
    said = {"agenda": "\n".join(plan.agenda)}
    check_names_nobody(meeting.review, said, called={"agenda": "Agenda"})
    for name, value in vars(plan).items():
        setattr(meeting, name, value)
    meeting.changed_at = at
    meeting.save()


def _tell(kind: str, meeting: Meeting, *, today: date, by: Actor, at: datetime) -> int:
    people = people_to_tell(meeting, today=today).reached
    for person in people:
        post.send(
            kind,
            to=person.email,
            review_ref=meeting.review.reference,
            path=meeting.get_absolute_url(),
            by=person_behind(by),
            at=at,
        )
    return len(people)


def _record(event: str, meeting: Meeting, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=meeting.review.reference,
        meeting=meeting.number,
    )
