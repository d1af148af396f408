from datetime import UTC, datetime

import factory
from factory.django import DjangoModelFactory

from agencyfiles.models import FrontSheet, SignOffLink
from tests.factories.evidence import ImrVersionFactory
from tests.factories.guests import GuestLinkFactory

AT = datetime(2026, 1, 28, 9, 30, tzinfo=UTC)


class FrontSheetFactory(DjangoModelFactory):
    """The front sheet of a version's own file, as confirmed."""

    class Meta:
        model = FrontSheet

    version = factory.SubFactory(ImrVersionFactory)
    document = factory.SelfAttribute("version.document")
    agency = "Alder Trust"
    author = "Ada Moss, named nurse"
    signed_off_by = "Bo Lind, director of nursing"
    left = factory.LazyFunction(lambda: [["Introduction", "This was asked for."]])
    confirmed_at = AT


class SignOffLinkFactory(DjangoModelFactory):
    """A link to sign off a version; `link__token="…"` gives it a secret one knows."""

    class Meta:
        model = SignOffLink

    version = factory.SubFactory(ImrVersionFactory, frozen=True)
    link = factory.SubFactory(
        GuestLinkFactory,
        review_ref=factory.LazyAttribute(
            lambda made: made.factory_parent.version.imr.involvement.review.reference
        ),
    )
    full_name = "Bo Lind"
    job_title = "Director of nursing"
    sha256 = "1" * 64
