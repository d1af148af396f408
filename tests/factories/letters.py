from datetime import date

import factory
from factory.django import DjangoModelFactory

from agencies.models import Letterhead
from documents.kinds import DocumentKind
from letters.models import Letter, LetterKind
from reviews.models import NoticeRoute
from tests.factories.agencies import CommunitySafetyPartnershipFactory
from tests.factories.documents import DocumentFactory
from tests.factories.reviews import AT, ReviewFactory


class LetterheadFactory(DjangoModelFactory):
    class Meta:
        model = Letterhead

    partnership = factory.SubFactory(CommunitySafetyPartnershipFactory)
    address = "1 Market Square\nNorthshire"
    telephone = "01632 960000"
    email = "partnership@northshire.example"
    signed_by = "Ola Bright"
    signed_by_post = "Partnership officer"


class LetterFactory(DjangoModelFactory):
    """A letter to the Home Office that waits to be sent. `sent=True` went on 20 November 2026."""

    class Meta:
        model = Letter

    class Params:
        sent = factory.Trait(
            sent_on=date(2026, 11, 20),
            route=NoticeRoute.POST,
            sent_file=factory.SelfAttribute("made"),
            sent_recorded_at=AT,
        )
        answered = factory.Trait(
            sent=True,
            replied_on=date(2026, 11, 23),
            reply="It has arrived.",
            reply_file=factory.SubFactory(DocumentFactory),
        )

    review = factory.SubFactory(ReviewFactory)
    kind = LetterKind.HOME_OFFICE_DECISION
    addressee = "Home Office"
    made = factory.SubFactory(DocumentFactory, kind=DocumentKind.DOCX)
    made_at = AT
