"""Every paper that `render_document` does not make: for the public, for a worker, from a page."""

from datetime import UTC, date, datetime
from zipfile import ZipFile

from agencies.models import COMMAND_LINE, User
from agencyfiles.operations.taking import take_home
from composite.papers.sheet_pdf import sheet_pdf
from dhr.benchmark.papers import lines
from documents.kinds import DocumentKind
from evidence.queries import attempts, pack
from outcomes.operations import annual_report
from outcomes.published.annual_report import AnnualReport, ReportTable
from panels.models import Presence
from panels.queries.minutes_paper import minutes_pdf
from panels.queries.round_paper import round_pdf
from publications.models import Published
from publications.published.letter import letter_of
from publications.queries.printing import public_pdf
from reviews.access import Role
from tests.factories.evidence import EvidenceRequestFactory, ScopingChaseFactory
from tests.factories.panels import (
    AttendanceFactory,
    MeetingFactory,
    MeetingItemFactory,
    MinutesCorrectionFactory,
    PanelMemberFactory,
)
from tests.factories.reports import REPORT
from tests.factories.reviews import playing
from tests.factories.terms import (
    AgreementAnswerFactory,
    AgreementDispositionFactory,
    AgreementInviteeFactory,
    AgreementRoundFactory,
)

CONTACT = "Ines Okoro"
DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LETTER = letter_of("Thank you for it.\n- Strengths\n- Gaps", title="A letter", dated="1 May 2026")
ANNUAL = AnnualReport(
    partnership="Northstead",
    year="1 April 2025 to 31 March 2026",
    about=("Two reviews were published.",),
    tables=(
        ReportTable("Reviews", "Reviews of the year", ("Title", "When"),
                    (("Maris", "May 2026"),), (70, 30), ""),
        ReportTable("Themes", "Themes that came back", ("Theme", "Years"), (), (70, 30), "None."),
    ),
    notes=("Few are told as fewer than five.",),
)  # fmt: skip


def minutes(review):
    """Minutes with somebody there, somebody away, an action and a correction."""
    meeting = review.meetings.first()
    if meeting is None:
        meeting = MeetingFactory(review=review)
        for presence in (Presence.PRESENT, Presence.APOLOGIES):
            member = PanelMemberFactory(review=review)
            AttendanceFactory(meeting=meeting, member=member, presence=presence)
        MeetingItemFactory(meeting=meeting)
        MinutesCorrectionFactory(meeting=meeting)
    return minutes_pdf(meeting)


def agreement_round(review):
    """A round with an answer, an objection that was settled, and silence."""
    put = review.agreement_rounds.first()
    if put is None:
        put = AgreementRoundFactory(review=review)
        AgreementInviteeFactory(round=put)
        AgreementAnswerFactory(invitee__round=put)
        AgreementDispositionFactory(answer__invitee__round=put)
    return round_pdf(put)


def commissioning_pack(review):
    part = review.involvements.first()
    if not part.evidence_requests.exists():
        EvidenceRequestFactory(involvement=part)
    return pack.on_paper(pack.pack_of(COMMAND_LINE, part, today=DAY))


def attempts_of_an_agency(review):
    part = review.involvements.first()
    if not part.scoping_requests.exists():
        ScopingChaseFactory(request__involvement=part)
    return attempts.on_paper(attempts.dossier_of(part), kind=DocumentKind.PDF)


def agency_file(review):
    """The index of what an agency takes home."""
    part = review.involvements.first()
    contact = User.objects.filter(full_name=CONTACT).first()
    contact = contact or playing(Role.AGENCY_CONTACT, to=part, full_name=CONTACT)
    with take_home(part=part, by=contact, at=AT) as archive:
        return ZipFile(archive).read("index.pdf")


# Each with the review that it is about
OTHERS = {
    "published letter": lambda review: public_pdf(Published.LETTER, LETTER),
    "published report": lambda review: public_pdf(Published.REPORT, REPORT),
    "published summary": lambda review: public_pdf(Published.SUMMARY, REPORT),
    "published action plan": lambda review: public_pdf(Published.ACTION_PLAN, REPORT),
    "annual report": lambda review: annual_report.as_pdf(ANNUAL),
    "part of a chronology": lambda review: sheet_pdf(lines(40), tell=lambda laid_out: None),
    "minutes": minutes,
    "agreement round": agreement_round,
    "commissioning pack": commissioning_pack,
    "attempts": attempts_of_an_agency,
    "agency file": agency_file,
}
