"""Take in a file: the one door for whatever comes from outside."""

from collections.abc import Set
from datetime import datetime
from hashlib import sha256
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

from django.core.files import File

from audit import trail
from audit.models import ActorKind
from documents import protection, scanning
from documents.inspection import FileRefused, kind_of, naming
from documents.kinds import DocumentKind
from documents.limits import MAX_BYTES, MAX_MEGABYTES
from documents.models import Document, ScanState
from documents.models.document import SAID
from documents.pictures import colours_only
from documents.storage import keep
from messaging import queue

if TYPE_CHECKING:
    from agencies.models import User

__all__ = ["MAX_BYTES", "FileRefused", "receive"]


def receive(
    upload: "File[bytes]",
    *,
    accept: Set[DocumentKind],
    password: str = "",
    is_picture: bool = False,
    by: "User | ActorKind | None",
    at: datetime,
    review_ref: str = "",
) -> Document:
    """
    Check a file, keep its bytes and return the row of its reception.

    accept: the kinds that will do here; what the file is, is told by its content alone. Its name
    may not say that it is something else.
    password: opens a protected file, which is kept without it. It goes no further than that.

    is_picture: keep nothing of a picture but its colours: no place, day or camera.

    Where the malware scanner does not answer, the file is kept and waits: nobody can open it
    until it was scanned.

    Raises FileRefused in words fit to show, which say what is wrong and what to do. A refusal
    leaves nothing but an audit event: so call this before the operation opens its own
    transaction, or the event is rolled back with it.
    """
    try:
        sent = read(upload)
        content = protection.without(sent, password=password)
        kind = kind_of(content, accept=accept)
        name = naming.called(plain_name(upload.name or ""), kind=kind, content=content)
        state = scanned(content)
        content = colours_only(content, kind) if is_picture else content
    except FileRefused as refusal:
        codes = {"reason": refusal.code, **refusal.details}
        trail.record("document.refused", by=by, at=at, review_ref=review_ref, **codes)
        raise
    document = Document(
        kind=kind,
        sha256=sha256(content).hexdigest(),
        size=len(content),
        original_name=name,
        received_at=at,
        received_by=None if isinstance(by, ActorKind) else by,
        arrived_protected=not is_picture and content is not sent,
        scan=state,
        scanned_at=at if state in SAID else None,
    )
    keep(content, name=document.stored_as)
    document.save()
    trail.record("document.received", by=by, at=at, review_ref=review_ref, document_id=document.pk)
    if state == ScanState.PENDING:
        queue.later("documents.scan", document_id=document.pk)
    return document


def read(upload: "File[bytes]") -> bytes:
    """Return the bytes. Raises FileRefused where there are none or too many."""
    if not upload.size:
        raise FileRefused("empty", "This file is empty. Open it to see that it holds something.")
    if upload.size > MAX_BYTES:
        raise FileRefused(
            "too_large",
            f"This file is larger than {MAX_MEGABYTES} MB. Leave out pictures or split it into "
            "two files.",
        )
    upload.seek(0)
    return b"".join(upload.chunks())


def scanned(content: bytes) -> ScanState:
    """Return what the scanner says. Raises FileRefused for malware."""
    verdict = scanning.scan(content)
    if verdict.state == ScanState.REFUSED:
        raise FileRefused(
            "malware",
            "Malware was found in this file, and it was not kept. Tell your IT service, and send "
            "the file again once they have cleaned it.",
            signature=verdict.signature,
        )
    return verdict.state


def plain_name(name: str) -> str:
    """Return the last part of a file name, without characters that cannot be seen."""
    last = " ".join(PureWindowsPath(name).name.split())
    return "".join(letter for letter in last if letter.isprintable()).strip(" .")[:255] or "unnamed"
