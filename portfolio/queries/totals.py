"""What several reviews come to together: days by cause, and money."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from costs.queries.sums import NOTHING
from portfolio.queries.rows import Row
from timescales.models import Cause


@dataclass(frozen=True)
class Lost:
    """Days that went to one cause, in how many reviews, and of a hundred days how many."""

    label: str
    days: int
    reviews: int
    share: int


@dataclass(frozen=True)
class Money:
    """
    What reviews cost together, in pounds without VAT. unknown: of how many nothing is agreed.
    """

    agreed: Decimal
    spent: Decimal
    paid: Decimal
    over: Decimal
    shared: Decimal
    received: Decimal
    unknown: int


def days_lost(rows: Sequence[Row]) -> list[Lost]:
    days: Counter[str] = Counter()
    reviews: Counter[str] = Counter()
    for row in rows:
        days.update(row.ledger.days)
        reviews.update(row.ledger.days.keys())
    whole = sum(days.values())
    return [
        Lost(Cause(cause).label, count, reviews[cause], round(100 * count / whole))
        for cause, count in sorted(days.items(), key=lambda item: (-item[1], item[0]))
        if count
    ]


def money(rows: Sequence[Row]) -> Money | None:
    """Return what these reviews cost together; None where the reader sees the costs of none."""
    sums = [row.sums for row in rows if row.sums is not None]
    if not sums:
        return None
    return Money(
        agreed=sum((one.agreed or NOTHING for one in sums), NOTHING),
        spent=sum((one.spent for one in sums), NOTHING),
        paid=sum((one.paid for one in sums), NOTHING),
        over=sum((one.over for one in sums), NOTHING),
        shared=sum((one.shared for one in sums), NOTHING),
        received=sum((one.received for one in sums), NOTHING),
        unknown=sum(one.agreed is None for one in sums),
    )
