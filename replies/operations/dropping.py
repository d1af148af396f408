"""Take in what an officer drops on a review."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.core.files import File
from django.db import transaction

from agencies.models import User
from audit import trail
from documents import intake
from documents.models import Document
from messaging import queue
from replies.models import IncomingReply
from replies.operations import reading
from replies.operations.reading import ATTACHED
from replies.queries.matching import Known, known_of
from reviews import access, rules
from reviews.access import Permission
from reviews.models import Review


@dataclass(frozen=True)
class Dropped:
    """A file that was dropped. is_new: it was not here before."""

    reply: IncomingReply
    is_new: bool


def drop(
    *,
    review: Review,
    upload: "File[bytes]",
    password: str = "",
    known: Known,
    by: User,
    at: datetime,
) -> Dropped:
    """
    Keep one file and read it. Nothing of it counts until somebody settles it.

    known: what the review knows, from `known_of`; asked once for any number of files.

    Raises Refused without the right, FileRefused for a file that is not taken in. The same file
    dropped again is the reply that it was.
    """
    access.require(by, Permission.SCOPING_SEND, on=review)
    rules.check_is_open(review)
    if before := same_file(review, hash_of(upload)):
        return Dropped(before, is_new=False)
    document = intake.receive(
        upload,
        accept=ATTACHED,
        password=password,
        by=by,
        at=at,
        review_ref=review.reference,
    )
    if before := same_file(review, document.sha256):  # known without its password
        return Dropped(before, is_new=False)
    return Dropped(note(review, document, known=known, by=by, at=at), is_new=True)


@transaction.atomic
def note(
    review: Review, document: Document, *, known: Known, by: User, at: datetime
) -> IncomingReply:
    reply = IncomingReply.objects.create(
        review=review,
        document=document,
        sha256=document.sha256,
        recorded_at=at,
        recorded_by=by,
    )
    trail.record(
        "reply.dropped", by=by, at=at, review_ref=review.reference, document_id=document.pk
    )
    if document.is_open:
        reading.read(reply, known=known, by=by, at=at)
    else:
        queue.later("replies.read_reply", reply_id=reply.pk)
    return reply


@transaction.atomic
def read_later(*, reply_id: int, at: datetime) -> None:
    """
    Read a file that waited to be checked for malware. Safe to run twice.

    Raises FileNotOpen where it still waits.
    """
    found = IncomingReply.objects.unread().select_for_update(of=("self",), skip_locked=True)
    reply = found.select_related("review", "document", "recorded_by").filter(pk=reply_id).first()
    if reply is None:
        return
    officer = reply.recorded_by
    reading.read(reply, known=known_of(reply.review, officer=officer), by=officer, at=at)


def same_file(review: Review, digest: str) -> IncomingReply | None:
    return review.replies.filter(sha256=digest).first()


def hash_of(upload: "File[bytes]") -> str:
    upload.seek(0)
    made = sha256()
    for chunk in upload.chunks():
        made.update(chunk)
    upload.seek(0)
    return made.hexdigest()
