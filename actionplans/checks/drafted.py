"""What the checks of drafting look at, as plain values."""

from dataclasses import dataclass, field
from datetime import date

from actionplans.checks.reading import fold


@dataclass(frozen=True)
class Drafted:
    """
    The words of a recommendation or of an action.

    to: whom it is addressed to, or who leads it. owner: who there owns it. measure: how one will
    know. A recommendation without actions has none of owner, measure and day of its own.
    """

    text: str
    to: str = ""
    owner: str = ""
    measure: str = ""
    due_on: date | None = None
    scope: str = ""
    is_action: bool = False
    is_planned: bool = field(default=False, kw_only=True)

    @property
    def words(self) -> str:
        return fold(self.text)
