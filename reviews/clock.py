"""Start and meet deadlines. What they are and when they fall due is in `deadlines.py`."""

from datetime import date

from reviews.deadlines import due_on
from reviews.models import Deadline, Review


def start(review: Review, code: str, *, on: date) -> None:
    """Start a deadline, or move the start of one that runs already."""
    Deadline.objects.update_or_create(
        review=review,
        code=code,
        met_on=None,
        defaults={"started_on": on, "due_on": due_on(code, started_on=on)},
    )


def met(review: Review, code: str, *, on: date) -> None:
    """Record that what was due was done. Does nothing where the clock was not running."""
    Deadline.objects.filter(review=review, code=code, met_on=None).update(met_on=on)


def run_again(review: Review, code: str) -> None:
    """Let the last deadline of a code run on: what met it has been taken back."""
    last = Deadline.objects.filter(review=review, code=code).order_by("-pk").first()
    if last:
        last.met_on = None
        last.save(update_fields=["met_on"])


def forget(review: Review, *codes: str) -> None:
    """
    Take away running deadlines: what started them was taken back, or they were met on a day
    that nobody knows.
    """
    Deadline.objects.filter(review=review, code__in=codes, met_on=None).delete()
