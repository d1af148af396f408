"""What came before the report: agencies and what they sent, the panel, its terms."""

from datetime import time

from agencies.models import Agency
from dhr.demonstration import people
from dhr.demonstration.notified import NIL
from dhr.demonstration.report.teller import Teller
from dhr.demonstration.report.thread import ADULTS, AMBULANCE, CARERS, GP, HAVEN, POLICE, TRUST
from evidence.models import IndividualManagementReview
from evidence.models.author_declaration import AUTHOR_QUESTIONS
from evidence.models.tier import Tier
from evidence.operations import imr_acceptance, imr_authors, imr_drafts, imr_sign_off
from evidence.operations.answering import record_return
from evidence.operations.asking import Letter, record_letters
from evidence.operations.imr_authors import Author
from evidence.operations.imr_sign_off import Signature
from evidence.operations.requests import ask_for_evidence
from evidence.rules.requests import Brief
from evidence.rules.scoping import Answer
from panels.models import Meeting, PanelPart, SectionKind
from panels.models.independence import questions_for
from panels.operations import enquiries, terms, terms_content
from panels.operations.independence import declare_independence
from panels.operations.meetings import Plan, plan_meeting
from panels.operations.members import Seat, add_member
from panels.operations.processes import Proceeding, add_process
from panels.operations.terms_content import Period
from proceedings.operations import disclosure, loans, media
from proceedings.rules import Coverage
from reviews.models import NoticeKind, PersonRole
from reviews.operations import decisions
from reviews.operations.decisions import Reasons

TELLING: dict[str, Tier] = {
    POLICE: Tier.IMR,
    TRUST: Tier.IMR,
    ADULTS: Tier.IMR,
    GP: Tier.IMR,
    AMBULANCE: Tier.SHORT_REPORT,
    CARERS: Tier.SHORT_REPORT,
    HAVEN: Tier.EXPERT,
    "Wychmere Hospitals NHS Trust": Tier.SHORT_REPORT,
    "Riverbank Housing Association": Tier.SHORT_REPORT,
    "Jobcentre Plus, Wychmere": Tier.SUMMARY,
    "Calderwick Fire and Rescue": Tier.SUMMARY,
}
SEATS = (
    ("Irene Vale", PanelPart.INDEPENDENT_CHAIR, "Independent chair and author", ""),
    ("Paul Denny", PanelPart.PANEL_MEMBER, "Detective inspector", POLICE),
    ("Moira Teal", PanelPart.PANEL_MEMBER, "Head of safeguarding", TRUST),
    ("Desmond Ayre", PanelPart.PANEL_MEMBER, "Service manager", ADULTS),
    ("Petra Wold", PanelPart.PANEL_MEMBER, "Chief executive", HAVEN),
    ("Gillian Rook", PanelPart.PANEL_MEMBER, "Named doctor", GP),
    ("Amara Stone", PanelPart.ADVISER, "Adviser on abuse of parents", ""),
)
ENQUIRIES = (
    "Was domestic abuse by an adult child recognised by those who met the family?",
    "Was the person who died seen as somebody with needs of her own, and alone?",
    "Was what was known passed on, and was it answered?",
    "How did services weigh the risk to those at home when treatment was missed?",
)
SECTIONS = {
    SectionKind.ROLES: "The chair leads the panel and answers for the report.",
    SectionKind.FAMILY: "The family is approached through the liaison officer, at its own pace.",
    SectionKind.CONFIDENTIALITY: "What is said here stays here until the report is published.",
}


def tell(teller: Teller) -> None:
    decide(teller)
    ask_agencies(teller)
    form_panel(teller)
    agree_terms(teller)
    take_evidence(teller)
    stand_beside_the_trial(teller)


def stand_beside_the_trial(teller: Teller) -> None:
    """What was shown to the disclosure officer, lent by the police and asked by a newspaper."""
    trial = add_process(
        review=teller.review,
        proceeding=Proceeding(
            kind="CRIMINAL", status="ENDED", body="Crown Court",
            started_on=teller.clock.ago(days=1060),
        ),
        **teller.acting,
    )  # fmt: skip
    acting = {"review": teller.review, **teller.acting}
    by_hand = {name: value for name, value in acting.items() if name != "today"}
    item = disclosure.enter_item(
        material=disclosure.Material(
            process=trial, what="Notes of the first panel meeting", sensitivity="SENSITIVE",
            owner="The partnership",
        ),
        **by_hand,
    )  # fmt: skip
    disclosure.show_items(
        items=[item], shown_on=teller.clock.ago(days=900), shown_to="The disclosure officer",
        **acting,
    )  # fmt: skip
    disclosure.settle_item(
        item=item, outcome="UNUSED", outcome_on=teller.clock.ago(days=880), **teller.acting
    )
    loan = loans.record_loan(
        lent=loans.Lent(
            what="Case summary of the prosecution", owner="Police", may_see="RUNNERS",
            ending="DESTROY", lent_on=teller.clock.ago(days=860), due_on=teller.clock.ago(days=100),
        ),
        **acting,
    )  # fmt: skip
    loans.end_loan(
        loan=loan, ended_on=teller.clock.ago(days=120), ended_as="DESTROY",
        ended_note="Deleted; two people saw it done.", **teller.acting,
    )  # fmt: skip
    media.log_media(
        coverage=Coverage(
            happened_on=teller.clock.ago(days=840), outlet="A local newspaper",
            what="When does the report come out?", answered_by="Press office of the council",
            line="A review is under way. Our thoughts are with the family.",
        ),
        **acting,
    )  # fmt: skip


def decide(teller: Teller) -> None:
    decisions.record_decision(
        review=teller.review,
        outcome="REVIEW",
        standing="CONFIRMED",
        decided_on=teller.clock.ago(days=1050),
        decided_by="Cecil Thorne, chair of the partnership",
        reasons=Reasons(
            rationale="A son has been charged with killing his mother, with whom he lived.",
            limb="RELATIVE",
            eligibility=["AGED_16", "DIED", "CONNECTED", "LOCAL"],
            circumstances=["CARE"],
        ),
        provenance=teller.said("Cecil Thorne", days=1050),
        **teller.acting,
    )
    for kind, days, route in (
        (NoticeKind.HOME_OFFICE_DECISION, 1046, "EMAIL"),
        (NoticeKind.FAMILY_DECISION, 1032, "LIAISON_OFFICER"),
    ):
        decisions.record_notice(
            review=teller.review,
            kind=kind,
            sent_on=teller.clock.ago(days=days),
            route=route,
            **teller.acting,
        )


def ask_agencies(teller: Teller) -> None:
    """Forty-one bodies were written to the week after; most had nothing to tell."""
    quiet = Agency.objects.exclude(name__in=TELLING).order_by("pk")[: 41 - len(TELLING)]
    record_letters(
        review=teller.review,
        agencies=[*Agency.objects.filter(name__in=TELLING), *quiet],
        sent_on=teller.clock.ago(days=1098),
        route="POST",
        letter=Letter(due_on=teller.clock.ago(days=1084), whom_to_ring="Olive Marsh"),
        **teller.acting,
    )
    for part in teller.review.involvements.select_related("agency", "review"):
        tells = part.agency.name in TELLING
        record_return(
            involvement=part,
            said=Answer(return_kind="IMR_ONLY", records_secured=True) if tells else NIL,
            provenance=teller.said(f"Safeguarding lead, {part.agency.label}", days=1080),
            **teller.acting,
        )


def form_panel(teller: Teller) -> None:
    for name, part, post, agency in SEATS:
        member = add_member(
            review=teller.review,
            seat=Seat(
                part=part,
                full_name=name,
                is_voting=part == PanelPart.PANEL_MEMBER,
                writes_report=part == PanelPart.INDEPENDENT_CHAIR,
                job_title=post,
                involvement=teller.part(agency) if agency else None,
                organisation="" if agency else "Independent",
                joined_on=teller.clock.ago(days=990),
            ),
            email=people.INDEPENDENT_CHAIR.email if part == PanelPart.INDEPENDENT_CHAIR else "",
            **teller.acting,
        )
        declare_independence(
            member=member,
            declared_on=teller.clock.ago(days=988),
            answers={one.code: not one.connects_if for one in questions_for(part)},
            statement="Knew none of the people of this review and managed nobody who did.",
            provenance=teller.said(name, days=988),
            **teller.acting,
        )
    for days in (985, 958, 880, 745, 610, 470):
        meeting(teller, days=days)


def meeting(teller: Teller, *, days: int) -> Meeting:
    return plan_meeting(
        review=teller.review,
        plan=Plan(
            held_on=teller.clock.ago(days=days), mode="VIDEO", starts=time(10), ends=time(12)
        ),
        **teller.entering,
    )


def agree_terms(teller: Teller) -> None:
    draft = terms.begin_version(review=teller.review, **teller.entering)
    terms_content.set_period(
        terms=draft,
        period=Period(
            period_from=teller.clock.ago(days=1103 + 10 * 365),
            period_to=teller.review.died_on,
            period_rationale="From the first admission to hospital.",
        ),
        **teller.acting,
    )
    subjects = teller.review.people.filter(role__in=[PersonRole.VICTIM, PersonRole.PERPETRATOR])
    terms_content.choose_subjects(terms=draft, people=list(subjects), **teller.entering)
    for kind, text in SECTIONS.items():
        terms_content.write_section(terms=draft, kind=kind, text=text, **teller.entering)
    for text in ENQUIRIES:
        enquiries.add_enquiry(terms=draft, text=text, why="", **teller.entering)
    terms.agree_terms(
        terms=draft,
        agreed_on=teller.clock.ago(days=958),
        meeting=teller.review.meetings.get(number=2),
        **teller.acting,
    )


def take_evidence(teller: Teller) -> None:
    parts = {part.agency.name: part for part in teller.review.involvements.select_related("agency")}
    ask_for_evidence(
        review=teller.review,
        asked={part: TELLING.get(name, Tier.NOTHING) for name, part in parts.items()},
        brief=Brief(
            due_on=teller.clock.ago(days=910), told_otherwise="By letter, before this system."
        ),
        asked_on=teller.clock.ago(days=957),
        **teller.acting,
    )
    for name, tier in TELLING.items():
        if tier.report:
            receive_report(teller, name)


def receive_report(teller: Teller, agency: str) -> None:
    """An agency's report came by email, signed off by somebody senior, and was accepted."""
    imr = teller.part(agency).imr
    declare_author(teller, imr)
    version = imr_drafts.enter_document(
        imr=imr,
        document=teller.paper(f"Report of {imr.involvement.agency.label}", "As sent."),
        provenance=teller.said("The author", days=800),
        **teller.acting,
    )
    imr_sign_off.sign_off(
        version=version,
        signature=Signature(
            full_name="The chief officer",
            signed_off_on=teller.clock.ago(days=801),
            received_on=teller.clock.ago(days=800),
        ),
        provenance=teller.said("The chief officer", days=801),
        **teller.acting,
    )
    imr_acceptance.accept(
        version=version,
        accepted_on=teller.clock.ago(days=745),
        today=teller.clock.today,
        by=teller.chair,
        at=teller.clock.now,
    )


def declare_author(teller: Teller, imr: IndividualManagementReview) -> None:
    imr_authors.declare_author(
        imr=imr,
        author=Author(
            full_name="The author",
            job_title="Safeguarding lead",
            answers={asked.code: False for asked in AUTHOR_QUESTIONS},
        ),
        declared_on=teller.clock.ago(days=940),
        provenance=teller.said("The author", days=940),
        **teller.acting,
    )
