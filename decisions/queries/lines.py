"""One line of the register, wherever it is recorded."""

from dataclasses import dataclass
from datetime import date

from decisions.models import DecisionKind


@dataclass(frozen=True, kw_only=True)
class Line:
    """
    number: of what was entered in the register itself; None for what another record decides.
    stands_in, href: the forum, or the record and its page. prints_at: paragraph or footnote.
    """

    kind: DecisionKind
    about: str
    reason: str
    decided_on: date | None
    stands_in: str
    href: str = ""
    number: int | None = None
    prints_at: str = ""
    is_family: bool = False
