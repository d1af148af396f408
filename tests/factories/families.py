from datetime import date

import factory
from factory.django import DjangoModelFactory

from families.models import (
    AdvocacyAnswer,
    Answered,
    Approach,
    ChildRecordCopy,
    ContactKind,
    EntryKind,
    ExtractKind,
    FamilyContact,
    FamilyContactEntry,
    FamilyExtract,
    FamilyQuestion,
    Leaflet,
    QuietDate,
    Reach,
    ReadHow,
    Response,
    Route,
    Way,
)
from reviews.models import PersonRole
from tests.factories.reviews import AT, PersonFactory, ReviewFactory


class FamilyContactFactory(DjangoModelFactory):
    """A relative of the person who died, with an invented name; nothing has happened yet."""

    class Meta:
        model = FamilyContact

    class Params:
        of_perpetrator = factory.Trait(
            kind=ContactKind.PERPETRATOR_FAMILY, relationship="Brother of the perpetrator"
        )

    review = factory.SubFactory(ReviewFactory)
    kind = ContactKind.FAMILY
    own_name = factory.Sequence(lambda n: f"Relative{n} Invented")
    relationship = "Sister"
    route = Route.FLO
    recorded_at = AT


class QuietDateFactory(DjangoModelFactory):
    """A birthday, every year."""

    class Meta:
        model = QuietDate

    contact = factory.SubFactory(FamilyContactFactory)
    from_on = date(1990, 3, 14)
    every_year = True
    why = "her birthday"
    recorded_at = AT


class ChildRecordCopyFactory(DjangoModelFactory):
    """A copy that its holder was asked for."""

    class Meta:
        model = ChildRecordCopy

    person = factory.SubFactory(PersonFactory, role=PersonRole.CHILD)
    review = factory.SelfAttribute("person.review")
    holder = "Children’s social care"
    asked_on = date(2026, 2, 3)
    recorded_at = AT


class FamilyExtractFactory(DjangoModelFactory):
    """Words that may be published, kept in the compartment still."""

    class Meta:
        model = FamilyExtract

    class Params:
        revoked = factory.Trait(revoked_on=date(2026, 2, 9), revoked_at=AT)

    contact = factory.SubFactory(FamilyContactFactory)
    review = factory.SelfAttribute("contact.review")
    side = factory.SelfAttribute("contact.side")
    number = factory.LazyAttribute(lambda made: made.review.family_extracts.count() + 1)
    kind = ExtractKind.WORDS
    words = "She sang in every room of the house."
    allowed_by = "Her mother, in a signed letter"
    allowed_on = date(2026, 2, 3)
    allowed_to = Reach.PUBLICATION
    recorded_at = AT


class FamilyQuestionFactory(DjangoModelFactory):
    """A question that nobody has answered yet."""

    class Meta:
        model = FamilyQuestion

    class Params:
        in_report = factory.Trait(answered=Answered.REPORT, answer="4.12")

    contact = factory.SubFactory(FamilyContactFactory)
    words = "Why did nobody ring back?"
    asked_on = date(2026, 2, 3)
    recorded_at = AT


class FamilyContactEntryFactory(DjangoModelFactory):
    """A letter sent through the liaison officer, without a leaflet."""

    class Meta:
        model = FamilyContactEntry

    class Params:
        leaflet_given = factory.Trait(leaflet=Leaflet.FAMILY, leaflet_version="May 2020")
        advocacy = factory.Trait(
            kind=EntryKind.ADVOCACY,
            advocacy_body="A homicide service",
            advocacy_answer=AdvocacyAnswer.ACCEPTED,
        )
        contributes = factory.Trait(kind=EntryKind.RESPONSE, response=Response.CONTRIBUTES)
        declined = factory.Trait(kind=EntryKind.RESPONSE, response=Response.DECLINED)
        declined_for_now = factory.Trait(
            kind=EntryKind.RESPONSE, response=Response.DECLINED_FOR_NOW
        )
        not_to_be = factory.Trait(kind=EntryKind.APPROACH, approach=Approach.NOT_TO_BE)
        to_be = factory.Trait(kind=EntryKind.APPROACH, approach=Approach.TO_BE)
        meeting = factory.Trait(kind=EntryKind.MEETING, notes_to_approve=True)
        comments = factory.Trait(kind=EntryKind.COMMENTS, version_label="draft 3")
        draft = factory.Trait(
            kind=EntryKind.DRAFT,
            version_label="draft 3",
            days_given=21,
            read_how=ReadHow.PAPER,
        )

    contact = factory.SubFactory(FamilyContactFactory)
    kind = EntryKind.LETTER
    happened_on = date(2026, 2, 2)
    by_whom = "The liaison officer"
    route = Route.FLO
    way = Way.POST
    recorded_at = AT
