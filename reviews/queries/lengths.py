"""How long things take in a partnership: its own figures where it set any, the rules' elsewhere."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from reviews.deadlines import Length, due_on
from reviews.models import LocalLength, Review


class Lengths:
    """The figures that partnerships set for themselves, read once for many reviews."""

    def __init__(self, partnerships: Iterable[int]) -> None:
        self.found: dict[tuple[int, str], list[LocalLength]] = defaultdict(list)
        rows = LocalLength.objects.filter(partnership__in=set(partnerships))
        for row in rows.order_by("-from_on", "-pk"):
            self.found[row.partnership_id, row.code].append(row)

    def of(self, partnership_id: int, code: str, *, started_on: date) -> Length | None:
        """Return the figure that holds for a clock that starts on a day; None for the rule's."""
        rows = self.found.get((partnership_id, code), [])
        return next((row.length for row in rows if row.holds_on(started_on)), None)


def due_in(review: Review, code: str, *, started_on: date) -> date:
    """Return the day that a rule gives in a review, by the partnership's own figure if any."""
    place = review.partnership_id
    own = Lengths([place]).of(place, code, started_on=started_on)
    return due_on(code, started_on=started_on, regime_code=review.regime_code, length=own)
