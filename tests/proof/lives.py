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
from families.models import AdvocacyAnswer, Approach, EntryKind, PseudonymAct, ReferralAnswer, Side
from panels.models import AnswerKind, Presence
from panels.published.terms import as_data
from panels.queries.terms import drafted
from reports.models import Disposition, ReaderKind, SectionKind
from reviews.models import Decided
from tests.factories.actionplans import ActionFactory, ProgressNoteFactory, RecommendationFactory
from tests.factories.agencyfiles import FrontSheetFactory, SignOffLinkFactory
from tests.factories.availability import DatesPollFactory, DayAnswerFactory, PollAnswerFactory
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
from tests.factories.decisions import RegisterEntryFactory
from tests.factories.evidence import (
    AuthorDeclarationFactory,
    EnquiryAnalysisFactory,
    ImrAcceptanceFactory,
    ImrQueryFactory,
    ImrSignOffFactory,
    ImrVersionFactory,
    ReturnFileFactory,
    ScopingChaseFactory,
    ScopingDelayFactory,
    ScopingReturnFactory,
    agreed_terms,
)
from tests.factories.families import (
    ChildRecordCopyFactory,
    FamilyContactEntryFactory,
    FamilyContactFactory,
    FamilyExtractFactory,
    FamilyQuestionFactory,
)
from tests.factories.letters import LetterFactory
from tests.factories.panels import (
    AttendanceFactory,
    CharacteristicAnswerFactory,
    IndependenceDeclarationFactory,
    MeetingFactory,
    MeetingItemFactory,
    MinutesCorrectionFactory,
    PanelMemberFactory,
)
from tests.factories.postoffice import (
    AcknowledgementFactory,
    DispatchFactory,
    ReplyFactory,
    SentWordsFactory,
)
from tests.factories.proceedings import DisclosureItemFactory, LoanFactory
from tests.factories.publications import (
    DisseminationFactory,
    PublicationFactory,
    QaAnswerFactory,
)
from tests.factories.questions import DelegationFactory, QuestionFactory
from tests.factories.replies import IncomingFileFactory, IncomingReplyFactory
from tests.factories.reports import (
    ChapterChoiceFactory,
    DraftCommentFactory,
    DraftFactory,
    DraftReleaseFactory,
    KeptTextFactory,
    PanelAgreementFactory,
    ReportCallFactory,
    ReportFigureFactory,
    ReportSectionFactory,
    ReturnedTextFactory,
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
    TieFactory,
)
from tests.factories.terms import (
    AgreementAnswerFactory,
    AgreementDispositionFactory,
    AgreementInviteeFactory,
    AgreementRoundFactory,
    EnquiryAnswerFactory,
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
    ReturnFileFactory(scoping_return=by_email)
    imr = part.imr
    imr.author = AuthorDeclarationFactory(imr=imr, **BY_EMAIL, **DECIDED)
    imr.save()
    version = ImrVersionFactory(imr=imr, number=2, **BY_EMAIL)
    FrontSheetFactory(version=version)
    SignOffLinkFactory(version=version)
    EnquiryAnalysisFactory(version=version, enquiry=agreed_in(part.review).enquiries.first())
    ImrSignOffFactory(version=version, **BY_EMAIL)
    ImrAcceptanceFactory(version=version, **TAKEN_BACK)
    ImrAcceptanceFactory(version=version)
    ImrQueryFactory(imr=imr, answered=True, **BY_EMAIL)
    ImrVersionFactory(imr=imr, number=3)
    QuestionFactory(involvement=part, answered=True, answered_by=None, **BY_EMAIL)
    QuestionFactory(involvement=part, interview=True, staff_of=part)
    DelegationFactory(
        question=QuestionFactory(involvement=part, answered=True),
        full_name=WORDS, job_title=WORDS, answered_at=AT,
    )  # fmt: skip
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
    TieFactory(person=held.person)
    decision = DecisionFactory(review=review, **BY_EMAIL)
    RegisterEntryFactory(review=review, side=Side.DIED, prints_at=WORDS)
    RegisterEntryFactory(review=review, taken_back_because=WORDS)
    declared = PartDeclarationFactory(review=review, **BY_EMAIL, **DECIDED)
    GateWaiverFactory(move=review.moves.first())
    EarlierStepFactory(review=review)
    HoldLookFactory(hold=review.holds.get())
    DisclosureItemFactory(process=review.parallel_processes.first(), number=2, settled=True)
    LoanFactory(review=review, number=2, ended=True)
    CharacteristicAnswerFactory(review=review)
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
        of_its_letters_out(review),
        of_what_came_back(review),
    ]


def of_what_came_back(review):
    """Replies as they came: one to confirm with what is attached, and one kept with its agency."""
    reply = IncomingReplyFactory(review=review, searched_by=WORDS)
    held = IncomingFileFactory(reply=reply)
    IncomingFileFactory(reply=reply, document=None, left_out=WORDS)
    IncomingReplyFactory(review=review, beside=True)
    return {"replies:reply_id": reply.pk, "replies:document_id": held.document_id}


def of_its_letters_out(review):
    """What is put together for bodies outside, what left early, came back, or was answered."""
    waiting = DispatchFactory(review=review)
    SentWordsFactory(dispatch=waiting)
    sent = DispatchFactory(
        review=review, sent=True, early_because=WORDS, came_back_on=ON, came_back_because=WORDS
    )
    AcknowledgementFactory(dispatch=sent, their_reference=WORDS, **BY_EMAIL)
    line = SentWordsFactory(dispatch=sent)
    ReplyFactory(line=line, public_words=WORDS, released_on=ON, **BY_EMAIL)
    ReplyFactory(line=line, kind="NOT_OURS", passed_to_words=WORDS)
    return {"postoffice:number": sent.number, "postoffice:line_id": line.pk}


def of_its_panel(review):
    off = MeetingFactory(review=review, called_off_on=ON, called_off_because=WORDS)
    left = PanelMemberFactory(review=review, left=True, handover=WORDS)
    seated = PanelMemberFactory(review=review)
    declaration = IndependenceDeclarationFactory(member=seated, **BY_EMAIL, **DECIDED)
    PanelMemberFactory(review=review, invited=True, not_seated_because=WORDS)
    held = MeetingFactory(review=review, past=True)
    MinutesCorrectionFactory(meeting=held)
    AttendanceFactory(meeting=held, member=seated, presence=Presence.SUBSTITUTE, substitute=WORDS)
    item = MeetingItemFactory(
        meeting=off, action=True, done_on=ON, done_recorded_at=AT, done_note=WORDS
    )
    return [
        {"number": off.number, "item": item.number, "member_id": left.pk},
        of_its_dates(review),
        {"number": held.number, "member_id": seated.pk, "declaration_id": declaration.pk},
    ]


def of_its_dates(review):
    """A poll of which no meeting came, with an answer that was entered for somebody."""
    poll = DatesPollFactory(review=review, closed=True)
    answer = PollAnswerFactory(invitee__poll=poll, **BY_EMAIL)
    day = DayAnswerFactory(answer=answer).day
    return {
        "availability:poll_id": poll.pk,
        "availability:invitee_id": answer.invitee_id,
        "availability:day_id": day.pk,
    }


def of_its_terms(review):
    TermsSectionFactory(terms=review.terms_of_reference.get())
    agreed = agreed_in(review)
    asked = AgreementInviteeFactory(round=AgreementRoundFactory(review=review, agreed=True))
    answer = AgreementAnswerFactory(
        invitee=asked, answer=AnswerKind.OBJECT, comment=WORDS, entered_because=WORDS, **BY_EMAIL
    )
    AgreementDispositionFactory(answer=answer)
    EnquiryAnswerFactory(enquiry=agreed.enquiries.first())
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
    copy = DraftReleaseFactory(
        draft=draft,
        reader_kind=ReaderKind.OUTSIDER,
        chapters=["chapter-introduction"],
        consent_of=review.involvements.first(),
        consent_by=WORDS,
        consent_on=draft.made_on,
    )
    DraftReleaseFactory(draft=draft, contact=FamilyContactFactory(review=review))
    ReportSectionFactory(review=review, kind=SectionKind.INVOLVEMENT, text="", empty_because=WORDS)
    ChapterChoiceFactory(review=review, title=WORDS, left_out_because=WORDS)
    ReportFigureFactory(review=review, sign="picture-900", caption=WORDS, alt=WORDS)
    ReportCallFactory(review=review, number=90, caller=WORDS, called=WORDS, words=WORDS)
    KeptTextFactory(review=review, empty_because=WORDS)
    signed = SignOffFactory(draft=draft, **BY_EMAIL)
    returned = ReturnedTextFactory(review=review)
    answered = LetterFactory(review=review, answered=True)
    QaAnswerFactory(point=review.qa_submissions.get().points.get())
    PublicationFactory(review=review, decision=review.publication_decisions.get(), taken_down=True)
    DisseminationFactory(review=review, note=WORDS)
    return {
        "reports:sign": "picture-1",
        "reports:number": draft.number,
        "reports:comment_id": settled.pk,
        "reports:sign_off_id": signed.pk,
        "reports:returned": returned.number,
        "reports:copy": copy.number,
        "letters:letter_id": answered.pk,
        "letters:which": "reply",
    }


def of_a_family(contact):
    """What is said between a review and a family."""
    common = {"contact": contact, "words": WORDS, "unusual_reason": WORDS, "despite_reason": WORDS}
    ChildRecordCopyFactory(
        person__review=contact.review, holder=WORDS, confirmed_on=date(2026, 2, 9),
        confirmed_by=WORDS,
    )  # fmt: skip
    ChildRecordCopyFactory(person__review=contact.review, needs_none=True, why_none=WORDS)
    FamilyContactEntryFactory(
        **common, kind=EntryKind.PUBLICATION, publication_on=date(2027, 2, 3), notice=WORDS,
        support=WORDS,
    )  # fmt: skip
    FamilyExtractFactory(
        contact=contact, words=WORDS, allowed_by=WORDS, revoked=True, revoked_because=WORDS
    )
    FamilyQuestionFactory(
        contact=contact, words=WORDS, in_report=True, answer=WORDS, told_on=date(2026, 2, 9),
        told_by=WORDS, despite_reason=WORDS,
    )  # fmt: skip
    FamilyQuestionFactory(contact=contact, taken_back_at=AT, taken_back_reason=WORDS, words=WORDS)
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
        **common, kind=EntryKind.REFERRAL, advocacy_body=WORDS,
        referral_answer=ReferralAnswer.HOLDS,
    )  # fmt: skip
    FamilyContactEntryFactory(
        **common, kind=EntryKind.APPROACH, approach=Approach.NOT_TO_BE, advice_of=WORDS
    )
    met = FamilyContactEntryFactory(
        **common, meeting=True, place=WORDS, present=WORDS, interpreter=WORDS
    )
    FamilyContactEntryFactory(**common, kind=EntryKind.TRANSCRIPT, answers=met, approved_by=WORDS)
    FamilyContactEntryFactory(
        **common, kind=EntryKind.PSEUDONYM, person=PersonFactory(review=contact.review),
        pseudonym=WORDS, pseudonym_act=PseudonymAct.CHOSE,
    )  # fmt: skip
    FamilyContactEntryFactory(**common, draft=True)
