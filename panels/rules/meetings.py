from collections.abc import Mapping
from datetime import date, time

from agencies.models import Actor
from panels.models import ItemKind, Meeting, MeetingItem, PanelMember, Presence
from panels.rules.members import check_can_write
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import Review

__all__ = ["check_can_write"]


def check_when(
    review: Review, held_on: date, starts: time | None, ends: time | None, *, reason: str
) -> None:
    """Refuse a meeting that cannot be. One held before it was recorded is as good as a plan."""
    rules.check_after_death(review, held_on, field="held_on", called="The meeting")
    if held_on < rules.EARLIEST:
        raise Refused(f"The meeting must be after {rules.EARLIEST.year}", field="held_on")
    if ends and not starts:
        raise Refused("Enter the time it starts", field="starts")
    if ends and starts and ends <= starts:
        raise Refused("The meeting must end after it starts", field="ends")
    rules.check_reason_before_notification(review, held_on, reason, called="The meeting")


def check_can_call(meeting: Meeting, *, today: date) -> None:
    """Refuse to ask people to a meeting that is past or off, or twice to the same one."""
    if meeting.is_called_off:
        raise Refused("This meeting is called off. Nobody can be asked to it.")
    if meeting.held_on < today:
        raise Refused("This meeting is in the past. Nobody can be asked to it.")
    if meeting.members_know:
        raise Refused("The members have been told of this meeting as it stands.")


def check_can_call_off(meeting: Meeting) -> None:
    """Refuse to call off a meeting that was held, or twice."""
    if meeting.is_called_off:
        raise Refused("This meeting is called off already.")
    if meeting.items.exists() or meeting.attendance.filter(presence=Presence.PRESENT).exists():
        raise Refused("This meeting was held: it has minutes, or members who came.")


def check_attendance(
    meeting: Meeting,
    expected: Mapping[int, PanelMember],
    presences: Mapping[int, tuple[str, str]],
    *,
    today: date,
) -> None:
    """Refuse attendance by others than its members, or at a meeting still to come."""
    if meeting.is_called_off:
        raise Refused("This meeting was called off. Nobody can have come to it.")
    for pk, (presence, substitute) in presences.items():
        if pk not in expected:
            raise Refused("Somebody in this list was no member of the panel on that day.")
        if meeting.held_on > today and presence in {Presence.PRESENT, Presence.ABSENT}:
            raise Refused(
                "The meeting is still to come. Only apologies and substitutes can be recorded.",
                field=f"presence_{pk}",
            )
        if presence == Presence.SUBSTITUTE and not substitute.strip():
            raise Refused(f"Enter who came for {expected[pk].full_name}", field=f"substitute_{pk}")


def check_was_held(meeting: Meeting, *, today: date) -> None:
    """Refuse minutes of a meeting that has not been."""
    if meeting.is_called_off:
        raise Refused("This meeting was called off. It has no minutes.")
    if meeting.held_on > today:
        raise Refused("This meeting is still to come. Its minutes can be written from that day.")


def check_minutes_are_draft(meeting: Meeting) -> None:
    """Refuse changes to minutes that the panel agreed."""
    if meeting.has_agreed_minutes:
        raise Refused("These minutes are agreed. Take the agreement back to change them.")


def check_owner(meeting: Meeting, kind: str, owner: PanelMember | None, words: str) -> None:
    """Refuse an action that is nobody's, or somebody's from another review."""
    if owner and owner.review_id != meeting.review_id:
        raise Refused("The owner is no member of this panel.", field="owner")
    if kind == ItemKind.ACTION and not owner and not words.strip():
        raise Refused("Say whose action this is", field="owner")


def check_agreed_on(meeting: Meeting, agreed_on: date, *, today: date) -> None:
    """Refuse to agree no minutes, or on an impossible day."""
    if not meeting.items.exists() and meeting.minutes is None:
        raise Refused("There are no minutes yet. Write them here or upload them first.")
    rules.check_possible_on(agreed_on, field="agreed_on", called="The agreement", today=today)
    if agreed_on < meeting.held_on:
        raise Refused("The minutes must be agreed on or after the meeting", field="agreed_on")


def check_can_mark(actor: Actor, item: MeetingItem) -> None:
    """Refuse to mark somebody else's action, unless by whoever runs the panel."""
    review = item.meeting.review
    rules.check_is_open(review)
    if not item.is_action:
        raise Refused("Only an action can be done.")
    if item.owner and item.owner.user_id and item.owner.user == actor:
        access.require(actor, Permission.PANEL_READ, on=review)
    else:
        access.require(actor, Permission.PANEL_WRITE, on=review)


def check_done_on(item: MeetingItem, done_on: date, *, today: date) -> None:
    rules.check_possible_on(done_on, field="done_on", called="The day", today=today)
    if done_on < item.meeting.held_on:
        raise Refused("The action must be done on or after the meeting", field="done_on")
