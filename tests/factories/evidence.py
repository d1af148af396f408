from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from documents.models import Route
from evidence.cycle import IMR_CYCLE, ImrState
from evidence.models import (
    AUTHOR_QUESTIONS,
    AuthorDeclaration,
    EnquiryAnalysis,
    EvidenceRequest,
    Extent,
    ImrAcceptance,
    ImrPoint,
    ImrQuery,
    ImrSignOff,
    ImrVersion,
    IndividualManagementReview,
    PointKind,
    ReturnFile,
    ReturnKind,
    ScopingChase,
    ScopingDelay,
    ScopingLink,
    ScopingRequest,
    ScopingReturn,
    ScopingRoute,
    Tier,
)
from panels.models import KeyLineOfEnquiry, TermsOfReference
from tests.factories.documents import DocumentFactory
from tests.factories.guests import GuestLinkFactory
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


class ScopingLinkFactory(DjangoModelFactory):
    """The link of a letter; `link__token="…"` gives it a secret one knows."""

    class Meta:
        model = ScopingLink

    request = factory.SubFactory(ScopingRequestFactory)
    link = factory.SubFactory(
        GuestLinkFactory,
        review_ref=factory.LazyAttribute(
            lambda made: made.factory_parent.request.involvement.review.reference
        ),
    )


class ScopingDelayFactory(DjangoModelFactory):
    """More time asked for, by the link of a letter."""

    class Meta:
        model = ScopingDelay

    link = factory.SubFactory(ScopingLinkFactory)
    request = factory.SelfAttribute("link.request")
    until_on = date(2026, 2, 27)
    records_secured = True
    reason = "The archive is in another building."
    full_name = "Ines Okoro"
    job_title = "Records manager"
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
        by_link = factory.Trait(
            link=factory.SubFactory(
                ScopingLinkFactory, request=factory.SelfAttribute("..request"), link__used=True
            ),
            full_name="Ines Okoro",
            job_title="Records manager",
        )

    request = factory.SubFactory(ScopingRequestFactory)
    involvement = factory.SelfAttribute("request.involvement")
    return_kind = ReturnKind.NIL
    answered_on = date(2026, 1, 15)
    recorded_at = AT


ASKED_AT = datetime(2026, 1, 26, 9, 30, tzinfo=UTC)
NO_PART_IN_IT = {question.code: False for question in AUTHOR_QUESTIONS}


class EvidenceRequestFactory(DjangoModelFactory):
    """An IMR asked for on 26 January 2026, due six weeks later."""

    class Meta:
        model = EvidenceRequest

    involvement = factory.SubFactory(AgencyInvolvementFactory)
    tier = Tier.IMR
    asked_on = date(2026, 1, 26)
    due_on = factory.LazyAttribute(
        lambda made: None if made.tier == Tier.NOTHING else date(2026, 3, 9)
    )
    recorded_at = ASKED_AT


class ImrFactory(DjangoModelFactory):
    """
    What an agency is to write, just asked for. `asked=Tier.SHORT_REPORT` asks for another kind;
    `by=user` is its author; `at=ImrState.RECEIVED` takes it there by the shortest road.
    """

    class Meta:
        model = IndividualManagementReview
        skip_postgeneration_save = True

    involvement = factory.SubFactory(AgencyInvolvementFactory)
    recorded_at = ASKED_AT

    @factory.post_generation
    def asked(self, create, tier, **kwargs):
        EvidenceRequestFactory(involvement=self.involvement, tier=tier or Tier.IMR, **kwargs)

    @factory.post_generation
    def by(self, create, user, **kwargs):
        if user:
            self.state = ImrState.ACCEPTED
            self.author = AuthorDeclarationFactory(imr=self, user=user, full_name=user.full_name)
            self.save()

    @factory.post_generation
    def at(self, create, state, **kwargs):
        ImrFactory.reach(self, state or ImrState.REQUESTED)

    @staticmethod
    def reach(imr, state):
        """Take it on to a state; what is there already is kept."""
        for row in IMR_CYCLE.path_to(state):
            REACHED[row.to](imr)
            imr.state = row.to
        imr.save()


def author_named(imr):
    imr.author = imr.author or AuthorDeclarationFactory(imr=imr)


def drafted(imr):
    if not imr.versions.exists():
        ImrVersionFactory(imr=imr)


def signed_off(imr):
    ImrSignOffFactory(version=imr.versions.first())


def received(imr, on=date(2026, 1, 30)):
    version = imr.versions.first()
    version.received_on = on
    version.save(update_fields=["received_on"])


def queried(imr):
    ImrQueryFactory(imr=imr, version=imr.versions.first())


def sent_again(imr):
    ImrSignOffFactory(version=ImrVersionFactory(imr=imr, number=2))
    received(imr, on=date(2026, 2, 1))


def accepted(imr):
    ImrAcceptanceFactory(version=imr.versions.first())


REACHED = {
    ImrState.ACCEPTED: author_named,
    ImrState.DRAFT: drafted,
    ImrState.AGENCY_SIGNED_OFF: signed_off,
    ImrState.RECEIVED: received,
    ImrState.QUERIED: queried,
    ImrState.RESUBMITTED: sent_again,
    ImrState.ACCEPTED_BY_PANEL: accepted,
}


class AuthorDeclarationFactory(DjangoModelFactory):
    """An author without an account who had no part in it."""

    class Meta:
        model = AuthorDeclaration

    imr = factory.SubFactory(ImrFactory)
    full_name = factory.Sequence(lambda n: f"Author Number {n}")
    job_title = "Safeguarding lead"
    answers = factory.LazyFunction(lambda: dict(NO_PART_IN_IT))
    declared_on = date(2026, 1, 27)
    recorded_at = ASKED_AT


class ImrVersionFactory(DjangoModelFactory):
    """A draft that lacks nothing. `frozen=True` waits for sign-off."""

    class Meta:
        model = ImrVersion

    class Params:
        frozen = factory.Trait(submitted_at=ASKED_AT, sha256="0" * 64)

    imr = factory.SubFactory(ImrFactory)
    number = 1
    extent = Extent.LITTLE
    facts = "Seen twice at the walk-in clinic."
    records_read = "The patient index and the paper file."
    document = factory.SubFactory(DocumentFactory)
    recorded_at = ASKED_AT


class ImrSignOffFactory(DjangoModelFactory):
    """The sign-off of a draft, which it freezes first."""

    class Meta:
        model = ImrSignOff

    version = factory.SubFactory(ImrVersionFactory, frozen=True)
    full_name = "Director of Nursing"
    signed_off_on = date(2026, 1, 29)
    sha256 = "0" * 64
    recorded_at = ASKED_AT

    @classmethod
    def _create(cls, model_class, **fields):
        version = fields["version"]
        if not version.is_frozen:
            version.submitted_at, version.sha256 = ASKED_AT, "0" * 64
            version.save(update_fields=["submitted_at", "sha256"])
        return super()._create(model_class, **fields)


class ImrAcceptanceFactory(DjangoModelFactory):
    class Meta:
        model = ImrAcceptance

    version = factory.SubFactory(ImrVersionFactory, frozen=True)
    accepted_on = date(2026, 2, 1)
    note = "Thorough, and plain about what was missed."
    recorded_at = ASKED_AT


class ImrPointFactory(DjangoModelFactory):
    """A recommendation."""

    class Meta:
        model = ImrPoint

    version = factory.SubFactory(ImrVersionFactory)
    kind = PointKind.RECOMMENDATION
    number = factory.LazyAttribute(
        lambda made: made.version.points.filter(kind=made.kind).count() + 1
    )
    text = factory.Sequence(lambda n: f"Ask everybody who comes alone, number {n}.")


class ImrQueryFactory(DjangoModelFactory):
    """A question that was asked. `drafted=True` is not; `answered=True` has its answer."""

    class Meta:
        model = ImrQuery

    class Params:
        drafted = factory.Trait(asked_on=None, due_on=None)
        answered = factory.Trait(
            answer="The nurse on duty did.",
            answered_on=date(2026, 2, 1),
            answered_at=ASKED_AT,
        )

    imr = factory.SubFactory(ImrFactory, at=ImrState.RECEIVED)
    version = factory.LazyAttribute(lambda made: made.imr.versions.first())
    number = factory.LazyAttribute(lambda made: made.imr.queries.count() + 1)
    question = "Who decided that she could go home?"
    raised_at = ASKED_AT
    asked_on = date(2026, 1, 31)
    due_on = date(2026, 2, 10)


class EnquiryAnalysisFactory(DjangoModelFactory):
    class Meta:
        model = EnquiryAnalysis

    version = factory.SubFactory(ImrVersionFactory)
    enquiry = factory.LazyAttribute(
        lambda made: agreed_terms(made.version.imr.involvement.review).enquiries.first()
    )
    text = "Nobody asked."


def agreed_terms(review, *, lines=2, **fields):
    """Return terms of reference agreed on 20 January 2026, with lines of enquiry."""
    terms = TermsOfReference.objects.create(
        **{
            "review": review,
            "number": review.terms_of_reference.count() + 1,
            "period_from": date(2024, 1, 1),
            "period_to": date(2026, 1, 2),
            "agreed_on": date(2026, 1, 20),
            "agreed_otherwise": "the first meeting",
            "agreed_as": {},
            "sha256": "0" * 64,
            "recorded_at": AT,
            **fields,
        }
    )
    for number in range(1, lines + 1):
        KeyLineOfEnquiry.objects.create(
            terms=terms, number=number, text=f"What was known, number {number}?"
        )
    return terms


class ReturnFileFactory(DjangoModelFactory):
    class Meta:
        model = ReturnFile

    scoping_return = factory.SubFactory(ScopingReturnFactory)
    document = factory.SubFactory(DocumentFactory)
