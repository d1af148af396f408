from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from chronologies.cycle import SubmissionState
from chronologies.dates.precision import Precision
from chronologies.models import (
    ChronologyEntry,
    ChronologyRow,
    ChronologySignOff,
    ChronologySubmission,
    Outcome,
)
from chronologies.story import Place, story_key
from documents.kinds import DocumentKind
from tests.factories.documents import DocumentFactory
from tests.factories.reviews import AgencyInvolvementFactory

AT = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)


class ChronologySubmissionFactory(DjangoModelFactory):
    """
    A file just received. `read=True`, `submitted=True`, `signed_off=True`, `released=True` take it
    further; `unreadable=True` is one that nobody can read.
    """

    class Meta:
        model = ChronologySubmission
        skip_postgeneration_save = True

    class Params:
        read = factory.Trait(state=SubmissionState.READ, read_at=AT)
        unreadable = factory.Trait(
            state=SubmissionState.UNREADABLE, read_at=AT, fault="This file is damaged."
        )
        submitted = factory.Trait(state=SubmissionState.SUBMITTED, read_at=AT, submitted_at=AT)
        signed_off = factory.Trait(state=SubmissionState.SIGNED_OFF, read_at=AT, submitted_at=AT)
        released = factory.Trait(
            state=SubmissionState.RELEASED, read_at=AT, submitted_at=AT, released_at=AT
        )

    involvement = factory.SubFactory(AgencyInvolvementFactory)
    number = factory.LazyAttribute(lambda made: made.involvement.chronologies.count() + 1)
    document = factory.SubFactory(
        DocumentFactory,
        kind=DocumentKind.CSV,
        content=factory.Sequence(
            lambda n: f"Date,What happened\n{n % 28 + 1}/5/2016,Call".encode()
        ),
        original_name="police chronology about Zoe.csv",
    )
    received_at = AT

    @factory.post_generation
    def signature(self, create, said, **kwargs):
        if self.is_signed_off:
            ChronologySignOffFactory(submission=self)


class ChronologySignOffFactory(DjangoModelFactory):
    class Meta:
        model = ChronologySignOff

    submission = factory.SubFactory(ChronologySubmissionFactory, submitted=True)
    full_name = "Mara Sennet"
    signed_off_on = date(2026, 2, 2)
    recorded_at = AT


class ChronologyRowFactory(DjangoModelFactory):
    """A row that says nothing of what happened. Add `blank=True` for an empty one."""

    class Meta:
        model = ChronologyRow

    class Params:
        blank = factory.Trait(outcome=Outcome.BLANK, words={}, errors=[])
        entry = factory.Trait(outcome=Outcome.ENTRY, errors=[])

    submission = factory.SubFactory(ChronologySubmissionFactory, read=True)
    number = factory.LazyAttribute(lambda made: made.submission.rows.count() + 1)
    table = "Table 1"
    own_row = factory.LazyAttribute(lambda made: made.number + 1)
    words = factory.LazyFunction(lambda: {"date": "22/05/2016"})
    headings = factory.LazyFunction(lambda: {"date": "Date of contact"})
    reading = factory.LazyFunction(
        lambda: {
            "raw": "22/05/2016", "earliest": "2016-05-22", "latest": "2016-05-22",
            "precision": "exact", "doubt": False, "notes": [], "time_from": None, "time_to": None,
            "time_precision": "unknown",
        }
    )  # fmt: skip
    outcome = Outcome.REJECTED
    errors = factory.LazyFunction(
        lambda: [{"column": "Event", "found": "no words", "wanted": "what happened, in this row"}]
    )

    @classmethod
    def _create(cls, model_class, *args, **fields):
        """Keep the counts of the submission true."""
        made = super()._create(model_class, *args, **fields)
        counts = {
            Outcome.ENTRY: "rows_imported",
            Outcome.REJECTED: "rows_rejected",
            Outcome.BLANK: "rows_blank",
            Outcome.SET_ASIDE: "rows_set_aside",
        }
        for name in ("rows_read", counts[made.outcome]):
            setattr(made.submission, name, getattr(made.submission, name) + 1)
        made.submission.save()
        return made


class ChronologyEntryFactory(DjangoModelFactory):
    """A visit on one day of May 2016, in a released chronology. `undated=True` has no day."""

    class Meta:
        model = ChronologyEntry

    class Params:
        undated = factory.Trait(
            raw_date="", happened_from=None, happened_to=None, precision=Precision.UNKNOWN
        )

    submission = factory.SubFactory(ChronologySubmissionFactory, released=True)
    row = factory.LazyAttribute(
        lambda made: ChronologyRowFactory(submission=made.submission, entry=True)
    )
    raw_date = factory.LazyAttribute(lambda made: f"{made.happened_from:%d/%m/%Y}")
    happened_from = factory.LazyAttribute(lambda made: date(2016, 5, made.row.number % 28 + 1))
    happened_to = factory.SelfAttribute("happened_from")
    precision = Precision.EXACT
    what_happened = factory.LazyAttribute(lambda made: f"Visit number {made.row.number} at home.")
    source = "Electronic record, officer on duty"
    story_key = factory.LazyAttribute(
        lambda made: story_key(
            Place(
                earliest=made.happened_from,
                latest=made.happened_to,
                agency=made.submission.involvement.agency.slug,
                version=made.submission.number,
                row=made.row.number,
            )
        )
    )
