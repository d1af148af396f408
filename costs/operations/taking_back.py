"""Take back what was recorded of a review's money by mistake."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from costs import rules
from costs.models import Entry
from costs.operations.recording import locked, record


@transaction.atomic
def take_back(*, entry: Entry, because: str, today: date, by: Actor, at: datetime) -> None:
    """
    Let something count no more, with the reason. It stays to be read.

    Raises Refused without the right, without a reason, or for a share that was asked for.
    """
    entry = locked(entry)
    rules.check_can_take_back(by, entry, because)
    entry.taken_back_at, entry.taken_back_by = at, person_behind(by)
    entry.taken_back_because = because
    entry.save(update_fields=["taken_back_at", "taken_back_by", "taken_back_because"])
    record("cost.taken_back", entry, by=by, at=at, kind=entry._meta.model_name or "")
