from celery import shared_task
from django.utils import timezone

from audit.models import ActorKind
from documents import checking, integrity


@shared_task(name="documents.scan")
def scan(*, document_id: int, **_from_a_newer_release: object) -> None:
    """Scan one kept file. Safe to run twice: one that was scanned is left alone."""
    checking.scan_again(document_id=document_id, at=timezone.now())


@shared_task(name="documents.scan_waiting")
def scan_waiting(**_from_a_newer_release: object) -> None:
    """Scan what waits because the scanner was away, a job was lost or there was no scanner yet."""
    for document_id in checking.waiting():
        checking.scan_again(document_id=document_id, at=timezone.now())


@shared_task(name="documents.check_files")
def check_files(**_from_a_newer_release: object) -> None:
    """Compare the stored files with the database, both ways."""
    integrity.check_files(by=ActorKind.WORKER, at=timezone.now())
