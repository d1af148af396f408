import time
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from messaging import post
from messaging.models import State

PATIENCE = 30  # seconds


@pytest.mark.slow
def test_a_real_worker_sends_what_was_posted(worker):
    message = post.send(
        "evidence_requested",
        to="author@agency.example",
        review_ref="AB-2026-03",
        path="/reviews/AB-2026-03/",
        by=None,
        at=timezone.now(),
    )

    end = time.monotonic() + PATIENCE
    while message.state != State.SENT and time.monotonic() < end:
        time.sleep(0.1)
        message.refresh_from_db()

    assert message.state == State.SENT
    assert message.message_id in identities(Path(settings.EML_DIR))


def identities(folder):
    files = (path.read_bytes() for path in folder.glob("*.eml"))
    return [message_from_bytes(file, policy=policy.default)["Message-ID"] for file in files]
