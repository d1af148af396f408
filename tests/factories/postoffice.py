from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from postoffice.models import (
    Acknowledgement,
    Chase,
    ChaseKind,
    Dispatch,
    DispatchLink,
    DispatchRoute,
    Reply,
    ReplyKind,
    SentWords,
    hash_of,
)
from postoffice.papers.wording import standard_covering
from tests.factories.actionplans import AddresseeAnswerFactory, RecommendationFactory
from tests.factories.agencies import PublicBodyFactory
from tests.factories.guests import GuestLinkFactory
from tests.factories.reviews import ReviewFactory

AT = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)


class DispatchFactory(DjangoModelFactory):
    """A letter put together for a body; `sent=True` for one that went by post."""

    class Meta:
        model = Dispatch

    class Params:
        sent = factory.Trait(route=DispatchRoute.POST, sent_on=date(2026, 2, 2), recorded_at=AT)
        by_link = factory.Trait(route=DispatchRoute.LINK, sent_on=date(2026, 2, 2), recorded_at=AT)

    review = factory.SubFactory(ReviewFactory)
    number = factory.Sequence(lambda n: n % 30000 + 1)
    body = factory.SubFactory(PublicBodyFactory)
    body_name = factory.SelfAttribute("body.name")
    addressed_to = factory.SelfAttribute("body.name")
    covering = factory.LazyAttribute(lambda made: standard_covering(made.body_name))
    signed_by = "Ines Okoro"
    prepared_at = AT


class SentWordsFactory(DjangoModelFactory):
    class Meta:
        model = SentWords

    dispatch = factory.SubFactory(DispatchFactory)
    recommendation = factory.LazyAttribute(
        lambda made: RecommendationFactory(review=made.dispatch.review, elsewhere=True)
    )
    number = factory.SelfAttribute("recommendation.number")
    text = factory.SelfAttribute("recommendation.text")
    sha256 = factory.LazyAttribute(lambda made: hash_of(made.text))


class DispatchLinkFactory(DjangoModelFactory):
    """`link__token="…"` gives it a secret one knows."""

    class Meta:
        model = DispatchLink

    dispatch = factory.SubFactory(DispatchFactory, by_link=True)
    link = factory.SubFactory(
        GuestLinkFactory,
        review_ref=factory.LazyAttribute(
            lambda made: made.factory_parent.dispatch.review.reference
        ),
    )


class AcknowledgementFactory(DjangoModelFactory):
    class Meta:
        model = Acknowledgement

    dispatch = factory.SubFactory(DispatchFactory, sent=True)
    acknowledged_on = date(2026, 2, 9)
    full_name = "Ada Clerk"
    job_title = "Correspondence clerk"
    recorded_at = AT


class ReplyFactory(DjangoModelFactory):
    class Meta:
        model = Reply

    line = factory.SubFactory(SentWordsFactory, dispatch__sent=True)
    kind = ReplyKind.IN_PART
    replied_on = date(2026, 3, 2)
    words = "We will do some of it."
    answer = factory.LazyAttribute(
        lambda made: (
            AddresseeAnswerFactory(recommendation=made.line.recommendation, to_words=made.line.text)
            if made.kind != ReplyKind.NOT_OURS
            else None
        )
    )
    full_name = "Ada Clerk"
    job_title = "Correspondence clerk"
    recorded_at = AT


class ChaseFactory(DjangoModelFactory):
    class Meta:
        model = Chase

    dispatch = factory.SubFactory(DispatchFactory, sent=True)
    kind = ChaseKind.LATE
    route = DispatchRoute.POST
    sent_on = date(2026, 4, 1)
    recorded_at = AT
