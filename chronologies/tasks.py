from celery import shared_task
from django.utils import timezone

from chronologies.operations import submissions
from chronologies.queries.waiting import left_behind
from documents.models import FileNotOpen


@shared_task(
    name="chronologies.read_submission",
    autoretry_for=(OSError, FileNotOpen),
    retry_backoff=True,
    max_retries=5,
)
def read_submission(*, submission_id: int, **_from_a_newer_release: object) -> None:
    """Read one received file. Safe to run twice: a file already read is left alone."""
    submissions.read_submission(submission_id=submission_id, at=timezone.now())


@shared_task(name="chronologies.read_waiting")
def read_waiting(**_from_a_newer_release: object) -> None:
    """Read what a lost job or a dead worker left behind."""
    for submission_id in left_behind(at=timezone.now()):
        read_submission.delay(submission_id=submission_id)
