from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from guests.models import CodeRoute, GuestCode, GuestLink, WrongCode, seal_of, secret_hash
from tests.factories.messaging import MessageFactory

AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
CODE = "0123 4567"
ORIGIN = "a" * 32


class GuestLinkFactory(DjangoModelFactory):
    """An open link, sent on 2 February 2026; `token="…"` gives it a secret one knows."""

    class Meta:
        model = GuestLink

    class Params:
        token = factory.Sequence(lambda n: f"a-secret-{n}")
        revoked = factory.Trait(revoked_at=AT)
        used = factory.Trait(used_at=AT)

    token_sha256 = factory.LazyAttribute(lambda made: secret_hash(made.token))
    sent_to = "box@alder.example"
    review_ref = "NS-DHR-4"
    expires_on = date(2026, 3, 2)
    message = factory.SubFactory(MessageFactory)
    recorded_at = AT


class GuestCodeFactory(DjangoModelFactory):
    """A code asked for on a link's page: "0123 4567"."""

    class Meta:
        model = GuestCode

    class Params:
        by_telephone = factory.Trait(route=CodeRoute.PHONE, asked_from="")

    link = factory.SubFactory(GuestLinkFactory)
    seal = factory.LazyAttribute(lambda made: seal_of(CODE, link_id=made.link.pk))
    route = CodeRoute.EMAIL
    asked_from = ORIGIN
    recorded_at = AT


class WrongCodeFactory(DjangoModelFactory):
    class Meta:
        model = WrongCode

    link = factory.SubFactory(GuestLinkFactory)
    tried_from = ORIGIN
    tried_at = AT
