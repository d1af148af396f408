from celery import shared_task
from django.utils import timezone

from composite.operations import reconciliation
from reviews.models import Review


@shared_task(name="composite.reconcile")
def reconcile(*, review_ref: str, **_from_a_newer_release: object) -> None:
    """Check the story of a review. Safe to run twice: what is found already is not made again."""
    review = Review.objects.filter(reference=review_ref).first()
    if review:
        reconciliation.reconcile(review=review, at=timezone.now())
