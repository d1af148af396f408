from datetime import UTC, datetime

import factory
from factory.django import DjangoModelFactory

from messaging.models import Message, State

QUEUED_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class MessageFactory(DjangoModelFactory):
    """A message waiting to be sent. Add `sent=True` for one that is."""

    class Meta:
        model = Message

    class Params:
        sent = factory.Trait(state=State.SENT, attempts=1, sent_at=QUEUED_AT)
        retrying = factory.Trait(state=State.RETRYING, attempts=1)
        failed = factory.Trait(state=State.FAILED, attempts=1, failure="The mail server said no.")

    kind = "evidence_requested"
    to_address = factory.Sequence(lambda n: f"author{n}@agency.example")
    review_ref = "AB-2026-03"
    path = "/reviews/AB-2026-03/"
    queued_at = QUEUED_AT
    try_after = QUEUED_AT
    message_id = factory.Sequence(lambda n: f"<{n}@dhr.example>")
