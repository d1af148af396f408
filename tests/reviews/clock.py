"""What the clock says of a review, for the tests of each package's facts."""

from datetime import date

from django.utils import timezone

from reviews.models import Review
from reviews.operations import clock

Days = tuple[date, date | None, date | None]
LONG_AFTER = date(2036, 1, 1)  # by when everything that a test records has happened


def follow(*review_ids: int, today: date | None = None) -> None:
    """Have the clock follow what is recorded, as it does by itself after each commit."""
    clock.follow(*review_ids, today=today or timezone.localdate())


def clock_of(review: Review, code: str, *, today: date = LONG_AFTER) -> dict[str, Days]:
    """Return when each deadline of a code started, is due and was met, by its subject."""
    follow(review.pk, today=today)
    found = review.deadlines.filter(code=code)
    return {one.subject: (one.started_on, one.due_on, one.met_on) for one in found}


def days_of(review: Review, code: str, subject: str = "", *, today: date = LONG_AFTER) -> Days:
    return clock_of(review, code, today=today)[subject]


def begun_on_paper(review: Review) -> Review:
    """Turn a review into one that was taken over at the stage where it stands."""
    review.adopted_reason = "Begun on paper."
    review.save()
    review.moves.update(before_this_system=True)
    return review


def taken_back(review: Review, stage: str) -> None:
    """Take a review one step back out of a stage."""
    move = review.moves.filter(to_stage=stage).last()
    move.pk, move.from_stage, move.to_stage, move.is_step_back = None, stage, move.from_stage, True
    move.save()
