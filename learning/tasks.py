"""What the worker does for learning across reviews."""

from celery import shared_task
from django.utils import timezone

from learning.operations import gathering, open_data


@shared_task(name="learning.gather")
def gather(*, review_ref: str, **_from_a_newer_release: object) -> None:
    """Gather what one review published. Safe to run twice."""
    gathering.gather_review(review_ref=review_ref, at=timezone.now())


@shared_task(name="learning.gather_missing")
def gather_missing(**_from_a_newer_release: object) -> None:
    """Gather what was published before there was this search, or while no worker ran."""
    gathering.gather_missing(at=timezone.now())


@shared_task(name="learning.make_open_data")
def make_open_data(**_from_a_newer_release: object) -> None:
    """Make the files of the public page anew: what became of things changes every day."""
    open_data.make(at=timezone.now())
