"""What every change ends with: a line in the trail, of which record and nothing of what it says."""

from datetime import datetime

from agencies.models import Actor, person_behind
from audit import trail
from reviews.models import Review


def record(event: str, review: Review, *, by: Actor, at: datetime, **ids: int | str) -> None:
    trail.record(event, by=person_behind(by), at=at, review_ref=review.reference, **ids)


def hold_numbers(review: Review) -> None:
    """Have numbers given one at a time in a review, until the transaction ends."""
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
