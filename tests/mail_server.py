import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller


@dataclass
class MailServer:
    """A real mail server that keeps what it is sent, and answers as it is told."""

    received: list[EmailMessage] = field(default_factory=list)
    to_recipient: str = "250 OK"
    to_text: str = "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.to_recipient.startswith("2"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, server, session, envelope):
        if self.to_text.startswith("2"):
            self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return self.to_text


@pytest.fixture(scope="session")
def _controller() -> Iterator[Controller]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(MailServer(), hostname="127.0.0.1", port=port)
    controller.start()
    yield controller
    controller.stop()


@pytest.fixture
def mail_server(_controller, settings) -> MailServer:
    """Send real email to a server of our own."""
    vars(_controller.handler).update(vars(MailServer()))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = _controller.hostname, _controller.port
    settings.EMAIL_TIMEOUT = 5
    return _controller.handler
