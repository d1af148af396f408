import json
from datetime import UTC, datetime
from uuid import uuid4

import factory
from factory.django import DjangoModelFactory

from composite.models import (
    CheckSwitch,
    CompositeExport,
    EventComment,
    EventTag,
    EventWeight,
    FindingEvent,
    FindingQuestion,
    FindingStanding,
    LeftOut,
    NarrativeParagraph,
    NarrativeSource,
    ReconciliationFinding,
    StoryCheck,
    Weight,
)
from composite.queries.scope import Narrowing
from composite.queries.wanted import as_data
from documents.kinds import DocumentKind
from tests.factories.agencies import UserFactory
from tests.factories.chronologies import ChronologyEntryFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory

AT = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)


class MarkFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    review = factory.SubFactory(ReviewFactory)
    event = factory.LazyFunction(uuid4)
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)


class EventWeightFactory(MarkFactory):
    class Meta:
        model = EventWeight

    weight = Weight.KEY


class EventTagFactory(MarkFactory):
    class Meta:
        model = EventTag

    enquiry = factory.LazyFunction(uuid4)


class EventCommentFactory(MarkFactory):
    """A comment on the event of an entry."""

    class Meta:
        model = EventComment

    entry = factory.SubFactory(ChronologyEntryFactory)
    review = factory.SelfAttribute("entry.submission.involvement.review")
    event = factory.SelfAttribute("entry.root")
    words = "Nobody asked who opened the door."


class ReconciliationFindingFactory(DjangoModelFactory):
    """Something to decide. Add `accepted=True` for what somebody found to be so."""

    class Meta:
        model = ReconciliationFinding

    class Params:
        accepted = factory.Trait(
            standing=FindingStanding.ACCEPTED,
            reason="Both records were looked at.",
            decided_at=AT,
            decided_by=factory.SubFactory(UserFactory),
        )

    review = factory.SubFactory(ReviewFactory)
    code = "out_of_order"
    key = factory.Sequence(lambda n: f"{n:032x}")
    words = "This row stands before one that is earlier."
    found_at = AT


class FindingEventFactory(DjangoModelFactory):
    class Meta:
        model = FindingEvent

    finding = factory.SubFactory(ReconciliationFindingFactory)
    event = factory.LazyFunction(uuid4)
    place = factory.LazyAttribute(lambda made: made.finding.events.count())


class FindingQuestionFactory(DjangoModelFactory):
    """A question that an agency has not answered. Add `answered=True` for one that it has."""

    class Meta:
        model = FindingQuestion

    class Params:
        answered = factory.Trait(
            answer="Both calls were made.",
            answered_at=AT,
            answered_by=factory.SubFactory(UserFactory),
        )

    involvement = factory.SubFactory(AgencyInvolvementFactory)
    finding = factory.SubFactory(
        ReconciliationFindingFactory, review=factory.SelfAttribute("..involvement.review")
    )
    events = factory.LazyFunction(lambda: [uuid4()])
    question = "Was there a second call that day?"
    asked_at = AT
    asked_by = factory.SubFactory(UserFactory)


class NarrativeParagraphFactory(DjangoModelFactory):
    class Meta:
        model = NarrativeParagraph

    review = factory.SubFactory(ReviewFactory)
    place = factory.LazyAttribute(
        lambda made: NarrativeParagraph.objects.filter(review=made.review).count() + 1
    )
    text = "In May 2016 she told a nurse."
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)


class NarrativeSourceFactory(DjangoModelFactory):
    class Meta:
        model = NarrativeSource

    paragraph = factory.SubFactory(NarrativeParagraphFactory)
    event = factory.LazyFunction(uuid4)


class LeftOutFactory(MarkFactory):
    class Meta:
        model = LeftOut

    reason = "Routine contact."


class CheckSwitchFactory(DjangoModelFactory):
    class Meta:
        model = CheckSwitch

    review = factory.SubFactory(ReviewFactory)
    code = "out_of_order"
    reason = "One agency sorts its rows by system."
    turned_off_at = AT
    turned_off_by = factory.SubFactory(UserFactory)


class StoryCheckFactory(DjangoModelFactory):
    class Meta:
        model = StoryCheck

    review = factory.SubFactory(ReviewFactory)
    checked_at = AT
    entries = 12


class CompositeExportFactory(DjangoModelFactory):
    """A file that somebody asked for and nobody has begun to make."""

    class Meta:
        model = CompositeExport

    review = factory.SubFactory(ReviewFactory)
    kind = DocumentKind.PDF
    is_named = False
    wanted = factory.LazyFunction(lambda: json.dumps(as_data(Narrowing())))
    asked_at = AT
    asked_by = factory.SubFactory(UserFactory)
    entries = 12
