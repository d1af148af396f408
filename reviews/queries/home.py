"""What a review's home page shows: where it stands, what blocks it, what is next."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse

from agencies.models import User
from pages.parts import Blocker, Card
from reviews import access, gates
from reviews.access import Permission, Role
from reviews.lifecycle import LIFECYCLE, NEVER_PASSED, STEPS, Stage
from reviews.models import Deadline, Membership, Review
from reviews.queries.cards import cards_of
from reviews.queries.deadlines import readable_in
from reviews.state_machine import Transition

STEP_NAMES = [name for name, _ in STEPS]


@dataclass(frozen=True)
class Move:
    """
    One way on from here, as a reader sees it.

    is_mine: this reader's role makes the move.
    may_pass: this reader may move on although something is outstanding, with a reason.
    """

    row: Transition
    blockers: list[Blocker]
    is_mine: bool
    may_pass: bool
    href: str

    @property
    def title(self) -> str:
        return f"To move to: {Stage(self.row.to).label}"

    @property
    def is_open(self) -> bool:
        return self.is_mine and not self.blockers

    @property
    def is_passable(self) -> bool:
        return self.is_mine and bool(self.blockers) and self.may_pass


def moves(review: Review, reader: User) -> list[Move]:
    """Return the moves from a review's stage, the usual one first."""
    may_pass = access.has(reader, Permission.GATE_PASS, on=review)
    rows = list(LIFECYCLE.moves_from(review.stage))
    said = {gate: gates.ask(gate, review) for gate in {gate for row in rows for gate in row.gates}}
    found = []
    for row in rows:
        waits = {gate: said[gate] for gate in row.gates if said[gate]}
        is_mine = access.has(reader, Permission(row.permission), on=review)
        found.append(
            Move(
                row=row,
                blockers=[shown(one, is_mine) for why in waits.values() for one in why],
                is_mine=is_mine,
                may_pass=may_pass and not NEVER_PASSED & waits.keys(),
                href=reverse("reviews:move-on", args=[review.reference, row.to]),
            )
        )
    return found


def shown(blocker: Blocker, is_mine: bool) -> Blocker:
    """Return a reason to wait; its link only for those who make the move and can mend it."""
    return blocker if is_mine else Blocker(blocker.words)


def may_adopt(review: Review, reader: User) -> bool:
    """Test whether this reader can still say that a review began before this system."""
    is_new = review.stage == Stage.NOTIFIED and not review.moves.exists()
    return is_new and access.has(reader, Permission.DECISION_RECORD, on=review)


def cards(review: Review, reader: User, *, today: date) -> list[Card]:
    """Return what every app shows this reader of a review."""
    return cards_of(review, reader, listed=settings.REVIEW_CARDS, today=today)


def emergencies(review: Review, *, today: date) -> list[Membership]:
    """Return who can read a review in an emergency now: everybody who opens it is told."""
    running = review.memberships.admitted(today).filter(role=Role.EMERGENCY_READER)
    return list(running.select_related("user").order_by("until_at", "pk"))


def deadlines(review: Review, reader: User) -> list[Deadline]:
    """Return the days by which a review is judged: what runs and what was met."""
    return list(readable_in(review, reader).statutory())
