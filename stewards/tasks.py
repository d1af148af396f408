from celery import shared_task
from django.utils import timezone

from agencies.models import COMMAND_LINE
from reviews.operations import admission


@shared_task(name="stewards.end_run_out")
def end_run_out(**_from_a_newer_release: object) -> None:
    """
    Remove whoever's last day or moment has passed, so that the trail says so. They have had no
    access since. Safe to run twice.
    """
    now = timezone.now()
    admission.end_run_out(today=timezone.localdate(now), by=COMMAND_LINE, at=now)
