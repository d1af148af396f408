"""Bring written messages to the mail server, each of them once."""

import logging
import smtplib
from datetime import datetime, timedelta

from django.db import transaction

from audit import trail
from audit.models import ActorKind
from messaging.letter import compose
from messaging.lines import lines_of
from messaging.models import Message, State

log = logging.getLogger(__name__)

LEFT_BEHIND_AFTER = timedelta(minutes=1)  # until then its own job is on its way
AT_ONE_SWEEP = 200


def deliver(*, message_id: int, at: datetime) -> None:
    """
    Send one message, unless it is sent, not yet due or in another worker's hands.

    The row stays locked while the mail server is spoken to. So a message marked as being sent
    and not locked was left by a worker that died, and is taken over at once. Should a worker
    die between the server's yes and ours, the message goes out a second time under the same
    Message-ID, by which mail programs know it.
    """
    with transaction.atomic():
        message = Message.objects.claim(message_id, at=at)
        if message is None:
            return
        if message.is_given_up:
            return give_up(message, at=at)
        message.mark_sending()
    with transaction.atomic():
        message = Message.objects.claim(message_id, at=at)
        if message is not None:
            attempt(message, at=at)


def left_behind(*, at: datetime) -> list[int]:
    """Return what is due and has no job of its own any more, the longest waiting first."""
    due = Message.objects.due(at=at - LEFT_BEHIND_AFTER) | Message.objects.due(at=at).filter(
        state=State.RETRYING
    )
    return list(due.order_by("try_after", "pk").values_list("pk", flat=True)[:AT_ONE_SWEEP])


def attempt(message: Message, *, at: datetime) -> None:
    """Speak to the mail server, and note what came of it."""
    try:
        lines = lines_of(message, at=at) if message.described.has_lines else ()
        if message.described.has_lines and not lines:
            return message.mark_withdrawn()
        compose(message, lines).send()
    except (smtplib.SMTPException, OSError) as error:
        log.warning("%s not sent: %s", message, type(error).__name__)
        message.mark_not_sent(in_words(error), for_good=is_final(error), at=at)
    except Exception:
        log.exception("%s could not be written", message)  # a fault of ours: the next must not wait
        message.mark_not_sent("The message could not be written.", for_good=True, at=at)
    else:
        message.mark_sent(at=at)
    record_outcome(message, at=at)


def give_up(message: Message, *, at: datetime) -> None:
    """Leave a message at which worker after worker died."""
    message.mark_not_sent("Every attempt was cut short.", for_good=True, at=at)
    record_outcome(message, at=at)


def record_outcome(message: Message, *, at: datetime) -> None:
    """Add the end of a message's way to the trail; an attempt to be repeated is not the end."""
    outcome = {State.SENT: "message.sent", State.FAILED: "message.failed"}
    if message.state in outcome:
        trail.record(
            outcome[State(message.state)],
            by=ActorKind.WORKER,
            at=at,
            review_ref=message.review_ref,
            message_id=message.pk,
            kind=message.kind,
        )


def is_final(error: Exception) -> bool:
    """Tell whether trying again is useless: the server has said no to this address or text."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in error.recipients.values())
    return isinstance(error, smtplib.SMTPDataError) and error.smtp_code >= 500


def in_words(error: Exception) -> str:
    """Say what went wrong. The server's own words may quote the address, so they stay out."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = ", ".join(str(code) for code, _words in error.recipients.values())
        return f"The mail server did not take this address (code {codes})."
    if isinstance(error, smtplib.SMTPResponseException):
        return f"The mail server did not take the message (code {error.smtp_code})."
    return "The mail server could not be reached."
