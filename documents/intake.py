"""Take in a file: the one door for whatever comes from outside."""

from collections.abc import Set
from datetime import datetime
from hashlib import sha256
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

from django.core.files import File

from audit import trail
from audit.models import ActorKind
from documents.inspection import FileRefused, kind_of
from documents.kinds import DocumentKind
from documents.models import Document
from documents.storage import keep

if TYPE_CHECKING:
    from agencies.models import User

__all__ = ["MAX_BYTES", "FileRefused", "receive"]

MAX_BYTES = 25 * 1024 * 1024


def receive(
    upload: "File[bytes]",
    *,
    accept: Set[DocumentKind],
    by: "User | ActorKind | None",
    at: datetime,
    review_ref: str = "",
) -> Document:
    """
    Check a file, keep its bytes and return the row of its reception.

    accept: the kinds that will do here; what the file is, is told by its content alone.

    Raises FileRefused in words fit to show, which say what is wrong and what to do. A refusal
    leaves nothing but an audit event: so call this before the operation opens its own
    transaction, or the event is rolled back with it.
    """
    try:
        content = read(upload)
        kind = kind_of(content, accept=accept)
    except FileRefused as refusal:
        trail.record("document.refused", by=by, at=at, review_ref=review_ref, reason=refusal.code)
        raise
    document = Document(
        kind=kind,
        sha256=sha256(content).hexdigest(),
        size=len(content),
        original_name=plain_name(upload.name or ""),
        received_at=at,
        received_by=None if isinstance(by, ActorKind) else by,
    )
    keep(content, name=document.stored_as)
    document.save()
    trail.record("document.received", by=by, at=at, review_ref=review_ref, document_id=document.pk)
    return document


def read(upload: "File[bytes]") -> bytes:
    """Return the bytes. Raises FileRefused where there are none or too many."""
    if not upload.size:
        raise FileRefused("empty", "This file is empty. Open it to see that it holds something.")
    if upload.size > MAX_BYTES:
        raise FileRefused(
            "too_large",
            "This file is larger than 25 MB. Leave out pictures or split it into two files.",
        )
    upload.seek(0)
    return b"".join(upload.chunks())


def plain_name(name: str) -> str:
    """Return the last part of a file name, without characters that cannot be seen."""
    last = " ".join(PureWindowsPath(name).name.split())
    return "".join(letter for letter in last if letter.isprintable()).strip(" .")[:255] or "unnamed"
