"""
What else becomes of records, beside the house world: each in the states in which it holds words
that it has not before. What came by email names who said it; what ended says why.

`lived` and `went_on` return what the addresses of all pages take then.
"""

from datetime import date

from actionplans.cycle import ActionStatus
from chronologies.cycle import SubmissionState
from chronologies.models import Outcome
from documents.models import Route
from families.models import AdvocacyAnswer, Approach, EntryKind, PseudonymAct
from panels.models import AnswerKind, Presence
from panels.published.terms import as_data
from panels.queries.terms import drafted
from reports.models import Disposition, SectionKind
from reviews.models import Decided
from tests.factories.actionplans import ActionFactory, ProgressNoteFactory, RecommendationFactory
from tests.factories.chronologies import (
    ChronologyRowFactory,
    ChronologySignOffFactory,
    ChronologySubmissionFactory,
)
from tests.factories.composite import (
    CheckSwitchFactory,
    LeftOutFactory,
    ReconciliationFindingFactory,
)
from tests.factories.costs import (
    BudgetFactory,
    ClaimFactory,
    FeeFactory,
    InvoiceFactory,
    ShareFactory,
)
from tests.factories.evidence import (
    AuthorDeclarationFactory,
    EnquiryAnalysisFactory,
    ImrAcceptanceFactory,
    ImrQueryFactory,
    ImrSignOffFactory,
    ImrVersionFactory,
    ScopingChaseFactory,
    ScopingDelayFactory,
    ScopingReturnFactory,
    agreed_terms,
)
from tests.factories.families import FamilyContactEntryFactory
from tests.factories.panels import (
    AttendanceFactory,
    IndependenceDeclarationFactory,
    MeetingFactory,
    MeetingItemFactory,
    PanelMemberFactory,
)
from tests.factories.publications import (
    AcceptedDoubtFactory,
    PublicationFactory,
    QaAnswerFactory,
)
from tests.factories.reports import (
    DraftCommentFactory,
    DraftFactory,
    PanelAgreementFactory,
    ReportSectionFactory,
    SignOffFactory,
)
from tests.factories.reviews import (
    AT,
    AccessHoldFactory,
    DecisionFactory,
    EarlierStepFactory,
    GateWaiverFactory,
    PartDeclarationFactory,
    PersonAddressFactory,
    PersonFactory,
)
from tests.factories.terms import (
    AgreementAnswerFactory,
    AgreementDispositionFactory,
    AgreementInviteeFactory,
    AgreementRoundFactory,
    TermsSectionFactory,
)
from tests.factories.timescales import HoldFactory, HoldLookFactory

ON = date(2026, 3, 2)
WORDS = "Words."
BY_EMAIL = {"received_via": Route.EMAIL, "on_behalf_of": WORDS, "given_on": ON}
DECIDED = {"decided": Decided.ACCEPTED, "decided_because": WORDS, "decided_at": AT}
TAKEN_BACK = {"taken_back_at": AT, "taken_back_because": WORDS}


def lived(world):
    """Take the first agency, the family and the review of a world further."""
    of_a_family(world.review.family_contacts.get())
    more = [*of_a_review(world.review), *of_a_part(world.part)]
    return [world.values, *({**world.values, **changed} for changed in more)]


def went_on(neighbour):
    """Take another agency of a review further."""
    more = of_a_part(neighbour.part)
    return [neighbour.values, *({**neighbour.values, **changed} for changed in more)]


def of_a_part(part):
    """What an agency of a review goes on to send, say and withdraw."""
    request = part.scoping_requests.get()
    ScopingChaseFactory(request=request)
    ScopingDelayFactory(link__request=request)
    by_email = ScopingReturnFactory(request=request, by_email=True)
    ScopingReturnFactory(request=request, by_link=True)
    imr = part.imr
    imr.author = AuthorDeclarationFactory(imr=imr, **BY_EMAIL, **DECIDED)
    imr.save()
    version = ImrVersionFactory(imr=imr, number=2, **BY_EMAIL)
    EnquiryAnalysisFactory(version=version, enquiry=agreed_in(part.review).enquiries.first())
    ImrSignOffFactory(version=version, **BY_EMAIL)
    ImrAcceptanceFactory(version=version, **TAKEN_BACK)
    ImrAcceptanceFactory(version=version)
    ImrQueryFactory(imr=imr, answered=True, **BY_EMAIL)
    ImrVersionFactory(imr=imr, number=3)
    sent = ChronologySubmissionFactory(involvement=part, submitted=True, **BY_EMAIL)
    ChronologySignOffFactory(submission=sent, **BY_EMAIL)
    sent.state = SubmissionState.SIGNED_OFF
    sent.save()
    unreadable = ChronologySubmissionFactory(involvement=part, unreadable=True)
    read = ChronologySubmissionFactory(involvement=part, read=True, **TAKEN_BACK)
    aside = ChronologyRowFactory(
        submission=read, outcome=Outcome.SET_ASIDE, set_aside_because=WORDS, set_aside_at=AT
    )
    one = RecommendationFactory(review=part.review, addressee=part)
    given_up = ActionFactory(
        recommendation=one, lead=part, status=ActionStatus.CANNOT_DO, given_up_because=WORDS
    )
    ProgressNoteFactory(action=given_up, **BY_EMAIL)
    return [
        {
            "return_id": by_email.pk,
            "chronologies:number": sent.number,
            "evidence:declaration_id": imr.author.pk,
            "reviews:kind": "author",
            "reviews:declaration_id": imr.author.pk,
            "evidence:number": version.number,
            "action_id": given_up.pk,
        },
        {"chronologies:number": read.number, "row_number": aside.number},
        {"chronologies:number": unreadable.number},
    ]


def of_a_review(review):
    """What happens in the whole review."""
    elsewhere = RecommendationFactory(review=review, elsewhere=True)
    ActionFactory(recommendation=elsewhere, lead=None, lead_words=WORDS)
    held = AccessHoldFactory(
        person=PersonFactory(review=review, true_name="Berwyn Testerby"),
        cleared_at=AT,
        cleared_because=WORDS,
    )
    PersonAddressFactory(person=held.person)
    decision = DecisionFactory(review=review, **BY_EMAIL)
    declared = PartDeclarationFactory(review=review, **BY_EMAIL, **DECIDED)
    GateWaiverFactory(move=review.moves.first())
    EarlierStepFactory(review=review)
    HoldLookFactory(hold=review.holds.get())
    HoldFactory(review=review, ended_on=ON, end_note=WORDS)
    ReconciliationFindingFactory(review=review, accepted=True)
    CheckSwitchFactory(review=review, code="told_twice")
    LeftOutFactory(review=review)
    for entry in (BudgetFactory, FeeFactory, ShareFactory, InvoiceFactory, ClaimFactory):
        entry(review=review, taken_back=True)
    for entry in (BudgetFactory, FeeFactory, InvoiceFactory):
        entry(review=review, unusual_reason=WORDS)
    return [
        {"recommendation_id": elsewhere.pk, "hold_id": held.pk, "decision_id": decision.pk},
        {"reviews:kind": "part", "reviews:declaration_id": declared.pk},
        *of_its_panel(review),
        *of_its_terms(review),
        of_its_report(review),
    ]


def of_its_panel(review):
    off = MeetingFactory(review=review, called_off_on=ON, called_off_because=WORDS)
    left = PanelMemberFactory(review=review, left=True, handover=WORDS)
    seated = PanelMemberFactory(review=review)
    declaration = IndependenceDeclarationFactory(member=seated, **BY_EMAIL, **DECIDED)
    held = MeetingFactory(review=review, past=True)
    AttendanceFactory(meeting=held, member=seated, presence=Presence.SUBSTITUTE, substitute=WORDS)
    item = MeetingItemFactory(
        meeting=off, action=True, done_on=ON, done_recorded_at=AT, done_note=WORDS
    )
    return [
        {"number": off.number, "item": item.number, "member_id": left.pk},
        {"number": held.number, "member_id": seated.pk, "declaration_id": declaration.pk},
    ]


def of_its_terms(review):
    TermsSectionFactory(terms=review.terms_of_reference.get())
    agreed = agreed_in(review)
    asked = AgreementInviteeFactory(round=AgreementRoundFactory(review=review, agreed=True))
    answer = AgreementAnswerFactory(
        invitee=asked, answer=AnswerKind.OBJECT, comment=WORDS, **BY_EMAIL
    )
    AgreementDispositionFactory(answer=answer)
    return [
        {"panels:number": agreed.number, "round_id": asked.round_id, "invitee_id": asked.pk,
         "answer_id": answer.pk},
    ]  # fmt: skip


def agreed_in(review):
    """Return terms that a review agreed, in the words of its draft."""
    draft = review.terms_of_reference.get(agreed_on=None)
    found = review.terms_of_reference.exclude(agreed_on=None).first()
    return found or agreed_terms(review, agreed_as=as_data(drafted(draft)))


def of_its_report(review):
    draft = DraftFactory(review=review, released=True)
    settled = DraftCommentFactory(
        draft=draft,
        disposition=Disposition.NOT_ADOPTED,
        reason=WORDS,
        changed_where=WORDS,
        settled_at=AT,
    )
    PanelAgreementFactory(draft=draft)
    ReportSectionFactory(review=review, kind=SectionKind.TRIBUTE, text="", empty_because=WORDS)
    signed = SignOffFactory(draft=draft, **BY_EMAIL)
    QaAnswerFactory(point=review.qa_submissions.get().points.get())
    AcceptedDoubtFactory(review=review)
    PublicationFactory(review=review, decision=review.publication_decisions.get(), taken_down=True)
    return {
        "reports:number": draft.number,
        "reports:comment_id": settled.pk,
        "reports:sign_off_id": signed.pk,
    }


def of_a_family(contact):
    """What is said between a review and a family."""
    common = {"contact": contact, "words": WORDS, "unusual_reason": WORDS, "despite_reason": WORDS}
    letter = FamilyContactEntryFactory(**common, leaflet_given=True)
    FamilyContactEntryFactory(
        **common,
        leaflet_given=True,
        corrects=letter,
        root=letter,
        correction_reason=WORDS,
    )
    FamilyContactEntryFactory(
        **common, kind=EntryKind.ADVOCACY, advocacy_body=WORDS,
        advocacy_answer=AdvocacyAnswer.ACCEPTED,
    )  # fmt: skip
    FamilyContactEntryFactory(
        **common, kind=EntryKind.APPROACH, approach=Approach.NOT_TO_BE, advice_of=WORDS
    )
    FamilyContactEntryFactory(**common, meeting=True, place=WORDS, present=WORDS, interpreter=WORDS)
    FamilyContactEntryFactory(
        **common, kind=EntryKind.PSEUDONYM, person=PersonFactory(review=contact.review),
        pseudonym=WORDS, pseudonym_act=PseudonymAct.CHOSE,
    )  # fmt: skip
    FamilyContactEntryFactory(**common, draft=True)
