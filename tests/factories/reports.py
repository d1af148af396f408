from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from reports.models import (
    Draft,
    DraftComment,
    DraftPart,
    DraftPurpose,
    PanelAgreement,
    ReportSection,
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
from tests.factories.agencies import UserFactory
from tests.factories.documents import DocumentFactory
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
