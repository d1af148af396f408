from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from replies.models import IncomingFile, IncomingReply, ReplyKind
from tests.factories.agencies import UserFactory
from tests.factories.documents import DocumentFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory

AT = datetime(2026, 1, 20, 10, 30, tzinfo=UTC)


class IncomingReplyFactory(DjangoModelFactory):
    """An email that waits to be confirmed; `beside=True` for one kept with its agency."""

    class Meta:
        model = IncomingReply

    class Params:
        beside = factory.Trait(
            settled_as=ReplyKind.QUESTION,
            involvement=factory.LazyAttribute(
                lambda made: AgencyInvolvementFactory(review=made.review)
            ),
            settled_at=AT,
            settled_by=factory.SubFactory(UserFactory),
        )

    review = factory.SubFactory(ReviewFactory)
    document = factory.SubFactory(DocumentFactory)
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)
    read_at = AT
    is_email = True
    sender = "Ines Records"
    sender_address = "ines@alder.example"
    subject = "About our search"
    words = "We found no trace of either of them."
    given_on = date(2026, 1, 19)
    read_kind = ReplyKind.NIL
    why = "It says “We found no trace”"


class IncomingFileFactory(DjangoModelFactory):
    class Meta:
        model = IncomingFile

    reply = factory.SubFactory(IncomingReplyFactory)
    number = factory.Sequence(lambda n: n % 30000 + 1)
    name = "search of Records.docx"
    document = factory.SubFactory(DocumentFactory)
