"""End a poll: with a meeting on one of its days, or without one."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from availability import rules
from availability.models import DatesPoll, OfferedDay
from availability.operations.asking import locked, record, send_link
from availability.queries.telling import who_is_told
from messaging import post
from panels.models import Meeting
from panels.operations import meetings
from panels.operations.meetings import Plan


@transaction.atomic
def choose_day(*, day: OfferedDay, today: date, by: Actor, at: datetime) -> tuple[Meeting, int]:
    """
    Plan a meeting on a day, close the poll, and tell the panel and everybody else who was asked.
    Returns the meeting and how many people are emailed.

    Members with an account are told as of any meeting. Whoever was asked by a link gets a new one:
    behind it stand day, time and place of the meeting, until it is over.

    Raises Refused without the right, once the poll is closed, or for a day that is past.
    """
    poll = locked(day.poll)
    rules.check_can_run(by, poll.review)
    rules.check_is_open(poll)
    rules.check_day(poll, day, today=today)
    plan = Plan(
        held_on=day.held_on, starts=day.starts, ends=day.ends, mode=poll.mode, place=poll.place
    )
    meeting = meetings.plan_meeting(review=poll.review, plan=plan, by=by, at=at)
    poll.meeting = meeting
    _close(poll, by=by, at=at)
    record("dates.chosen", poll, by=by, at=at, meeting=meeting.number)
    return meeting, _tell(poll, day, meeting, today=today, by=by, at=at)


@transaction.atomic
def close_without(*, poll: DatesPoll, because: str, by: Actor, at: datetime) -> DatesPoll:
    """
    Close a poll of which no meeting comes. What was answered is kept; its links open nothing.

    Raises Refused without the right or a reason, or once it is closed.
    """
    poll = locked(poll)
    rules.check_can_run(by, poll.review)
    rules.check_is_open(poll)
    rules.check_reason(because)
    poll.closed_because = because
    _close(poll, by=by, at=at)
    record("dates.closed", poll, by=by, at=at)
    return poll


def _close(poll: DatesPoll, *, by: Actor, at: datetime) -> None:
    poll.closed_at, poll.closed_by = at, person_behind(by)
    poll.save()


def _tell(
    poll: DatesPoll, day: OfferedDay, meeting: Meeting, *, today: date, by: Actor, at: datetime
) -> int:
    """Tell the panel as of any meeting, then those of the poll whom that does not reach."""
    telling = who_is_told(poll, day, today=today)
    if telling.members:
        meetings.call_meeting(meeting=meeting, today=today, by=by, at=at)
    for invitee in telling.others:
        invitee.poll = poll
        if invitee.user is None:
            send_link("dates_chosen_by_link", invitee, until=day.held_on, by=by, at=at)
        else:
            post.send(
                "meeting_called",
                to=invitee.email,
                review_ref=poll.review.reference,
                path=meeting.get_absolute_url(),
                by=person_behind(by),
                at=at,
            )
    return telling.number
