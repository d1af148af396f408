from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from agencies.models import COMMAND_LINE
from reviews import access
from reviews.access import Role
from reviews.models import Membership
from stewards.models import CallBack, EmergencyAccess, Newcomer
from tests.factories.agencies import UserFactory
from tests.factories.reviews import AT, AgencyInvolvementFactory, ReviewFactory


class CallBackFactory(DjangoModelFactory):
    class Meta:
        model = CallBack

    user = factory.SubFactory(UserFactory)
    asked_by = "Robin, from the front desk"
    number = "0118 999 8819"
    number_known_from = "The directory of agencies"
    identity_checked = "Told the name of their manager and their start date."
    called_on = AT.date()
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)


class NewcomerFactory(DjangoModelFactory):
    """An author whom the lead of an agency let in, and whom no officer has looked at."""

    class Meta:
        model = Newcomer

    class Params:
        part = factory.SubFactory(AgencyInvolvementFactory)
        lead = factory.SubFactory(UserFactory)

    @factory.lazy_attribute
    def membership(self) -> Membership:
        return access.admit(
            user=UserFactory(), role=Role.IMR_AUTHOR, to=self.part, by=self.lead, at=AT,
            from_on=AT.date(),
        )  # fmt: skip


class EmergencyAccessFactory(DjangoModelFactory):
    """Asked for and waiting. Add `running=True` for one that a second person approved."""

    class Meta:
        model = EmergencyAccess

    class Params:
        running = factory.Trait(
            approved_at=factory.LazyFunction(timezone.now),
            approved_by=factory.SubFactory(UserFactory),
            membership=factory.LazyAttribute(lambda made: let_in(made)),
        )

    review = factory.SubFactory(ReviewFactory)
    reader = factory.SubFactory(UserFactory)
    reason = "The only officer is in hospital and nobody else answers."
    asked_at = factory.LazyFunction(timezone.now)
    asked_by = factory.SubFactory(UserFactory)
    until_at = factory.LazyAttribute(lambda made: made.asked_at + timedelta(hours=24))


def let_in(made) -> Membership:
    return access.admit(
        user=made.reader, role=Role.EMERGENCY_READER, to=made.review, by=COMMAND_LINE,
        at=made.asked_at, from_on=made.asked_at.date(), until_on=made.until_at.date(),
        until_at=made.until_at,
    )  # fmt: skip
