from datetime import UTC, date, datetime
from hashlib import sha256

import factory
from factory.django import DjangoModelFactory

from agencies.models import COMMAND_LINE
from panels.models import (
    AgreementAnswer,
    AgreementDisposition,
    AgreementInvitee,
    AgreementRound,
    AnswerKind,
    Characteristic,
    Contribution,
    DispositionKind,
    EnquiryAnswer,
    KeyLineOfEnquiry,
    RoundOutcome,
    SectionKind,
    Silence,
    SubjectKind,
    TermsCharacteristic,
    TermsContribution,
    TermsOfReference,
    TermsSection,
)
from panels.operations.terms import agree_terms
from tests.factories.agencies import UserFactory
from tests.factories.guests import GuestLinkFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory

AT = datetime(2026, 2, 20, 9, 30, tzinfo=UTC)
TEXT = "1. This review\n1.1 A text put to people."


class TermsOfReferenceFactory(DjangoModelFactory):
    """A draft with a period. `agreed=True` is agreed at a meeting before this system."""

    class Meta:
        model = TermsOfReference
        skip_postgeneration_save = True

    review = factory.SubFactory(ReviewFactory)
    number = factory.LazyAttribute(lambda made: made.review.terms_of_reference.count() + 1)
    period_from = date(2021, 3, 9)
    period_to = date(2026, 1, 2)
    recorded_at = AT

    @factory.post_generation
    def agreed(self, create, is_agreed, **kwargs):
        if is_agreed:
            agreed = agree_terms(
                terms=self,
                agreed_on=date(2026, 2, 20),
                otherwise="A meeting in the town hall",
                today=date(2026, 3, 2),
                by=COMMAND_LINE,
                at=AT,
            )
            self.__dict__.update(agreed.__dict__)


class TermsSectionFactory(DjangoModelFactory):
    class Meta:
        model = TermsSection

    terms = factory.SubFactory(TermsOfReferenceFactory)
    kind = SectionKind.MEDIA
    text = "The partnership answers the press."


class KeyLineOfEnquiryFactory(DjangoModelFactory):
    class Meta:
        model = KeyLineOfEnquiry

    terms = factory.SubFactory(TermsOfReferenceFactory)
    number = factory.LazyAttribute(lambda made: made.terms.enquiries.count() + 1)
    text = factory.Sequence(lambda n: f"What was known of danger {n}?")
    why = "A neighbour had rung twice."


class EnquiryAnswerFactory(DjangoModelFactory):
    """An answer of 26 February 2026 to a line; give it one of agreed terms."""

    class Meta:
        model = EnquiryAnswer

    enquiry = factory.SubFactory(KeyLineOfEnquiryFactory)
    review = factory.LazyAttribute(lambda made: made.enquiry.terms.review)
    answered_on = date(2026, 2, 26)
    text = factory.Sequence(lambda n: f"It was known to {n} agencies.")
    otherwise = "The reports as accepted"
    recorded_at = AT


class TermsContributionFactory(DjangoModelFactory):
    class Meta:
        model = TermsContribution

    terms = factory.SubFactory(TermsOfReferenceFactory)
    involvement = factory.LazyAttribute(
        lambda made: AgencyInvolvementFactory(review=made.terms.review)
    )
    asked_for = factory.LazyFunction(lambda: [Contribution.CHRONOLOGY, Contribution.IMR])


class TermsCharacteristicFactory(DjangoModelFactory):
    class Meta:
        model = TermsCharacteristic

    terms = factory.SubFactory(TermsOfReferenceFactory)
    characteristic = Characteristic.DISABILITY
    why = "Help was hard to reach from the house."
    expertise = "A deaf people's service"


class AgreementRoundFactory(DjangoModelFactory):
    """
    A round that runs until 16 March 2026. `agreed=True` is closed as agreed; `about=terms` is about
    a version of the terms.
    """

    class Meta:
        model = AgreementRound

    class Params:
        agreed = factory.Trait(
            outcome=RoundOutcome.AGREED,
            outcome_words="Agreed: 2 agree.",
            closed_on=date(2026, 2, 27),
            closed_at=datetime(2026, 2, 27, 9, 0, tzinfo=UTC),
        )

    review = factory.SubFactory(ReviewFactory)
    subject_kind = SubjectKind.TERMS
    subject_key = factory.Sequence(lambda n: f"{900000 + n}")
    label = "Terms of reference"
    version = "1"
    text = TEXT
    sha256 = factory.LazyAttribute(lambda made: sha256(made.text.encode()).hexdigest())
    opened_on = date(2026, 2, 20)
    closing_on = date(2026, 3, 16)
    silence = Silence.AGREES
    recorded_at = AT


class AgreementInviteeFactory(DjangoModelFactory):
    """Somebody asked who has no account and no link. `account=True`, `token="…"` give them one."""

    class Meta:
        model = AgreementInvitee

    class Params:
        token = ""
        account = factory.Trait(user=factory.SubFactory(UserFactory))

    round = factory.SubFactory(AgreementRoundFactory)
    full_name = factory.Sequence(lambda n: f"Asked Number {n}")
    organisation = "Northside Advocacy"
    email = factory.Sequence(lambda n: f"asked{n}@agency.example")
    link = factory.Maybe(
        "token",
        yes_declaration=factory.SubFactory(
            GuestLinkFactory,
            token=factory.SelfAttribute("..token"),
            message__kind="agreement_asked_by_link",
            sent_to=factory.SelfAttribute("..email"),
            review_ref=factory.SelfAttribute("..round.review.reference"),
            expires_on=factory.SelfAttribute("..round.closing_on"),
        ),
        no_declaration=None,
    )
    asked_at = AT


class AgreementAnswerFactory(DjangoModelFactory):
    """Agreement on the page. `objects=True` is an objection; `comments=True` has comments."""

    class Meta:
        model = AgreementAnswer

    class Params:
        objects = factory.Trait(answer=AnswerKind.OBJECT, comment="The period is too short.")
        comments = factory.Trait(answer=AnswerKind.WITH_COMMENTS, comment="Mind the spelling.")

    invitee = factory.SubFactory(AgreementInviteeFactory)
    answer = AnswerKind.AGREE
    recorded_at = datetime(2026, 2, 23, 9, 0, tzinfo=UTC)


class AgreementDispositionFactory(DjangoModelFactory):
    class Meta:
        model = AgreementDisposition

    answer = factory.SubFactory(AgreementAnswerFactory, objects=True)
    kind = DispositionKind.NOT_TAKEN
    words = "The panel weighed it and keeps the period."
    recorded_at = AT
