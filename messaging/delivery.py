"""Bring written messages to the mail server, each of them once."""

import logging
import smtplib
from datetime import datetime, timedelta

from django.core.mail import EmailMessage
from django.db import transaction

from audit import trail
from audit.models import Actor
from messaging.letter import compose
from messaging.models import Message

log = logging.getLogger(__name__)

LEFT_BEHIND_AFTER = timedelta(minutes=1)  # until then its own job is on its way
AT_ONE_SWEEP = 200


def deliver(*, message_id: int, at: datetime) -> None:
    """
    Send one message, unless it is sent or another worker has it in hand.

    The row stays locked while the mail server is spoken to. So a message marked as being sent
    and not locked was left by a worker that died, and is taken over at once. Should the worker
    die between the server's yes and ours, the message goes out a second time with the same
    Message-ID, which mail programs show once.
    """
    with transaction.atomic():
        message = Message.objects.claim(message_id)
        if message is None:
            return
        message.start_sending(at=at)
    with transaction.atomic():
        message = Message.objects.claim(message_id)
        if message is not None:
            attempt(message, at=at)


def attempt(message: Message, *, at: datetime) -> None:
    try:
        compose(message).send()
    except (smtplib.SMTPException, OSError) as error:
        log.warning("message %s not sent: %s", message.pk, type(error).__name__)
        note_failure(message, error, at=at)
    else:
        message.mark_sent(at=at)
        trail.record(
            "message.sent",
            by=Actor.WORKER,
            at=at,
            review_ref=message.review_ref,
            message_id=message.pk,
        )


def deliver_waiting(*, at: datetime) -> None:
    """Send what is due and has no job of its own any more, the longest waiting first."""
    for message_id in Message.objects.left_behind(at=at)[:AT_ONE_SWEEP]:
        deliver(message_id=message_id, at=at)
