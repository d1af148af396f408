"""Who is told of a meeting by email, and who must be told by a person."""

from dataclasses import dataclass
from datetime import date

from agencies.models import User
from panels.models import Meeting, PanelMember
from reviews.access import REVIEW_GRANTS, Permission
from reviews.models import Membership


@dataclass(frozen=True)
class Told:
    """
    reached: people with an account who can open the meeting's page, each once.
    unreached: members without one, in the order of the panel.
    """

    reached: list[User]
    unreached: list[PanelMember]

    @property
    def consequence(self) -> str:
        """Say what sending does, before it is done."""
        number = len(self.reached)
        return f"{number} {'person' if number == 1 else 'people'} will be emailed."


def people_to_tell(meeting: Meeting, *, today: date) -> Told:
    """Return how each member who sits on the panel on the day of the meeting can be told."""
    readers = [role for role, grants in REVIEW_GRANTS.items() if Permission.PANEL_READ in grants]
    standing = Membership.objects.standing(today).filter(
        review=meeting.review, involvement=None, role__in=readers, user__is_active=True
    )
    admitted = set(standing.values_list("user_id", flat=True))
    members = (
        meeting.review.panel_members.attending()
        .seated_on(meeting.held_on)
        .in_order()
        .select_related("user")
    )
    reached: dict[int, User] = {}
    unreached = []
    for member in members:
        if member.user and member.user.pk in admitted:
            reached[member.user.pk] = member.user
        else:
            unreached.append(member)
    return Told(list(reached.values()), unreached)
