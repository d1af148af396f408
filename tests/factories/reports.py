from datetime import UTC, date, datetime
from uuid import uuid4

import factory
from factory.django import DjangoModelFactory

from reports.models import (
    ChapterChoice,
    Draft,
    DraftComment,
    DraftPart,
    DraftPurpose,
    DraftRelease,
    KeptText,
    Means,
    PanelAgreement,
    ReaderKind,
    ReportCall,
    ReportFigure,
    ReportSection,
    ReturnedText,
    SectionKind,
    SignOff,
)
from reports.published.report import (
    Bullets,
    Chapter,
    Paragraph,
    PublishedReport,
    Steps,
    SubHeading,
    Table,
    as_data,
    from_data,
)
from reports.published.text import text_hash
from reports.readers.returned.kept import as_data as as_kept
from reports.readers.returned.places import Returned
from tests.factories.agencies import UserFactory
from tests.factories.documents import DocumentFactory, PictureFactory
from tests.factories.guests import GuestLinkFactory
from tests.factories.reviews import ReviewFactory

AT = datetime(2026, 9, 14, 10, 0, tzinfo=UTC)

REPORT = PublishedReport(
    title="Report into the death of Maris",
    label="Domestic homicide review",
    partnership="Northstead Community Safety Partnership",
    month="January 2026",
    version="Draft 1",
    author="Alex Moor",
    completed="September 2026",
    chapters=(
        Chapter("introduction", "Introduction", (Paragraph("Maris died in January 2026."),)),
        Chapter(
            "methodology",
            "Methodology",
            (
                SubHeading("What was asked"),
                Paragraph("Eleven agencies were asked."),
                Bullets(("Police", "Housing")),
                Steps(("Letters", "Answers")),
                Paragraph("All answered."),
                Table("Agencies", ("Agency", "Sent"), (("Police", "Letter"),), (60, 40)),
            ),
        ),
        Chapter("tribute", "Tribute", ()),
    ),
    summary=(Chapter("process", "The review process", (Paragraph("The panel met six times."),)),),
    appendices=(
        Chapter("terms-in-full", "Terms of reference", (Paragraph("What was asked."),), True),
    ),
)


class ChapterChoiceFactory(DjangoModelFactory):
    class Meta:
        model = ChapterChoice

    review = factory.SubFactory(ReviewFactory)
    key = "tribute"
    place = 1
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)


class KeptTextFactory(DjangoModelFactory):
    class Meta:
        model = KeptText

    review = factory.SubFactory(ReviewFactory)
    kind = SectionKind.FACTS
    writer = factory.SubFactory(UserFactory)
    text = "Half a sentence"
    based_on = 0
    kept_at = AT


class ReportSectionFactory(DjangoModelFactory):
    class Meta:
        model = ReportSection

    review = factory.SubFactory(ReviewFactory)
    kind = SectionKind.FACTS
    number = factory.LazyAttribute(
        lambda made: made.review.report_sections.filter(kind=made.kind).count() + 1
    )
    text = "Maris had lived in the town since childhood."
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)


class DraftFactory(DjangoModelFactory):
    """`report` is what it prints. `released=True` is a draft that the panel may read."""

    class Meta:
        model = Draft

    class Params:
        report = REPORT
        released = factory.Trait(released_on=date(2026, 9, 15), released_at=AT)

    review = factory.SubFactory(ReviewFactory)
    number = factory.LazyAttribute(lambda made: made.review.drafts.count() + 1)
    made_on = date(2026, 9, 14)
    purpose = DraftPurpose.PANEL
    content = factory.LazyAttribute(lambda made: as_data(made.report))
    sha256 = factory.LazyAttribute(lambda made: text_hash(from_data(made.content)))
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)


class DraftCommentFactory(DjangoModelFactory):
    class Meta:
        model = DraftComment

    draft = factory.SubFactory(DraftFactory, released=True)
    part = DraftPart.REPORT
    paragraph = "2.1"
    words = "Twelve agencies were asked, not eleven."
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)


class DraftReleaseFactory(DjangoModelFactory):
    """
    A print for an adviser, from 14 September to 5 October 2026, not handed over.

    `token="…"` is a copy to look at by that link; `contact=…` one for somebody in the family.
    """

    class Meta:
        model = DraftRelease

    class Params:
        token = ""
        handed_over = factory.Trait(handed_over_on=date(2026, 9, 15))

    draft = factory.SubFactory(DraftFactory, released=True)
    number = factory.LazyAttribute(lambda made: made.draft.releases.count() + 1)
    reader_kind = factory.LazyAttribute(
        lambda made: ReaderKind.FAMILY if made.contact else ReaderKind.ADVISER
    )
    reader_name = "Robin Invented"
    contact = None
    means = factory.LazyAttribute(lambda made: Means.READING_ROOM if made.token else Means.PRINT)
    link = factory.LazyAttribute(
        lambda made: (
            GuestLinkFactory(
                token=made.token,
                sent_to="brings@it.example",
                review_ref=made.draft.review.reference,
                expires_on=made.until_on,
            )
            if made.token
            else None
        )
    )
    from_on = date(2026, 9, 14)
    until_on = date(2026, 10, 5)
    recorded_at = AT


class PanelAgreementFactory(DjangoModelFactory):
    class Meta:
        model = PanelAgreement

    draft = factory.SubFactory(DraftFactory, released=True)
    agreed_on = date(2026, 10, 1)
    otherwise = "By email, before this system"
    recorded_at = AT


class SignOffFactory(DjangoModelFactory):
    class Meta:
        model = SignOff

    draft = factory.SubFactory(DraftFactory, released=True)
    body = "Community safety partnership board"
    signed_on = date(2026, 11, 3)
    decided_by = "Robin Vale, chair of the partnership"
    minute = factory.SubFactory(DocumentFactory)
    recorded_at = AT


class ReportFigureFactory(DjangoModelFactory):
    class Meta:
        model = ReportFigure

    review = factory.SubFactory(ReviewFactory)
    sign = factory.Sequence(lambda number: f"picture-{number + 1}")
    document = factory.SubFactory(PictureFactory)
    caption = "The way to the practice"
    alt = "A map: the practice stands two streets away from the flat."
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)


class ReportCallFactory(DjangoModelFactory):
    class Meta:
        model = ReportCall

    review = factory.SubFactory(ReviewFactory)
    number = factory.LazyAttribute(lambda call: call.review.report_calls.count() + 1)
    event = factory.LazyFunction(uuid4)
    caller = "Maris"
    called = "Police"
    words = "Says that somebody is at the door"
    recorded_at = AT
    recorded_by = factory.SubFactory(UserFactory)


class ReturnedTextFactory(DjangoModelFactory):
    class Meta:
        model = ReturnedText

    class Params:
        sections = {"FACTS": "Maris moved here at twenty."}

    review = factory.SubFactory(ReviewFactory)
    number = factory.LazyAttribute(lambda made: made.review.returned_texts.count() + 1)
    document = factory.SubFactory(DocumentFactory)
    reading = factory.LazyAttribute(
        lambda made: as_kept(
            Returned(
                sections=made.sections, records={}, aside=(), remarks=(),
                review=made.review.reference,
            )
        )
    )  # fmt: skip
    returned_at = AT
    returned_by = factory.SubFactory(UserFactory)
