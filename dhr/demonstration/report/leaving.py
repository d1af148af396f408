"""Two rounds with the Home Office, and publication."""

from dhr.demonstration.report import telling
from dhr.demonstration.report.certifying import certify_publication
from dhr.demonstration.report.letters import POINTS
from dhr.demonstration.report.sections import SECTIONS
from dhr.demonstration.report.teller import Teller
from publications.models import FamilyView, Published, QaOutcome, QaSubmission
from publications.operations import deciding, home_office, points, publishing, submissions
from publications.operations.points import Point
from reports.models import Draft, DraftPurpose, SectionKind
from reports.operations.sections import write_section

FIRST_LETTER = (
    (
        "Thank you for submitting this report. The board found it humane and clear, and thought "
        "the voice of the sister of Maren well heard."
    ),
    "There are nine areas for development, listed below. The board asks to see the report again.",
    *(f"{number}. {point.text}" for number, point in enumerate(POINTS, 1)),
)
SECOND_LETTER = (
    "Thank you for resubmitting this report. The board is content that it is published.",
    "Publish this letter beside the report, and send us the address of the page.",
)
ADDED = """

The ambulance service has since told every crew of this crew's good practice.
"""
ABOUT = (
    "Maren, a woman in her sixties, was killed at home by her adult son, for whom she cared. This "
    "review looked at what services knew of them and makes twelve recommendations, most of them "
    "about carers who may themselves be at risk."
)


def tell(teller: Teller, signed: Draft) -> None:
    first = send(teller, signed, days=436, received=430)
    letter(teller, first, QaOutcome.FURTHER_WORK, FIRST_LETTER, days=250)
    answer(teller, first)
    revised = SECTIONS[SectionKind.ANALYSIS_AGENCIES].rstrip() + ADDED
    write_section(
        review=teller.review,
        kind=SectionKind.ANALYSIS_AGENCIES,
        text=revised,
        based_on=1,
        **teller.writing,
    )
    second = telling.draft(teller, DraftPurpose.REVISED, days=168)
    letter(
        teller,
        send(teller, second, days=165, received=163),
        QaOutcome.CLEARED,
        SECOND_LETTER,
        days=120,
    )
    publish(teller, second)


def send(teller: Teller, draft: Draft, *, days: int, received: int) -> QaSubmission:
    pack = submissions.put_together(review=teller.review, draft=draft, **teller.entering)
    sent = submissions.submit(
        submission=pack,
        submitted_on=teller.clock.ago(days=days),
        sent_by="EMAIL",
        **teller.acting,
    )
    home_office.record_receipt(
        submission=sent,
        received_on=teller.clock.ago(days=received),
        board_on=teller.clock.ago(days=received - 30),
        provenance=teller.said("Home Office secretariat", days=received),
        **teller.acting,
    )
    return sent


def letter(
    teller: Teller,
    sent: QaSubmission,
    outcome: QaOutcome,
    paragraphs: tuple[str, ...],
    *,
    days: int,
) -> None:
    file = teller.paper(f"Home Office letter, round {sent.round}", *paragraphs)
    home_office.record_letter(
        submission=sent,
        outcome=outcome,
        provenance=teller.said("Chair of the quality assurance board", days=days, original=file),
        **teller.acting,
    )


def answer(teller: Teller, first: QaSubmission) -> None:
    entered = points.enter_points(
        submission=first,
        points=[
            Point(
                text=point.text,
                paragraph_cited=point.paragraph,
                category=point.category,
                weight=point.weight,
            )
            for point in POINTS
        ],
        **teller.entering,
    )
    for made, point in zip(entered, POINTS, strict=True):
        points.answer_point(
            point=made,
            disposition=point.response,
            reasons=point.reasons,
            where_changed=point.where,
            answered_on=teller.clock.ago(days=170),
            **teller.acting,
        )


def publish(teller: Teller, draft: Draft) -> None:
    deciding.decide(
        review=teller.review,
        choice="PUBLISH",
        standing="CONFIRMED",
        decided_on=teller.clock.ago(days=100),
        decided_by="Cecil Thorne, chair of the partnership",
        items=list(Published),
        planned_on=teller.clock.ago(days=60),
        family_view=FamilyView.AGREED,
        provenance=teller.said("Cecil Thorne", days=100),
        **teller.acting,
    )
    deciding.introduce(
        review=teller.review, draft=draft, title="Maren", about=ABOUT, **teller.entering
    )
    certify_publication(teller)
    publishing.publish(
        review=teller.review, published_on=teller.clock.ago(days=60), **teller.acting
    )
