from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from documents.kinds import DocumentKind
from documents.models import Route
from publications.models import (
    Choice,
    Disposition,
    Dissemination,
    FamilyView,
    ItemKind,
    LibraryPerson,
    LibraryRecord,
    PrintedReason,
    Publication,
    PublicationDecision,
    PublicText,
    Published,
    PublishedItem,
    QaAnswer,
    QaLetter,
    QaOutcome,
    QaPoint,
    QaReceipt,
    QaSubmission,
    RecipientKind,
    SentBy,
    SentVia,
    SubmissionItem,
)
from publications.models.library_record import (
    AgeBand,
    Cause,
    Feature,
    Location,
    Part,
    RecordedSex,
    Verdict,
)
from publications.published.public import the_report
from reports.published.report import as_data
from reviews.lifecycle import Stage
from reviews.models import Standing
from tests.factories.documents import DocumentFactory
from tests.factories.reports import REPORT, DraftFactory, ReportSectionFactory
from tests.factories.reviews import ReviewFactory

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
LETTER = (
    "Dear partnership,\n\nThe board read the report with care.\n\n• Shorten chapter 2.\n\nYours"
)


class QaSubmissionFactory(DjangoModelFactory):
    """A round being put together, without files. `sent=True` was sent on 20 November 2026."""

    class Meta:
        model = QaSubmission

    class Params:
        sent = factory.Trait(submitted_on=date(2026, 11, 20), submitted_at=AT, sent_by=SentBy.EMAIL)

    review = factory.SubFactory(ReviewFactory)
    round = factory.LazyAttribute(lambda made: made.review.qa_submissions.count() + 1)
    recorded_at = AT


class SubmissionItemFactory(DjangoModelFactory):
    class Meta:
        model = SubmissionItem

    submission = factory.SubFactory(QaSubmissionFactory)
    kind = ItemKind.OVERVIEW_REPORT
    title = "Overview report, draft 3"
    document = factory.SubFactory(DocumentFactory)
    recorded_at = AT


class QaReceiptFactory(DjangoModelFactory):
    class Meta:
        model = QaReceipt

    submission = factory.SubFactory(QaSubmissionFactory, sent=True)
    received_on = date(2026, 11, 21)
    home_office_reference = "HO-77"
    received_via = Route.EMAIL
    on_behalf_of = "Secretariat of the board"
    given_on = date(2026, 11, 21)
    recorded_at = AT


class QaLetterFactory(DjangoModelFactory):
    """A letter that clears the report subject to changes."""

    class Meta:
        model = QaLetter

    submission = factory.SubFactory(QaSubmissionFactory, sent=True)
    outcome = QaOutcome.CLEARED_WITH_CHANGES
    text = LETTER
    received_via = Route.EMAIL
    on_behalf_of = "Chair of the board"
    given_on = date(2026, 11, 30)
    original = factory.SubFactory(DocumentFactory)
    recorded_at = AT


class QaPointFactory(DjangoModelFactory):
    class Meta:
        model = QaPoint

    submission = factory.SubFactory(QaSubmissionFactory, sent=True)
    number = factory.LazyAttribute(lambda made: made.submission.points.count() + 1)
    text = factory.Sequence(lambda n: f"Chapter {n} says the same twice.")
    paragraph_cited = "2.1"
    recorded_at = AT


class QaAnswerFactory(DjangoModelFactory):
    class Meta:
        model = QaAnswer

    point = factory.SubFactory(QaPointFactory)
    disposition = Disposition.IN_PART
    reasons = "The second half is needed where it stands."
    where_changed = "2.3"
    answered_on = date(2026, 12, 1)
    recorded_at = AT


class PrintedReasonFactory(DjangoModelFactory):
    class Meta:
        model = PrintedReason

    answer = factory.SubFactory(QaAnswerFactory)
    section = factory.SubFactory(
        ReportSectionFactory, review=factory.SelfAttribute("..answer.point.submission.review")
    )
    key = "qa-1-1"
    recorded_at = AT


class PublicationDecisionFactory(DjangoModelFactory):
    """A confirmed decision to publish report, summary and letter."""

    class Meta:
        model = PublicationDecision

    review = factory.SubFactory(ReviewFactory)
    choice = Choice.PUBLISH
    standing = Standing.CONFIRMED
    decided_on = date(2026, 12, 2)
    decided_by = "Robin Vale, chair of the partnership"
    items = factory.LazyFunction(lambda: [Published.REPORT, Published.SUMMARY, Published.LETTER])
    family_view = FamilyView.AGREED
    family_note = "Agreed through the advocate."
    recorded_at = AT


class PublicTextFactory(DjangoModelFactory):
    class Meta:
        model = PublicText

    review = factory.SubFactory(ReviewFactory)
    draft = factory.LazyAttribute(lambda made: DraftFactory(review=made.review, released=True))
    title = "Report into the death of Maris"
    about = "Maris died in the winter. Eleven agencies took part in the review."
    recorded_at = AT


class PublicationFactory(DjangoModelFactory):
    """A published set without items. `taken_down=True` is closed again."""

    class Meta:
        model = Publication

    class Params:
        taken_down = factory.Trait(
            taken_down_on=date(2026, 12, 20), taken_down_at=AT, taken_down_reason="A mistake in it."
        )

    review = factory.SubFactory(ReviewFactory, at_stage=Stage.PUBLISHED)
    decision = factory.LazyAttribute(lambda made: PublicationDecisionFactory(review=made.review))
    title = "Report into the death of Maris"
    about = "Maris died in the winter. Eleven agencies took part in the review."
    recommendations = factory.LazyFunction(lambda: [{"number": "1", "text": "Ask about safety."}])
    published_on = date(2026, 12, 10)
    recorded_at = AT


class PublishedItemFactory(DjangoModelFactory):
    """The overview report of the tests, with a PDF that is none."""

    class Meta:
        model = PublishedItem

    publication = factory.SubFactory(PublicationFactory)
    kind = Published.REPORT
    document = factory.LazyAttribute(
        lambda made: DocumentFactory(content=b"%PDF-made here", kind=DocumentKind.PDF)
    )
    content = factory.LazyFunction(lambda: as_data(the_report(REPORT)))
    sha256 = factory.LazyAttribute(lambda made: made.document.sha256)


class LibraryRecordFactory(DjangoModelFactory):
    class Meta:
        model = LibraryRecord

    review = factory.SubFactory(ReviewFactory)
    cause = Cause.SHARP
    location = Location.RESIDENTIAL
    features = [Feature.PARTNER, Feature.COERCIVE]
    verdict = Verdict.MURDER
    is_public = True
    recorded_at = AT


class LibraryPersonFactory(DjangoModelFactory):
    class Meta:
        model = LibraryPerson

    record = factory.SubFactory(LibraryRecordFactory)
    part = Part.VICTIM
    age_band = AgeBand.TO_44
    sex = RecordedSex.FEMALE


class DisseminationFactory(DjangoModelFactory):
    class Meta:
        model = Dissemination

    review = factory.SubFactory(ReviewFactory)
    kind = RecipientKind.BOARD
    recipient = "The partnership against violence"
    version = "Overview report as published"
    sent_on = date(2026, 12, 1)
    sent_via = SentVia.EMAIL
    recorded_at = AT
