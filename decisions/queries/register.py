"""The register as its reader sees it: entered here, and decided elsewhere."""

from dataclasses import dataclass
from datetime import date

from agencies.models import User
from decisions.access import opens_family, readable_by
from decisions.models import DecisionKind, Forum, RegisterEntry
from decisions.queries.elsewhere import lines_elsewhere
from decisions.queries.lines import Line
from families.models import Side
from reviews.models import Review
from reviews.queries.asking import Question, told


@dataclass(frozen=True, kw_only=True)
class Register:
    """lines: by kind, then day. counts: of each kind, before narrowing."""

    lines: list[Line]
    kind: str
    side: Side
    opens_family: bool
    counts: list[tuple[DecisionKind, int]]


def register_of(review: Review, reader: User, *, kind: str = "", side: Side) -> Register:
    """Return the register, narrowed to one kind where one is named."""
    entries = readable_by(reader, review, side=side).select_related("meeting", "round")
    every = [
        *(line_of(one) for one in entries),
        *lines_elsewhere(review, reader, side=side),
    ]
    order = list(DecisionKind)
    every.sort(key=lambda one: (order.index(one.kind), one.decided_on or date.max, one.about))
    return Register(
        lines=[one for one in every if one.kind == kind] if kind else every,
        kind=kind,
        side=side,
        opens_family=opens_family(reader, review),
        counts=[(one, sum(line.kind == one for line in every)) for one in order],
    )


def line_of(one: RegisterEntry) -> Line:
    return Line(
        kind=DecisionKind(one.kind),
        about=one.about,
        reason=one.reason,
        decided_on=one.decided_on,
        stands_in=forum_of(one),
        number=one.number,
        prints_at=one.prints_at,
        is_family=bool(one.side),
    )


def forum_of(one: RegisterEntry) -> str:
    if one.meeting:
        return f"{one.meeting.name} of the panel"
    if one.round:
        return f"Round on {one.round.title}"
    return Forum(one.forum).label


def to_print(review: Review) -> Question:
    """Ask for the words that the report can insert: nothing of the family compartment."""
    rows = RegisterEntry.objects.printable().filter(review=review)
    return told(rows, number="number", about="about", reason="reason")
