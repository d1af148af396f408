"""Keep the media log."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from proceedings import rules
from proceedings.models import MediaEntry
from proceedings.operations.recording import record
from proceedings.rules import Coverage
from reviews.models import Review


@transaction.atomic
def log_media(
    *, review: Review, coverage: Coverage, today: date, by: Actor, at: datetime
) -> MediaEntry:
    """Record an enquiry or a publication. Raises Refused without the right."""
    rules.check_can_write(by, review)
    rules.check_coverage(review, coverage, today=today)
    entry = MediaEntry.objects.create(
        review=review, **vars(coverage), recorded_at=at, recorded_by=person_behind(by)
    )
    record("media.logged", review, by=by, at=at, entry_id=entry.pk)
    return entry


@transaction.atomic
def change_media(
    *, entry: MediaEntry, coverage: Coverage, today: date, by: Actor, at: datetime
) -> MediaEntry:
    """Mend an entry. Raises Refused likewise."""
    rules.check_can_write(by, entry.review)
    rules.check_coverage(entry.review, coverage, today=today)
    for name, value in vars(coverage).items():
        setattr(entry, name, value)
    entry.save(update_fields=list(vars(coverage)))
    record("media.changed", entry.review, by=by, at=at, entry_id=entry.pk)
    return entry
