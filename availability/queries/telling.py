"""Who hears of the day that is chosen: the panel as of any meeting, and all who were asked."""

from dataclasses import dataclass
from datetime import date

from agencies.models import User
from availability.models import DatesPoll, OfferedDay, PollInvitee
from availability.rules import is_held
from panels.models import Meeting, PanelMember
from panels.queries.calling import people_to_tell
from reviews import access


@dataclass(frozen=True)
class Telling:
    """
    members: people of the panel with an account, told as of any meeting.
    others: who was asked besides, on their own page or by a link.
    by_hand: members whom no email reaches.
    """

    members: list[User]
    others: list[PollInvitee]
    by_hand: list[PanelMember]

    @property
    def number(self) -> int:
        return len(self.members) + len(self.others)


def who_is_told(poll: DatesPoll, day: OfferedDay, *, today: date) -> Telling:
    """Return who is told that the meeting is on a day. Safe to ask before there is a meeting."""
    meeting = Meeting(review=poll.review, held_on=day.held_on)
    told = people_to_tell(meeting, today=today)
    reached = {person.pk for person in told.reached}
    held = access.held_addresses(poll.review)
    others = [
        invitee
        for invitee in poll.invitees.select_related("link", "member", "user")
        if invitee.user_id not in reached and invitee.can_be_reached
        if not (invitee.has_left or is_held(invitee, held))
    ]
    asked = {invitee.member_id for invitee in others}
    by_hand = [member for member in told.unreached if member.pk not in asked]
    return Telling(told.reached, others, by_hand)
