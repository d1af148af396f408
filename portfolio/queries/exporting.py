"""The portfolio as one page of a workbook: the rows of the page, and what they come to."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal

from agencies.models import CommunitySafetyPartnership
from pages.templatetags.dates import moment
from portfolio.papers.workbook import Table, Value, workbook_of
from portfolio.queries.rows import Row
from portfolio.queries.totals import days_lost, money
from privacy.marking import OFFICIAL_SENSITIVE

COLUMNS = {
    "Review": 14, "Stage": 20, "Statutory day": 13, "Agreed day": 13, "Signed off or likely": 13,
    "Between": 13, "and": 13, "How it stands": 17, "Days over": 8, "Likely days over": 8,
    "Longest wait": 30, "On whom": 24, "Most days lost to": 24, "Days lost to it": 8,
    "Agreed": 12, "Spent": 12, "Shared": 12,
}  # fmt: skip
HOW_COUNTED = (
    "Days are counted to the day that stands, the agreed one where there is one. "
    "Pounds without VAT. Empty: not recorded, or not the reader’s to see."
)
MONEY = 3  # the last columns


def workbook(
    partnership: CommunitySafetyPartnership,
    rows: Sequence[Row],
    *,
    narrowed: str,
    made_by: str,
    at: datetime,
) -> bytes:
    """narrowed: which reviews were asked for, in words; empty for all that the reader opens."""
    which = f"Shown: {narrowed}. " if narrowed else ""
    return workbook_of(
        Table(
            title=f"Reviews of {partnership}",
            marking=OFFICIAL_SENSITIVE,
            about=(
                f"Made on {moment(at)} by {made_by}.",
                which + HOW_COUNTED,
            ),
            heads=tuple(COLUMNS),
            widths=tuple(COLUMNS.values()),
            rows=tuple(cells(row) for row in rows),
            totals=totals(rows),
            below=tuple(below(rows)),
        )
    )


def cells(row: Row) -> tuple[Value, ...]:
    report, likely, wait, most = row.report, row.forecast, row.wait, row.most_days
    sums = row.sums
    return (
        row.review.reference,
        row.review.get_stage_display(),
        report.due_on if report else None,
        report.agreed_on if report else None,
        row.signed_on or (likely.expected_on if likely else None),
        likely.early_on if likely else None,
        likely.late_on if likely else None,
        row.says,
        row.over if row.stands_on else None,
        row.likely_over if row.stands_on else None,
        wait.words if wait else "",
        wait.on if wait else "",
        most[0] if most else "",
        most[1] if most else None,
        sums.agreed if sums else None,
        sums.spent if sums else None,
        sums.shared if sums else None,
    )


def totals(rows: Sequence[Row]) -> tuple[Value, ...]:
    found = money(rows)
    sums: tuple[Value, ...] = (found.agreed, found.spent, found.shared) if found else (None,) * 3
    count = f"{len(rows)} review{'' if len(rows) == 1 else 's'}"
    return (count, *("" for _ in range(len(COLUMNS) - MONEY - 1)), *sums)


def below(rows: Sequence[Row]) -> Iterator[tuple[Value, ...]]:
    yield ("",)
    yield ("Where the days went", "", "Days", "Reviews")
    for lost in days_lost(rows):
        yield (lost.label, "", lost.days, lost.reviews)
    if found := money(rows):
        yield ("",)
        yield ("Costs in all", "")
        for name, amount in said_of_money(found.paid, found.over, found.received):
            yield (name, "", amount)


def said_of_money(paid: Decimal, over: Decimal, received: Decimal) -> Iterator[tuple[str, Decimal]]:
    yield "Of it paid", paid
    yield "Over what was agreed", over
    yield "Received for shares", received
