from datetime import datetime

from agencies.models import Actor, person_behind
from audit import trail
from reviews.models import Review


def record(event: str, review: Review, *, by: Actor, at: datetime, **ids: int | str) -> None:
    trail.record(event, by=person_behind(by), at=at, review_ref=review.reference, **ids)
