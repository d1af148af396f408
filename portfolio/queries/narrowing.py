"""Narrow the portfolio to what the address asks for."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pages.parts import Filter
from portfolio.queries.rows import Row
from reviews.lifecycle import STEPS

STANDINGS: dict[str, tuple[str, Callable[[Row], bool]]] = {
    "": ("All", lambda row: True),
    "to-come": ("Report to come", lambda row: row.signed_on is None and not row.review.has_ended),
    "late": ("Late, or likely to be", lambda row: row.signed_on is None and row.will_be_late),
    "signed-off": ("Signed off", lambda row: row.signed_on is not None),
}

NAMES = {str(number): step for number, (step, _) in enumerate(STEPS, 1)}


@dataclass(frozen=True)
class Asked:
    """What the address asks for: a standing, a step by its number. Nonsense asks for all."""

    standing: str = ""
    step: str = ""

    def keeps(self, row: Row) -> bool:
        _, fits = STANDINGS.get(self.standing, STANDINGS[""])
        return bool(fits(row)) and (self.step not in NAMES or self.step == str(row.review.step))

    @property
    def words(self) -> str:
        """What is shown, where that is not everything."""
        name = STANDINGS.get(self.standing, STANDINGS[""])[0] if self.standing else ""
        return ", ".join(filter(None, [name, NAMES.get(self.step, "")]))


def standings(rows: Sequence[Row]) -> list[Filter]:
    return [
        Filter(value, name, sum(1 for row in rows if fits(row)))
        for value, (name, fits) in STANDINGS.items()
    ]


def steps(rows: Sequence[Row]) -> list[Filter]:
    """Return the steps at which reviews stand, with how many."""
    counts = Counter(row.review.step for row in rows)
    found = [
        Filter(str(number), name, counts[number])
        for number, (name, _) in enumerate(STEPS, 1)
        if counts[number]
    ]
    return [Filter("", "All", len(rows)), *found]
