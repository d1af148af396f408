"""Put a message into words: everything an email may say is decided here."""

import re
from collections.abc import Sequence
from email.utils import format_datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from messaging.lines import Line
from messaging.models import Message
from privacy.marking import OFFICIAL_SENSITIVE


def compose(message: Message, lines: Sequence[Line] = ()) -> EmailMessage:
    """
    Return the email. Every attempt gives the same one, with the same Message-ID and date.

    lines: what it lists, where it is of a kind that does; a later attempt may list less.
    """
    kind = message.described
    body = render_to_string(
        kind.template,
        {
            "link": settings.BASE_URL + (message.path or "/") if kind.has_link else "",
            "code": message.code,
            "lines": lines,
            "review_ref": message.review_ref,
            "product_name": settings.PRODUCT_NAME,
        },
    )
    about = f" ({message.review_ref})" if message.review_ref else ""
    return EmailMessage(
        subject=f"{OFFICIAL_SENSITIVE}: {kind.subject_line}{about}",
        body=re.sub(r"\n{3,}", "\n\n", body),  # an empty block leaves its line
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[message.to_address],
        headers={
            "Message-ID": message.message_id,
            "Date": format_datetime(message.queued_at),
            "Auto-Submitted": "auto-generated",
        },
    )
