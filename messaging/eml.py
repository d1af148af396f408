"""Where no mail server is configured: every email becomes a file that a mail program opens."""

from collections.abc import Sequence
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class EmlFolderBackend(BaseEmailBackend):
    """Write one .eml for each email to settings.EML_DIR, whole or not at all."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.EML_DIR)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for email in email_messages:
            write(email, folder=folder)
        return len(email_messages)


def write(email: EmailMessage, *, folder: Path) -> None:
    """Write one email. Its name is its time and its Message-ID, so a second attempt replaces it."""
    message = email.message()
    when = parsedate_to_datetime(str(message["Date"]))
    identity = sha256(str(message["Message-ID"]).encode()).hexdigest()[:12]
    path = folder / f"{when:%Y%m%d-%H%M%S}-{identity}.eml"
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(message.as_bytes())
    unfinished.replace(path)
