"""What the checks of an update look at, as plain values."""

from dataclasses import dataclass, field
from datetime import date

from actionplans.checks.reading import clauses, fold, sentences


@dataclass(frozen=True)
class Step:
    """
    A milestone: its words, its days, and whether something shows that it was reached.

    is_told: it comes from a plan that tells, under its milestones, what was achieved.
    """

    text: str
    due_on: date | None = None
    done_on: date | None = None
    is_shown: bool = False
    is_told: bool = False

    @property
    def is_left(self) -> bool:
        """Test whether nobody says that it was reached."""
        return self.done_on is None and not (self.is_told and self.due_on is None)


@dataclass(frozen=True)
class Update:
    """
    What was asked, and what an update says that reports it done.

    asked: the recommendation, the action, and how one will know. on: the day it is said to be
    done. begun_on: the first day on which it was reported as begun.
    """

    asked: str
    said: str
    on: date
    begun_on: date | None = None
    has_file: bool = False
    steps: tuple[Step, ...] = field(default=())

    @property
    def wanted(self) -> str:
        return fold(self.asked)

    @property
    def words(self) -> str:
        return fold(self.said)

    @property
    def sentences(self) -> list[str]:
        return sentences(self.said)

    @property
    def clauses(self) -> list[str]:
        return clauses(self.said)
