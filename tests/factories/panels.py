from datetime import UTC, date, datetime, time

import factory
from factory.django import DjangoModelFactory

from panels.models import (
    Attendance,
    Characteristic,
    CharacteristicAnswer,
    IndependenceDeclaration,
    ItemKind,
    Meeting,
    MeetingItem,
    MeetingPaper,
    MinutesCorrection,
    Mode,
    PanelMember,
    PanelPart,
    ParallelProcess,
    Presence,
    ProcessDate,
    ProcessKind,
    ProcessStatus,
    Standing,
)
from panels.models.independence import questions_for
from tests.factories.documents import DocumentFactory
from tests.factories.reviews import ReviewFactory

AT = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)


def no_connection(part: str) -> dict[str, bool]:
    """Return the answers of somebody who declares no connection."""
    return {question.code: not question.connects_if for question in questions_for(part)}


class PanelMemberFactory(DjangoModelFactory):
    """
    A panel member with a vote and no account. `chair=True` is the independent chair;
    `declared=True` has declared independence; `left=True` has left.
    """

    class Meta:
        model = PanelMember
        skip_postgeneration_save = True

    class Params:
        chair = factory.Trait(part=PanelPart.INDEPENDENT_CHAIR, is_voting=False)
        invited = factory.Trait(standing=Standing.INVITED, joined_on=None, is_voting=False)
        left = factory.Trait(left_on=date(2026, 2, 20), left_because="Changed post")

    review = factory.SubFactory(ReviewFactory)
    part = PanelPart.PANEL_MEMBER
    is_voting = True
    full_name = factory.Sequence(lambda n: f"Member Number {n}")
    job_title = "Head of Safeguarding"
    joined_on = date(2026, 1, 25)
    recorded_at = AT

    @factory.post_generation
    def declared(self, create, is_declared, **kwargs):
        if is_declared:
            IndependenceDeclarationFactory(member=self)


class IndependenceDeclarationFactory(DjangoModelFactory):
    """A declaration of no connection, made by the member on the page."""

    class Meta:
        model = IndependenceDeclaration

    member = factory.SubFactory(PanelMemberFactory)
    declared_on = date(2026, 1, 28)
    answers = factory.LazyAttribute(lambda made: no_connection(made.member.part))
    statement = "Never worked in this area."
    recorded_at = AT


class MeetingFactory(DjangoModelFactory):
    """A meeting to come on 12 March 2026, of which nobody was told. `called=True`: they were."""

    class Meta:
        model = Meeting

    class Params:
        called = factory.Trait(called_at=AT, called_sequence=0)
        past = factory.Trait(held_on=date(2026, 2, 12))

    review = factory.SubFactory(ReviewFactory)
    number = factory.LazyAttribute(lambda made: made.review.meetings.count() + 1)
    held_on = date(2026, 3, 12)
    starts = time(10)
    ends = time(12)
    mode = Mode.VIDEO
    place = "Room 4 of the town hall"
    agenda = factory.LazyFunction(lambda: ["Welcome", "Terms of reference"])
    changed_at = AT
    recorded_at = AT


class MeetingPaperFactory(DjangoModelFactory):
    class Meta:
        model = MeetingPaper

    meeting = factory.SubFactory(MeetingFactory)
    document = factory.SubFactory(DocumentFactory)
    title = "Draft terms of reference"
    recorded_at = AT


class AttendanceFactory(DjangoModelFactory):
    class Meta:
        model = Attendance

    meeting = factory.SubFactory(MeetingFactory, past=True)
    member = factory.LazyAttribute(lambda made: PanelMemberFactory(review=made.meeting.review))
    presence = Presence.PRESENT
    recorded_at = AT


class MeetingItemFactory(DjangoModelFactory):
    """A decision in the minutes. `action=True` is an action of somebody without an account."""

    class Meta:
        model = MeetingItem

    class Params:
        action = factory.Trait(
            kind=ItemKind.ACTION,
            owner=factory.LazyAttribute(
                lambda made: PanelMemberFactory(review=made.meeting.review)
            ),
            due_on=date(2026, 3, 20),
        )

    meeting = factory.SubFactory(MeetingFactory, past=True)
    number = factory.LazyAttribute(lambda made: made.meeting.items.count() + 1)
    kind = ItemKind.DECISION
    words = "The panel asks the housing association for its file."
    recorded_at = AT


class MinutesCorrectionFactory(DjangoModelFactory):
    """A correction of draft minutes that somebody of no panel asked for; it was made."""

    class Meta:
        model = MinutesCorrection

    meeting = factory.SubFactory(MeetingFactory, past=True)
    asked_by_words = "The clerk of the council"
    asked_on = date(2026, 2, 20)
    what = "The school was asked too."
    is_made = True
    recorded_at = AT


class ParallelProcessFactory(DjangoModelFactory):
    """A criminal trial under way that holds back publication."""

    class Meta:
        model = ParallelProcess

    review = factory.SubFactory(ReviewFactory)
    kind = ProcessKind.CRIMINAL
    status = ProcessStatus.RUNNING
    body = "Northshire Police"
    reference = "NP/77/Q"
    lead_contact = "Senior investigating officer, ring the incident room"
    holds_back_publication = True
    held_back_why = "The trial is to come"
    may_lift = "The senior investigating officer"
    recorded_at = AT


class ProcessDateFactory(DjangoModelFactory):
    class Meta:
        model = ProcessDate

    process = factory.SubFactory(ParallelProcessFactory)
    on = date(2026, 9, 7)
    what = "First day of the trial"


class CharacteristicAnswerFactory(DjangoModelFactory):
    """A characteristic of everybody that was seen after the terms were agreed."""

    class Meta:
        model = CharacteristicAnswer

    review = factory.SubFactory(ReviewFactory)
    characteristic = Characteristic.MENTAL_HEALTH
    identified_on = date(2026, 2, 10)
    why = "An early help record speaks of it."
    expertise = "A disability charity was asked."
    conclusion = "Nobody asked how she could be reached."
    concluded_on = date(2026, 2, 28)
    recorded_at = AT
