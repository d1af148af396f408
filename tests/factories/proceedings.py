from datetime import date

import factory
from factory.django import DjangoModelFactory

from proceedings.models import (
    DisclosureItem,
    Ending,
    Loan,
    MaySee,
    MediaEntry,
    Outcome,
    Post,
    ProcessContact,
    Sensitivity,
    Way,
)
from tests.factories.panels import ParallelProcessFactory
from tests.factories.reviews import AT, ReviewFactory


class ProcessContactFactory(DjangoModelFactory):
    """A call with the officer in the case, who asks to wait with the family."""

    class Meta:
        model = ProcessContact

    process = factory.SubFactory(ParallelProcessFactory)
    happened_on = date(2026, 2, 20)
    post = Post.INVESTIGATOR
    who = "The officer of the incident room"
    way = Way.CALL
    said = "They ask that nobody is interviewed before the plea hearing."
    recorded_at = AT


class DisclosureItemFactory(DjangoModelFactory):
    """Notes that nobody outside the review has been shown."""

    class Meta:
        model = DisclosureItem

    class Params:
        shown = factory.Trait(shown_on=date(2026, 2, 24), shown_to="The disclosure officer")
        settled = factory.Trait(
            shown=True,
            outcome=Outcome.UNUSED,
            outcome_on=date(2026, 2, 25),
            outcome_note="The prosecutor read it",
        )

    process = factory.SubFactory(ParallelProcessFactory)
    review = factory.SelfAttribute("process.review")
    number = factory.LazyAttribute(lambda made: made.review.disclosure_items.count() + 1)
    what = "Notes of the first meeting"
    sensitivity = Sensitivity.SENSITIVE
    owner = "The partnership"
    recorded_at = AT


class LoanFactory(DjangoModelFactory):
    """A case summary that is to be destroyed in April."""

    class Meta:
        model = Loan

    class Params:
        ended = factory.Trait(
            ended_on=date(2026, 2, 27), ended_as=Ending.RETURN, ended_note="By hand, to the unit"
        )

    review = factory.SubFactory(ReviewFactory)
    number = factory.LazyAttribute(lambda made: made.review.loans.count() + 1)
    what = "The case summary"
    owner = "Northshire Police"
    lent_on = date(2026, 2, 2)
    may_see = MaySee.RUNNERS
    ending = Ending.DESTROY
    due_on = date(2026, 4, 1)
    recorded_at = AT


class MediaEntryFactory(DjangoModelFactory):
    class Meta:
        model = MediaEntry

    review = factory.SubFactory(ReviewFactory)
    happened_on = date(2026, 2, 26)
    outlet = "The Northshire Messenger"
    what = "They ask when the report comes out."
    answered_by = "Press office of the council"
    line = "A review is under way. Our thoughts are with the family."
    recorded_at = AT
