from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from agencies.models import (
    Agency,
    AgencyContact,
    AgencyKind,
    AgencyLead,
    BodyAddress,
    BodyKind,
    CommunitySafetyPartnership,
    Post,
    PostKind,
    PublicBody,
    User,
)

PASSWORD = "a long enough pass phrase"


class UserFactory(DjangoModelFactory):
    """A person with an account who has set a password, and no part in anything."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@agency.example")
    full_name = factory.Sequence(lambda n: f"Person Number {n}")
    password = factory.django.Password(PASSWORD)


class CommunitySafetyPartnershipFactory(DjangoModelFactory):
    class Meta:
        model = CommunitySafetyPartnership

    name = factory.Sequence(lambda n: f"Northside {n} Community Safety Partnership")
    slug = factory.Sequence(lambda n: f"northside-{n}")
    reference_prefix = factory.Sequence(lambda n: f"NS{n}")


class PostFactory(DjangoModelFactory):
    """An officer's post, held since long ago."""

    class Meta:
        model = Post

    partnership = factory.SubFactory(CommunitySafetyPartnershipFactory)
    user = factory.SubFactory(UserFactory)
    kind = PostKind.OFFICER
    from_on = date(2020, 1, 1)


class AgencyFactory(DjangoModelFactory):
    class Meta:
        model = Agency

    name = factory.Sequence(lambda n: f"Riverbank Housing {n}")
    slug = factory.Sequence(lambda n: f"riverbank-housing-{n}")
    kind = AgencyKind.HOUSING


class AgencyContactFactory(DjangoModelFactory):
    class Meta:
        model = AgencyContact

    agency = factory.SubFactory(AgencyFactory)
    full_name = factory.Sequence(lambda n: f"Contact Number {n}")
    email = factory.Sequence(lambda n: f"contact{n}@agency.example")


class AgencyLeadFactory(DjangoModelFactory):
    """Somebody who answers for a body since long ago."""

    class Meta:
        model = AgencyLead

    agency = factory.SubFactory(AgencyFactory)
    partnership = factory.SubFactory(CommunitySafetyPartnershipFactory)
    user = factory.SubFactory(UserFactory)
    from_on = date(2020, 1, 1)
    made_at = datetime(2020, 1, 1, 9, 30, tzinfo=UTC)


class PublicBodyFactory(DjangoModelFactory):
    """A national body that recommendations go to, kept for every partnership."""

    class Meta:
        model = PublicBody

    name = factory.Sequence(lambda n: f"Office for Example {n}")
    kind = BodyKind.REGULATOR
    region = "England and Wales"


class BodyAddressFactory(DjangoModelFactory):
    class Meta:
        model = BodyAddress

    body = factory.SubFactory(PublicBodyFactory)
    partnership = factory.SubFactory(CommunitySafetyPartnershipFactory)
    for_the_attention_of = "Correspondence unit"
    email = "post@office.example"
    checked_on = date(2026, 1, 5)
