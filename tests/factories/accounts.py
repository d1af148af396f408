import factory
from allauth.mfa.models import Authenticator
from django.utils import timezone
from factory.django import DjangoModelFactory

from accounts.models import DemonstrationAccount, Session
from tests.factories.agencies import UserFactory


class SessionFactory(DjangoModelFactory):
    """A browser in which somebody is signed in."""

    class Meta:
        model = Session

    session_key = factory.Sequence(lambda n: f"session{n}")
    session_data = "sealed words"
    user = factory.SubFactory(UserFactory)
    signed_in_at = factory.LazyFunction(timezone.now)
    last_used_at = factory.SelfAttribute("signed_in_at")
    expire_date = factory.SelfAttribute("signed_in_at")
    device = "Firefox on Windows"


class DemonstrationAccountFactory(DjangoModelFactory):
    class Meta:
        model = DemonstrationAccount

    user = factory.SubFactory(UserFactory)


class AuthenticatorFactory(DjangoModelFactory):
    """A security key of somebody, of which nothing is known but its name."""

    class Meta:
        model = Authenticator

    user = factory.SubFactory(UserFactory)
    type = Authenticator.Type.WEBAUTHN
    data = factory.LazyFunction(lambda: {"name": "blue key", "credential": {}})
