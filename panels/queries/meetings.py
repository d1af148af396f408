"""A meeting as its page shows it: who came, what was said."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from panels.models import Attendance, Meeting, MeetingItem, PanelMember, PanelPart
from reviews.models import Review


def meetings_of(review: Review) -> QuerySet[Meeting]:
    """Return the meetings of a panel, the latest first, each with whether it `has_minutes`."""
    items = MeetingItem.objects.filter(meeting=OuterRef("pk"))
    return review.meetings.select_related("minutes_agreed_at").annotate(
        has_minutes=Q(minutes__isnull=False) | Exists(items)
    )


@dataclass(frozen=True)
class Place:
    """One member at one meeting; without `attendance` nothing is recorded of them."""

    member: PanelMember
    attendance: Attendance | None

    @property
    def is_expected(self) -> bool:
        """Test whether they are one of those whose coming is counted."""
        return self.member.part != PanelPart.OBSERVER and not self.member.is_briefed

    @property
    def is_represented(self) -> bool:
        return self.attendance is not None and self.attendance.is_represented


@dataclass(frozen=True)
class Turnout:
    """
    How many came to a meeting. Shown, never enforced.

    Observers, and members who are briefed instead of attending, are not counted. The quorum, half
    of the voting members, is a product default: a panel's terms of reference may set another.
    """

    places: Sequence[Place]

    @property
    def is_recorded(self) -> bool:
        return any(place.attendance for place in self.places)

    @property
    def counted(self) -> list[Place]:
        return [place for place in self.places if place.is_expected]

    @property
    def came(self) -> int:
        return sum(place.is_represented for place in self.counted)

    @property
    def per_cent(self) -> int:
        return round(100 * self.came / len(self.counted)) if self.counted else 0

    @property
    def voting(self) -> int:
        return sum(place.member.is_voting for place in self.counted)

    @property
    def voting_came(self) -> int:
        return sum(place.member.is_voting and place.is_represented for place in self.counted)

    @property
    def quorum(self) -> int:
        """How many voting members make half of them, rounded up."""
        return (self.voting + 1) // 2

    @property
    def has_quorum(self) -> bool:
        return self.voting_came >= self.quorum


def turnout(meeting: Meeting) -> Turnout:
    """Return each member who sat on the panel on the day, with their attendance. Two queries."""
    recorded = {row.member_id: row for row in meeting.attendance.all()}
    members = (
        meeting.review.panel_members.seated_on(meeting.held_on)
        .in_order()
        .select_related("involvement__agency")
    )
    return Turnout([Place(member, recorded.get(member.pk)) for member in members])


@dataclass(frozen=True)
class Section:
    """The minutes under one item of the agenda; without a heading, those under none."""

    heading: str
    items: list[MeetingItem]


def minutes_of(meeting: Meeting) -> list[Section]:
    """Return the minutes in the order of the agenda; what stands under no item comes last."""
    items = list(meeting.items.select_related("owner", "done_recorded_by"))
    headings = [*meeting.agenda, *(item.heading for item in items if item.heading), ""]
    sections = (
        Section(heading, [item for item in items if item.heading == heading])
        for heading in dict.fromkeys(headings)
    )
    return [section for section in sections if section.items]
