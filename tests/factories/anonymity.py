from datetime import UTC, datetime
from hashlib import sha256

import factory
from factory.django import DjangoModelFactory

from anonymity.checking.kept import Found, as_json
from anonymity.models import (
    Certificate,
    CheckState,
    DecisionChoice,
    Destination,
    IdentifierCheck,
    IdentifierDecision,
    KeptBack,
    KeptBackKind,
    Signature,
)
from anonymity.queries.certificates import known_now
from tests.factories.agencies import UserFactory
from tests.factories.reviews import ReviewFactory

AT = datetime(2026, 9, 15, 9, 30, tzinfo=UTC)
SOME_HASH = sha256(b"some file").hexdigest()


def found(number=1, **said):
    """Something that a check found: by default the surname of a victim."""
    return Found(
        **{
            "number": number,
            "paper": "Draft 1",
            "place": "Overview report, paragraph 1.1",
            "before": "The mother of ",
            "words": "Vantongren",
            "after": " was heard.",
            "kind": "A",
            "severity": 1,
            "policy": "true_names",
            "reason": "This is the name of somebody in the register.",
            "proposal": "Maris",
            **said,
        }
    )


class IdentifierCheckFactory(DjangoModelFactory):
    """A check of a draft that is done and found what `found` says."""

    class Meta:
        model = IdentifierCheck
        exclude = ["found"]

    class Params:
        waiting = factory.Trait(
            state=CheckState.WAITING, done_at=None, files=[], findings="", known_sha256=""
        )

    found = ()
    review = factory.SubFactory(ReviewFactory)
    subject = "draft"
    number = 1
    title = "Draft 1"
    asked_at = AT
    asked_by = factory.SubFactory(UserFactory)
    state = CheckState.DONE
    done_at = AT
    files = factory.LazyFunction(lambda: [{"title": "Draft 1", "sha256": SOME_HASH}])
    rule_set = "1" * 64
    known_sha256 = factory.LazyAttribute(lambda check: known_now(check.review))
    findings = factory.LazyAttribute(lambda check: as_json(check.found))


class IdentifierDecisionFactory(DjangoModelFactory):
    class Meta:
        model = IdentifierDecision

    review = factory.SubFactory(ReviewFactory)
    choice = DecisionChoice.NOT_AN_IDENTIFIER
    policy = "true_names"
    severity = 1
    words = "Rose"
    sentence = "The Rose Garden centre was asked."
    reason = "The name of a shop."
    decided_at = AT
    decided_by = factory.SubFactory(UserFactory)


class KeptBackFactory(DjangoModelFactory):
    class Meta:
        model = KeptBack

    review = factory.SubFactory(ReviewFactory)
    kind = KeptBackKind.FACT
    words = "multiple sclerosis"
    others = ("relapse clinic",)
    published_as = "a health condition"
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)


class CertificateFactory(DjangoModelFactory):
    class Meta:
        model = Certificate
        skip_postgeneration_save = True

    review = factory.SubFactory(ReviewFactory)
    identifier_check = factory.SubFactory(
        IdentifierCheckFactory, review=factory.SelfAttribute("..review")
    )
    destination = Destination.HOME_OFFICE
    title = "Draft 1"
    files = factory.LazyAttribute(lambda one: one.identifier_check.files)
    rule_set = "1" * 64
    known_sha256 = factory.LazyAttribute(lambda one: known_now(one.review))
    wanted = factory.LazyAttribute(lambda one: Destination(one.destination).signatures)
    begun_at = AT

    @factory.post_generation
    def signed(certificate, create, extracted, **kwargs):
        """By as many people as wanted, or as many as said."""
        for _ in range(certificate.wanted if extracted is None else extracted):
            SignatureFactory(certificate=certificate)


class SignatureFactory(DjangoModelFactory):
    class Meta:
        model = Signature

    certificate = factory.SubFactory(CertificateFactory, signed=0)
    signed_at = AT
    signed_by = factory.SubFactory(UserFactory)


def certified(review, destination, files):
    """Have these very files certified for where they go."""
    return CertificateFactory(
        review=review,
        destination=destination,
        files=[{"title": file.title, "sha256": file.sha256} for file in files],
    )


def certified_pack(item, destination):
    """Have the one file of a round certified for where a copy of it goes."""
    pack = item.submission
    check = IdentifierCheckFactory(
        review=pack.review,
        subject="round",
        number=pack.round,
        files=[{"title": item.title, "sha256": item.document.sha256}],
    )
    return CertificateFactory(review=pack.review, identifier_check=check, destination=destination)
