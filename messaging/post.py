"""Tell a person something: the one door for email."""

import re
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings
from django.core.validators import validate_email

from messaging.kinds import KINDS
from messaging.models import Message
from messaging.queue import later

if TYPE_CHECKING:
    from agencies.models import User

PATH = re.compile(r"(/(?!/)[A-Za-z0-9._~%!$&'()*+,;=:@/?#-]*)?")
CODE = re.compile(r"(\d{4} \d{4})?")
REVIEW_REF = re.compile(r"[A-Za-z0-9 ./_-]*")


def send(
    kind: str,
    *,
    to: str,
    review_ref: str = "",
    path: str = "",
    code: str = "",
    by: "User | None",
    at: datetime,
) -> Message:
    """
    Write a message to one person and queue it to be sent once this transaction has committed.

    There is no parameter for a name, a date or an address of the case: the message says what
    is to be done and links to the page that says the rest.

    kind: a code of messaging.kinds.KINDS.
    path: the page it links to, such as `/reviews/AB-2026-03/`; empty for the first page.
    code: the digits of a one-time code, such as `0123 4567`; forgotten once sent.
    by: whose act it follows; None where nobody was signed in.

    Raises KeyError for an unknown kind, ValidationError for what is no email address and
    ValueError for a path, reference or code that does not stay in its place.
    """
    validate_email(to)
    if not PATH.fullmatch(path) or not REVIEW_REF.fullmatch(review_ref):
        raise ValueError("A message takes a path of ours and a review's reference.")
    if not CODE.fullmatch(code):
        raise ValueError("A code is two times four digits.")
    message = Message.objects.create(
        kind=KINDS[kind].code,
        to_address=to,
        review_ref=review_ref,
        path=path,
        code=code,
        queued_at=at,
        queued_by=by,
        try_after=at,
        message_id=f"<{uuid4()}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].rstrip('>')}>",
    )
    job = "messaging.deliver_awaited" if message.described.is_awaited else "messaging.deliver"
    later(job, message_id=message.pk)
    return message
