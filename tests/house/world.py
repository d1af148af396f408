"""One review with something behind every address, and somebody in every part in it."""

from django.utils import timezone

from agencies.models import PostKind
from evidence.cycle import ImrState
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Role
from reviews.lifecycle import Stage
from tests.factories.accounts import AuthenticatorFactory
from tests.factories.actionplans import (
    ActionFactory,
    AddresseeAnswerFactory,
    AgencyResponseFactory,
    AssuranceFactory,
    ConclusionAuditFactory,
    EvidenceFileFactory,
    FindingEvidenceFactory,
    FindingFactory,
    LearningPointFactory,
    MilestoneFactory,
    PanelDispositionFactory,
    PlanReleaseFactory,
    ProgressNoteFactory,
    RecommendationFactory,
)
from tests.factories.agencies import (
    AgencyContactFactory,
    AgencyLeadFactory,
    PostFactory,
    PublicBodyFactory,
    UserFactory,
)
from tests.factories.chronologies import (
    ChronologyEntryFactory,
    ChronologyRowFactory,
    ChronologySubmissionFactory,
)
from tests.factories.clauses import ClauseWordingFactory
from tests.factories.composite import (
    CheckSwitchFactory,
    CompositeExportFactory,
    EventCommentFactory,
    FindingEventFactory,
    FindingQuestionFactory,
    NarrativeSourceFactory,
    ReconciliationFindingFactory,
)
from tests.factories.costs import (
    BudgetFactory,
    ClaimFactory,
    FeeFactory,
    InvoiceFactory,
    ShareFactory,
)
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import (
    ImrFactory,
    ScopingLinkFactory,
    ScopingRequestFactory,
    ScopingReturnFactory,
)
from tests.factories.families import (
    ChildRecordCopyFactory,
    FamilyContactEntryFactory,
    FamilyContactFactory,
    FamilyExtractFactory,
    FamilyQuestionFactory,
    QuietDateFactory,
)
from tests.factories.panels import (
    IndependenceDeclarationFactory,
    MeetingFactory,
    MeetingItemFactory,
    MeetingPaperFactory,
    PanelMemberFactory,
    ParallelProcessFactory,
    ProcessDateFactory,
)
from tests.factories.reminders import AbsenceFactory, CalendarFeedFactory
from tests.factories.replies import IncomingReplyFactory
from tests.factories.reviews import (
    AccessHoldFactory,
    AgencyInvolvementFactory,
    DecisionFactory,
    NoticeFactory,
    PersonFactory,
    ReviewFactory,
    admit,
    playing,
)
from tests.factories.stewards import EmergencyAccessFactory
from tests.factories.terms import (
    AgreementAnswerFactory,
    AgreementInviteeFactory,
    AgreementRoundFactory,
    EnquiryAnswerFactory,
    KeyLineOfEnquiryFactory,
    TermsCharacteristicFactory,
    TermsOfReferenceFactory,
)
from tests.factories.timescales import (
    DelaySpanFactory,
    ExtensionFactory,
    HoldFactory,
    YearlyLookFactory,
)
from tests.house.papers_of_world import PapersOfWorld
from tests.house.plans_of_world import PlansOfWorld
from tests.house.proceedings_of_world import ProceedingsOfWorld
from timescales.dates import year_of

# Everybody who may stand before a door. "agency" and "another agency" speak for one each.
STRANGERS = ("stranger", "another agency", "another review")


class World(PapersOfWorld, PlansOfWorld, ProceedingsOfWorld):
    """
    `people` by what they are: each role of the review, each role of an agency in it, each post
    of the partnership, and strangers. `values` by what the addresses ask for.
    """

    def __init__(self) -> None:
        self.officer_post = PostFactory()
        partnership = self.officer_post.partnership
        self.review = ReviewFactory(partnership=partnership, at_stage=Stage.TOR_AGREED)
        self.part = AgencyInvolvementFactory(review=self.review)
        self.lead = AgencyLeadFactory(partnership=partnership, agency=self.part.agency)
        self.people = self.everybody(partnership)
        self.values = {
            **self.of_the_review(partnership),
            **self.of_the_agency(),
            **self.of_the_panel(),
            **self.of_the_proceedings(),
            **self.of_the_dates(),
            **self.of_the_terms(),
            **self.of_the_family(),
            **self.of_the_report(),
            **self.of_the_chronology(),
            **self.of_what_leaves(),
            **self.of_the_plan(),
            **self.of_the_drafts(),
            **self.of_the_plans(),
            **self.of_the_identifiers(),
            **self.of_the_stewards(),
            **self.of_the_timescale(),
            **self.of_the_costs(),
        }

    def everybody(self, partnership):
        other_part = AgencyInvolvementFactory(review=self.review)
        elsewhere = AgencyInvolvementFactory(review__at_stage=Stage.EVIDENCE)
        posts = {f"post: {kind.label}": PostFactory(partnership=partnership, kind=kind).user
                 for kind in PostKind if kind != PostKind.OFFICER}  # fmt: skip
        liaison = posts[f"post: {PostKind.HOME_OFFICE_LIAISON.label}"]
        admit(liaison, Role.HOME_OFFICE_LIAISON, to=self.review)
        return {
            **{f"review: {role.label}": playing(role, to=self.review) for role in REVIEW_GRANTS},
            **{f"agency: {role.label}": playing(role, to=self.part) for role in INVOLVEMENT_GRANTS},
            **posts,
            "post: CSP officer": self.officer_post.user,
            "post: Lead of an agency": self.lead.user,
            "stranger": UserFactory(),
            "another agency": playing(next(iter(INVOLVEMENT_GRANTS)), to=other_part),
            "another review": playing(next(iter(REVIEW_GRANTS)), to=elsewhere.review),
        }

    def of_the_review(self, partnership):
        letter = DocumentFactory()
        decision = DecisionFactory(review=self.review, minute=letter)
        self.review.notification = letter
        self.review.save()
        contact = AgencyContactFactory(agency=self.part.agency)
        return {
            "reference": self.review.reference,
            "slug": partnership.slug,
            "post_id": self.officer_post.pk,
            "to": Stage.EVIDENCE,
            "decision_id": decision.pk,
            "which": "minute",
            "notice_id": NoticeFactory(review=self.review, letter=letter).pk,
            "person_id": PersonFactory(review=self.review).pk,
            "hold_id": AccessHoldFactory(
                person=PersonFactory(review=self.review, true_name="Alwyn Testerby")
            ).pk,
            "reviews:kind": "panel",
            "reviews:part": "officer",
            "membership_id": self.review.memberships.first().pk,
            "agency_id": self.part.agency_id,
            "agencies:contact_id": contact.pk,
            "agencies:body_id": PublicBodyFactory().pk,
            "accounts:factor_id": AuthenticatorFactory(user=self.people["stranger"]).pk,
            "reminders:absence_id": AbsenceFactory(user=self.people["stranger"]).pk,
            "reminders:token": self.of_a_calendar(),
        }

    def of_the_agency(self):
        request = ScopingRequestFactory(involvement=self.part)
        answer = ScopingReturnFactory(request=request, original=None)
        reply = IncomingReplyFactory(review=self.review, read_part=self.part)
        return {
            "replies:reply_id": reply.pk,
            "replies:document_id": reply.document_id,
            "involvement_id": self.part.pk,
            "return_id": answer.pk,
            "request_id": request.pk,
            "link_id": ScopingLinkFactory(request=request).pk,
        }

    def of_a_calendar(self):
        secret = f"{self.review.pk:043}"
        CalendarFeedFactory(user=self.officer_post.user, secret=secret)
        return secret

    def of_the_timescale(self):
        return {
            "timescales:code": "D9",
            "timescales:look_id": YearlyLookFactory(review=self.review).pk,
            "timescales:year": year_of(timezone.localdate()).begins,
            "timescales:hold_id": HoldFactory(review=self.review).pk,
            "timescales:extension_id": ExtensionFactory(review=self.review).pk,
            "timescales:span_id": DelaySpanFactory(review=self.review).pk,
        }

    def of_the_costs(self):
        FeeFactory(review=self.review)
        share = ShareFactory(review=self.review, agency=self.part.agency)
        return {
            "costs:share_id": ShareFactory(review=self.review, proposed=True).pk,
            "costs:claim_id": ClaimFactory(review=self.review, share=share).pk,
            "costs:invoice_id": InvoiceFactory(review=self.review).pk,
            "costs:kind": "budget",
            "costs:entry_id": BudgetFactory(review=self.review).pk,
        }

    def of_the_stewards(self):
        author = self.people[f"agency: {Role.IMR_AUTHOR.label}"]
        asked = EmergencyAccessFactory(review=self.review, running=True)
        return {
            "stewards:agency_id": self.part.agency.pk,
            "stewards:lead_id": self.lead.pk,
            "stewards:membership_id": author.memberships.get().pk,
            "stewards:request_id": asked.pk,
            "stewards:user_id": author.pk,
        }

    def of_the_report(self):
        report = ImrFactory(involvement=self.part, at=ImrState.QUERIED)
        return {
            "evidence:declaration_id": report.author.pk,
            "evidence:slug": "recommendations",
            "evidence:number": 1,
            "evidence:which": "document",
            "addressee": "caldicott",
            "point_id": 0,
        }

    def of_the_chronology(self):
        read = ChronologySubmissionFactory(involvement=self.part, read=True)
        row = ChronologyRowFactory(submission=read)
        return {
            **self.of_the_story(),
            "chronologies:number": read.number,
            "row_number": row.number,
        }

    def of_the_story(self):
        """What chair and panel make of an entry, and what was found at one that is released."""
        entry = ChronologyEntryFactory(submission__involvement=self.part)
        told = ChronologyEntryFactory(
            submission=ChronologySubmissionFactory(involvement=self.part, released=True)
        )
        finding = ReconciliationFindingFactory(review=self.review, accepted=True)
        FindingEventFactory(finding=finding, event=told.root)
        return {
            "composite:entry_id": entry.pk,
            "reports:entry_id": told.pk,
            "composite:comment_id": EventCommentFactory(entry=entry).pk,
            "composite:finding_id": finding.pk,
            "composite:question_id": FindingQuestionFactory(
                finding=finding, involvement=self.part, events=[told.root], answered=True
            ).pk,
            "composite:paragraph_id": NarrativeSourceFactory(
                paragraph__review=self.review, event=told.root
            ).paragraph_id,
            "composite:code": CheckSwitchFactory(review=self.review).code,
            "composite:export_id": CompositeExportFactory(
                review=self.review, asked_by=self.people[f"review: {Role.REVIEW_SECRETARY.label}"]
            ).pk,
        }

    def of_the_plan(self):
        finding = FindingFactory(review=self.review)
        one = RecommendationFactory(
            review=self.review, addressee=self.part, text="Consider asking whoever comes alone."
        )
        action = ActionFactory(recommendation=one, text="Consider writing a course of half a day.")
        note = ProgressNoteFactory(action=action, done=True, document=DocumentFactory())
        return {
            "finding_id": finding.pk,
            "evidence_id": FindingEvidenceFactory(finding=finding).pk,
            "response_id": AgencyResponseFactory(finding=finding, original=DocumentFactory()).pk,
            "actionplans:point_id": PanelDispositionFactory(review=self.review).point_id,
            "learning_id": LearningPointFactory(review=self.review).pk,
            "recommendation_id": one.pk,
            "actionplans:answer_id": AddresseeAnswerFactory(
                recommendation=one, original=DocumentFactory()
            ).pk,
            "action_id": action.pk,
            "milestone_id": MilestoneFactory(
                action=action, done=True, document=DocumentFactory()
            ).pk,
            "note_id": note.pk,
            "actionplans:which": "document",
            "actionplans:code": "specific",
            "actionplans:file_id": EvidenceFileFactory(note=note).pk,
            "plan_release": PlanReleaseFactory(review=self.review).pk,
            "assurance_id": AssuranceFactory(note=note, document=DocumentFactory()).pk,
            "audit_id": ConclusionAuditFactory(review=self.review, minute=DocumentFactory()).pk,
        }

    def of_the_panel(self):
        member = PanelMemberFactory(review=self.review)
        declaration = IndependenceDeclarationFactory(member=member)
        meeting = MeetingFactory(review=self.review, past=True)
        process = ParallelProcessFactory(review=self.review)
        return {
            "member_id": member.pk,
            "declaration_id": declaration.pk,
            "number": meeting.number,
            "paper_id": MeetingPaperFactory(meeting=meeting).pk,
            "item": MeetingItemFactory(meeting=meeting, action=True).number,
            "process_id": process.pk,
            "panels:date_id": ProcessDateFactory(process=process).pk,
        }

    def of_the_terms(self):
        terms = TermsOfReferenceFactory(review=self.review)
        asked = AgreementRoundFactory(review=self.review)
        invitee = AgreementInviteeFactory(round=asked)
        line = EnquiryAnswerFactory(enquiry__terms=terms).enquiry
        return {
            "enquiry_id": KeyLineOfEnquiryFactory(terms=terms).pk,
            "panels:root": line.root,
            "noted_id": TermsCharacteristicFactory(terms=terms).pk,
            "clause_id": ClauseWordingFactory(
                clause__partnership=self.review.partnership
            ).clause_id,
            "before": 1,
            "after": 1,
            "ending": "pdf",
            "panels:slug": "media",
            "round_id": asked.pk,
            "invitee_id": invitee.pk,
            "answer_id": AgreementAnswerFactory(invitee=invitee).pk,
        }

    def of_the_family(self):
        contact = FamilyContactFactory(review=self.review)
        return {
            "families:contact_id": contact.pk,
            "families:date_id": QuietDateFactory(contact=contact).pk,
            "families:person_id": ChildRecordCopyFactory(person__review=self.review).person.pk,
            "families:extract_id": FamilyExtractFactory(contact=contact).pk,
            "families:to": "panel",
            "families:asked": FamilyQuestionFactory(contact=contact, in_report=True).pk,
            "families:entry_id": FamilyContactEntryFactory(contact=contact).pk,
            "kind": "letter",
        }
