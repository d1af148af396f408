"""What every change to an entry begins and ends with: a lock, and a line in the trail."""

from datetime import datetime
from typing import Any, TypeVar

from agencies.models import Actor, person_behind
from audit import trail
from costs.models import Entry

E = TypeVar("E", bound=Entry)


def locked(entry: E) -> E:
    """Return an entry as it stands now, kept from others until the end of the transaction."""
    rows: Any = type(entry).objects.select_for_update(of=("self",))
    found: E = rows.select_related("review").get(pk=entry.pk)
    return found


def record(event: str, entry: Entry, *, by: Actor, at: datetime, **ids: str) -> None:
    """Tell the trail which entry of which review: no amount and no name."""
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=entry.review.reference,
        entry_id=entry.pk,
        **ids,
    )
