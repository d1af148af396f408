from celery import shared_task
from django.utils import timezone

from documents.models import FileNotOpen
from replies.models import IncomingReply
from replies.operations import dropping


@shared_task(
    name="replies.read_reply",
    autoretry_for=(OSError, FileNotOpen),
    retry_backoff=True,
    max_retries=5,
)
def read_reply(*, reply_id: int, **_from_a_newer_release: object) -> None:
    """Read a file that waited to be checked. Safe to run twice: one already read is left alone."""
    dropping.read_later(reply_id=reply_id, at=timezone.now())


@shared_task(name="replies.read_waiting")
def read_waiting(**_from_a_newer_release: object) -> None:
    """Read what a lost job or a scanner that was away left behind."""
    for reply in IncomingReply.objects.unread().select_related("document"):
        if reply.document.is_open:
            read_reply.delay(reply_id=reply.pk)
