from celery import shared_task
from django.utils import timezone

from anonymity.models import IdentifierCheck
from anonymity.operations import checking


@shared_task(name="anonymity.check_papers")
def check_papers(*, check_id: int, **_from_a_newer_release: object) -> None:
    """Check papers that somebody asked about. Safe to run twice."""
    checking.check_papers(check_id=check_id, clock=timezone.now)


@shared_task(name="anonymity.look_after_checks")
def look_after_checks(**_from_a_newer_release: object) -> None:
    """Begin again what a lost job or a dead worker left behind."""
    for check in IdentifierCheck.objects.left_behind(timezone.now()):
        check_papers.delay(check_id=check.pk)
