"""Who sits on the panel, and how they stand."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from panels.models import Attendance, PanelMember, Presence
from reviews.models import Judged, Review
from reviews.queries.declarations import TONES

REPRESENTED = (Presence.PRESENT, Presence.SUBSTITUTE)


@dataclass(frozen=True)
class Line:
    """
    One member in the list of a panel.

    asked: meetings whose attendance is recorded for them; came: how many they or a substitute
    came to.
    """

    member: PanelMember
    asked: int
    came: int

    @property
    def per_cent(self) -> int:
        return round(100 * self.came / self.asked) if self.asked else 0

    @property
    def independence(self) -> str:
        """How the member's independence stands, in words."""
        declaration = self.member.declaration
        if declaration is None:
            return "Not declared"
        judged = declaration.judged
        return "Declared" if judged is Judged.CLEAR else judged.value

    @property
    def tone(self) -> str:
        declaration = self.member.declaration
        return TONES[declaration.judged if declaration else None]


@dataclass(frozen=True)
class Panel:
    seated: list[Line]
    left: list[Line]
    invited: list[Line]

    @property
    def chair(self) -> PanelMember | None:
        return next((line.member for line in self.seated if line.member.is_chair), None)


def panel_of(review: Review) -> Panel:
    """Return everybody who sits or sat on a panel, chair first. Three queries."""
    members = (
        review.panel_members.in_order()
        .select_related("review", "user", "involvement__agency", "successor")
        .prefetch_related("declarations")
    )
    counts = attendance_counts(Attendance.objects.filter(member__review=review))
    lines = [Line(member, *counts.get(member.pk, (0, 0))) for member in members]
    return Panel(
        seated=[line for line in lines if line.member.is_seated],
        left=[line for line in lines if line.member.has_left],
        invited=[line for line in lines if line.member.is_invited_only],
    )


def line_of(member: PanelMember) -> Line:
    """Return one member as the list of the panel shows them."""
    counts = attendance_counts(member.attendance.all())
    return Line(member, *counts.get(member.pk, (0, 0)))


def attendance_counts(rows: QuerySet[Attendance]) -> dict[int, tuple[int, int]]:
    """Return for each member how many meetings are recorded, and how many they came to."""
    counted = (
        rows.order_by()
        .values("member")
        .annotate(asked=Count("pk"), came=Count("pk", filter=Q(presence__in=REPRESENTED)))
    )
    return {row["member"]: (row["asked"], row["came"]) for row in counted}
