from dataclasses import dataclass

from agencies.models import CommunitySafetyPartnership, User

MINE = "mine"


@dataclass(frozen=True)
class Library:
    """Clauses kept together: a partnership's, or an independent chair's own. One of the two."""

    partnership: CommunitySafetyPartnership | None = None
    owner: User | None = None

    @property
    def slug(self) -> str:
        """How addresses call it. A chair's own is always "mine": it names nobody."""
        return self.partnership.slug if self.partnership else MINE

    @property
    def name(self) -> str:
        return f"Clauses of {self.partnership}" if self.partnership else "My own clauses"
