from celery import shared_task
from django.utils import timezone

from composite.models import CompositeExport
from composite.operations import asked_exports, making, reconciliation
from reviews.models import Review


@shared_task(name="composite.reconcile")
def reconcile(*, review_ref: str, **_from_a_newer_release: object) -> None:
    """Check the story of a review. Safe to run twice: what is found already is not made again."""
    review = Review.objects.filter(reference=review_ref).first()
    if review:
        reconciliation.reconcile(review=review, at=timezone.now())


@shared_task(name="composite.make_export")
def make_export(*, export_id: int, **_from_a_newer_release: object) -> None:
    """Make a file that somebody asked for. Safe to run twice: what is made stays as it is."""
    making.make(export_id=export_id, clock=timezone.now)


@shared_task(name="composite.look_after_exports")
def look_after_exports(**_from_a_newer_release: object) -> None:
    """Make what a lost job or a dead worker left behind, and delete what was kept long enough."""
    for export in CompositeExport.objects.left_behind(timezone.now()):
        make_export.delay(export_id=export.pk)
    asked_exports.drop_old(at=timezone.now())
