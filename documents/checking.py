"""Scan files that no scanner has spoken on yet, or all of them anew."""

import logging
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from audit import trail
from audit.models import ActorKind
from documents import scanning, storage
from documents.models import Document, ScanState
from messaging import post

log = logging.getLogger(__name__)

UNDECIDED = (ScanState.PENDING, ScanState.NOT_SCANNED)


def waiting() -> list[int]:
    """Return the documents that wait for a scanner, the longest waiting first."""
    found = Document.objects.filter(scan__in=UNDECIDED).order_by("received_at")
    return list(found.values_list("pk", flat=True))


@transaction.atomic
def scan_again(
    *,
    document_id: int,
    among: Iterable[ScanState] = UNDECIDED,
    by: ActorKind = ActorKind.WORKER,
    at: datetime,
) -> ScanState | None:
    """
    Scan a kept file and note what came of it. Safe to run twice, and twice at once.

    A file with malware is deleted and its row says so; whoever sent it is told. Returns None
    where it was not in one of these states, or its bytes cannot be read.
    """
    found = Document.objects.select_for_update(of=("self",), skip_locked=True)
    document = found.filter(pk=document_id, scan__in=list(among)).first()
    if document is None:
        return None
    try:
        content = storage.content_of(document.stored_as)
    except OSError:
        log.error("The bytes of %s cannot be read", document)
        return None
    verdict = scanning.scan(content)
    was = ScanState(document.scan)
    if verdict.state == ScanState.PENDING and was == ScanState.CLEAN:
        return was  # a scanner that is away changes nothing about what it said before
    document.scan = verdict.state
    document.scanned_at = at if verdict.state not in UNDECIDED else None
    document.save(update_fields=["scan", "scanned_at"])
    if verdict.state == ScanState.REFUSED:
        refuse(document, signature=verdict.signature, by=by, at=at)
    elif was == ScanState.PENDING and verdict.state == ScanState.CLEAN:
        trail.record("document.checked", by=by, at=at, document_id=document.pk)
    return verdict.state


def refuse(document: Document, *, signature: str, by: ActorKind, at: datetime) -> None:
    """Close every reception of these bytes, tell whoever sent them, and delete the bytes."""
    others = Document.objects.filter(sha256=document.sha256).exclude(scan=ScanState.REFUSED)
    for one in [document, *others.select_related("received_by")]:
        one.scan, one.scanned_at = ScanState.REFUSED, at
        one.save(update_fields=["scan", "scanned_at"])
        trail.record(
            "document.refused",
            by=by,
            at=at,
            reason="malware",
            signature=signature,
            document_id=one.pk,
        )
        if one.received_by:
            post.send("file_refused", to=one.received_by.email, path="/", by=None, at=at)
    transaction.on_commit(lambda: storage.forget(document.stored_as))
