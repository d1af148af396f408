from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from documents.models import Route
from evidence.models import (
    ReturnKind,
    ScopingChase,
    ScopingRequest,
    ScopingReturn,
    ScopingRoute,
)
from tests.factories.reviews import AgencyInvolvementFactory

AT = datetime(2026, 1, 6, 9, 30, tzinfo=UTC)


class ScopingRequestFactory(DjangoModelFactory):
    """A letter by post, the day after the notification, due in two weeks."""

    class Meta:
        model = ScopingRequest

    involvement = factory.SubFactory(AgencyInvolvementFactory)
    sent_on = date(2026, 1, 6)
    due_on = date(2026, 1, 20)
    route = ScopingRoute.POST
    recorded_at = AT


class ScopingChaseFactory(DjangoModelFactory):
    """A reminder by telephone."""

    class Meta:
        model = ScopingChase

    request = factory.SubFactory(ScopingRequestFactory)
    chased_on = date(2026, 1, 21)
    route = ScopingRoute.PHONE
    recorded_at = AT


class ScopingReturnFactory(DjangoModelFactory):
    """A nil return, entered by the agency itself in answer to its letter."""

    class Meta:
        model = ScopingReturn

    class Params:
        by_email = factory.Trait(
            received_via=Route.EMAIL,
            on_behalf_of="Ines Okoro, records manager",
            given_on=date(2026, 1, 15),
        )

    request = factory.SubFactory(ScopingRequestFactory)
    involvement = factory.SelfAttribute("request.involvement")
    return_kind = ReturnKind.NIL
    answered_on = date(2026, 1, 15)
    recorded_at = AT
