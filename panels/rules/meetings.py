from collections.abc import Mapping
from datetime import date, time

from agencies.models import Actor
from panels.models import (
    AgreementRound,
    ItemKind,
    Meeting,
    MeetingItem,
    PanelMember,
    Presence,
    SubjectKind,
)
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


def check_nobody_is_asked(meeting: Meeting) -> None:
    """
    Refuse to change minutes, or to agree them elsewhere, while a round asks people about them:
    what people answer must be about the words that stand.
    """
    asked = meeting.review.agreement_rounds.open().of(SubjectKind.MINUTES, meeting.pk).first()
    if asked:
        last = asked.closing_on
        raise Refused(
            f"People are asked to agree these minutes as they stand, until {last.day} "
            f"{last:%B %Y}. Close that round or withdraw it first.",
            href=asked.get_absolute_url(),
        )


def check_owner(meeting: Meeting, kind: str, owner: PanelMember | None, words: str) -> None:
    """Refuse an action that is nobody's, or somebody's from another review."""
    if owner and owner.review_id != meeting.review_id:
        raise Refused("The owner is no member of this panel.", field="owner")
    if kind == ItemKind.ACTION and not owner and not words.strip():
        raise Refused("Say whose action this is", field="owner")


def check_agreed_on(meeting: Meeting, agreed_on: date, *, today: date) -> None:
    """Refuse to agree no minutes, or on an impossible day."""
    check_has_minutes(meeting)
    rules.check_possible_on(agreed_on, field="agreed_on", called="The agreement", today=today)
    if agreed_on < meeting.held_on:
        raise Refused("The minutes must be agreed on or after the meeting", field="agreed_on")


def check_agreed_where(
    meeting: Meeting,
    *,
    at_meeting: Meeting | None,
    in_round: AgreementRound | None,
    agreed_on: date,
    sha256: str,
) -> None:
    """Refuse minutes agreed at a meeting before them, or in a round that did not agree them."""
    if at_meeting:
        is_later = at_meeting.held_on > meeting.held_on and not at_meeting.is_called_off
        if at_meeting.review_id != meeting.review_id or not is_later:
            raise Refused("Choose a later meeting of this panel", field="where")
        if at_meeting.held_on != agreed_on:
            day = f"{at_meeting.held_on.day} {at_meeting.held_on:%B %Y}"
            raise Refused(f"{at_meeting.name} was on {day}. Enter that day", field="agreed_on")
    if in_round:
        about = (in_round.review_id, in_round.subject_kind, in_round.subject_key)
        if about != (meeting.review_id, SubjectKind.MINUTES, str(meeting.pk)):
            raise Refused("Choose a round about these minutes", field="where")
        if not in_round.is_agreed:
            raise Refused("This round did not agree the minutes", field="where")
        if in_round.sha256 != sha256:
            raise Refused(
                "The minutes were changed after the round was opened. Ask again, or have them "
                "agreed at a meeting",
                field="where",
            )


def check_correction(
    meeting: Meeting, asked_by: PanelMember | None, words: str, asked_on: date, *, today: date
) -> None:
    """Refuse a correction that nobody asked for, or from before there was anything to correct."""
    check_minutes_are_draft(meeting)
    check_was_held(meeting, today=today)
    if asked_by and asked_by.review_id != meeting.review_id:
        raise Refused("Choose somebody of this panel", field="asked_by")
    if not asked_by and not words.strip():
        raise Refused("Say who asked for it", field="asked_by")
    rules.check_possible_on(asked_on, field="asked_on", called="The day", today=today)
    if asked_on < meeting.held_on:
        raise Refused("The meeting had not been held on that day", field="asked_on")


def check_has_minutes(meeting: Meeting) -> None:
    """Refuse to put minutes to people that are not written."""
    if not meeting.items.exists() and meeting.minutes is None:
        raise Refused("There are no minutes yet. Write them here or upload them first.")


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
