"""Hand the portfolio out as a file: it leaves the system, so the trail says who took it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from agencies.models import CommunitySafetyPartnership, User
from audit import trail
from portfolio.queries.exporting import workbook
from portfolio.queries.rows import Row


@transaction.atomic
def export(
    *,
    partnership: CommunitySafetyPartnership,
    rows: Sequence[Row],
    narrowed: str,
    by: User,
    at: datetime,
) -> bytes:
    """Return these rows as a workbook of one page. rows: what its reader may see."""
    content = workbook(partnership, rows, narrowed=narrowed, made_by=by.full_name, at=at)
    trail.record(
        "portfolio.exported", by=by, at=at, partnership_id=partnership.pk, reviews=len(rows)
    )
    return content
