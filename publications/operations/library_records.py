"""Keep the record of a review for the Home Office's library."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, person_behind
from publications.models import LibraryRecord
from publications.models.library_record import Part
from publications.operations.deciding import record as note
from publications.rules.publishing import check_can_enter
from reviews.models import Review


@transaction.atomic
def keep_record(
    *,
    review: Review,
    told: Mapping[str, Any],
    people: Mapping[Part, Mapping[str, Any]],
    by: Actor,
    at: datetime,
) -> LibraryRecord:
    """
    Keep what the library keeps of a review; keeping it again puts it right.

    told: the fields of `LibraryRecord`. people: those of `LibraryPerson`, by part.

    Raises Refused without the right.
    """
    check_can_enter(by, review)
    record, _ = LibraryRecord.objects.update_or_create(
        review=review, defaults={**told, "recorded_at": at, "recorded_by": person_behind(by)}
    )
    for part, said in people.items():
        record.people.update_or_create(part=part, defaults=dict(said))
    note("publication.library_record_kept", review, by=by, at=at, record_id=record.pk)
    return record
