"""A review with something in every record that its report is made of."""

from datetime import date

from agencies.models import COMMAND_LINE
from evidence.cycle import ImrState
from evidence.models import ReturnKind, Tier
from panels.models import PanelPart, SectionKind
from panels.operations.terms import agree_terms
from reports.models import SectionKind as Written
from reviews.models import NoticeKind, PersonRole
from tests.factories.actionplans import (
    ActionFactory,
    LearningPointFactory,
    MilestoneFactory,
    RecommendationFactory,
)
from tests.factories.chronologies import ChronologySubmissionFactory
from tests.factories.evidence import ImrFactory, ScopingRequestFactory, ScopingReturnFactory
from tests.factories.panels import (
    IndependenceDeclarationFactory,
    MeetingFactory,
    PanelMemberFactory,
    ParallelProcessFactory,
)
from tests.factories.reports import ReportSectionFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    DecisionFactory,
    NoticeFactory,
    PersonFactory,
)
from tests.factories.terms import (
    AT,
    KeyLineOfEnquiryFactory,
    TermsCharacteristicFactory,
    TermsOfReferenceFactory,
    TermsSectionFactory,
)


def fill(review, *, agencies=3, unwritten=()):
    """
    Fill in every record of a review, with this many agencies besides two others; and every
    section but some.
    """
    people_of(review)
    DecisionFactory(review=review, decided_on=date(2026, 2, 2))
    NoticeFactory(review=review, kind=NoticeKind.HOME_OFFICE_DECISION, sent_on=date(2026, 2, 4))
    NoticeFactory(review=review, kind=NoticeKind.FAMILY_DECISION, sent_on=date(2026, 2, 5))
    panel_of(review)
    terms_of(review)
    agencies_of(review, agencies)
    plan_of(review)
    for kind in Written:
        if kind not in unwritten:
            ReportSectionFactory(review=review, kind=kind, text=f"Words of {kind.label}.")
    return review


def people_of(review):
    review.people.update(born_on=date(1990, 5, 5))
    PersonFactory(
        review=review,
        role=PersonRole.PERPETRATOR,
        pseudonym="Jonas",
        born_on=date(1984, 1, 3),
        relationship="Former partner",
    )
    PersonFactory(
        review=review, role=PersonRole.CHILD, pseudonym="Child A", born_on=date(2019, 1, 1)
    )
    PersonFactory(review=review, role=PersonRole.WITNESS, pseudonym="")


def panel_of(review):
    chair = PanelMemberFactory(
        review=review, chair=True, full_name="Alex Moor", job_title="", writes_report=True
    )
    IndependenceDeclarationFactory(member=chair, statement="I never worked here.\n\nNor near it.")
    PanelMemberFactory(review=review, full_name="Ines Okafor", organisation="Northstead Refuge")
    PanelMemberFactory(review=review, part=PanelPart.PANEL_MEMBER, left=True)
    MeetingFactory(review=review, number=1, held_on=date(2026, 3, 3))
    MeetingFactory(review=review, number=2, held_on=date(2026, 9, 1))
    ParallelProcessFactory(review=review)


def terms_of(review):
    terms = TermsOfReferenceFactory(review=review)
    terms.subjects.set(review.people.all()[:2])
    KeyLineOfEnquiryFactory(terms=terms, text="What was known of danger?")
    TermsCharacteristicFactory(terms=terms)
    TermsSectionFactory(terms=terms, kind=SectionKind.MEDIA)
    agree(terms)


def agree(terms):
    agree_terms(
        terms=terms,
        agreed_on=date(2026, 2, 20),
        otherwise="A meeting in the town hall",
        today=date(2026, 3, 2),
        by=COMMAND_LINE,
        at=AT,
    )


def agencies_of(review, count):
    for n in range(count):
        part = AgencyInvolvementFactory(review=review, agency__name=f"Tern Valley Service {n}")
        asked = ScopingRequestFactory(involvement=part)
        ScopingReturnFactory(request=asked, return_kind=ReturnKind.IMR_AND_CHRONOLOGY)
        ImrFactory(involvement=part, asked=Tier.IMR_AND_CHRONOLOGY, at=ImrState.ACCEPTED_BY_PANEL)
        ChronologySubmissionFactory(
            involvement=part, released=True, rows_read=7, rows_imported=7, signature=False
        )
    nil = AgencyInvolvementFactory(review=review, agency__name="Nowhere Clinic")
    ScopingReturnFactory(request=ScopingRequestFactory(involvement=nil))
    letter = AgencyInvolvementFactory(review=review, agency__name="Letter Office")
    ScopingReturnFactory(
        request=ScopingRequestFactory(involvement=letter), return_kind=ReturnKind.LETTER
    )


def plan_of(review):
    LearningPointFactory(review=review, text="Ask whoever comes alone.")
    for is_single in (True, False):
        recommendation = RecommendationFactory(
            review=review, single=is_single, text="Train everybody who answers the door."
        )
        action = ActionFactory(recommendation=recommendation)
        MilestoneFactory(action=action)
        ActionFactory(recommendation=recommendation)
    RecommendationFactory(review=review, text="Tell each other.")
