import time
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from messaging import post
from messaging.models import Message, State

PATIENCE = 60  # seconds
MANY = 100


pytestmark = pytest.mark.slow


def test_a_real_worker_sends_what_was_posted(worker):
    message = send("evidence_requested", path="/reviews/AB-2026-03/")
    wait_until_sent(message)
    assert message.message_id in identities(Path(settings.EML_DIR))


def test_a_code_that_somebody_waits_for_goes_before_the_letters_in_front_of_it(worker):
    with transaction.atomic():
        letters = [send("evidence_requested") for _ in range(MANY)]
        code = send("guest_code", code="0123 4567")
    wait_until_sent(code, *letters)
    before = Message.objects.filter(kind="evidence_requested", sent_at__lt=code.sent_at).count()
    assert before < MANY / 2


def send(kind, **told):
    to, at = "author@agency.example", timezone.now()
    return post.send(kind, to=to, review_ref="AB-2026-03", by=None, at=at, **told)


def wait_until_sent(*messages):
    end = time.monotonic() + PATIENCE
    waiting = Message.objects.filter(pk__in=[one.pk for one in messages]).exclude(state=State.SENT)
    while waiting.exists() and time.monotonic() < end:
        time.sleep(0.1)
    assert not waiting.exists()
    for message in messages:
        message.refresh_from_db()


def identities(folder):
    files = (path.read_bytes() for path in folder.glob("*.eml"))
    return [message_from_bytes(file, policy=policy.default)["Message-ID"] for file in files]
