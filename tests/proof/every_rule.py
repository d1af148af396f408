"""
Every rule that says who may do what and until when, found where rules stand, with what to ask it.

Two rows for each: somebody without the right is refused for lack of it, and after the end of the
review whoever has every right is refused because it ended.
"""

import importlib
import inspect
import pkgutil
from dataclasses import dataclass
from datetime import date
from types import ModuleType

from django.apps import apps

from agencies.models import User
from letters.models import FamilyDraft, LetterKind
from reviews.access import Refused
from tests.factories import (
    actionplans,
    anonymity,
    availability,
    chronologies,
    composite,
    costs,
    documents,
    evidence,
    letters,
    outcomes,
    panels,
    proceedings,
    publications,
    questions,
    reports,
    terms,
)
from tests.factories.reviews import AgencyInvolvementFactory

ABOUT_A_REVIEW = (
    "actionplans", "agencyfiles", "anonymity", "availability", "chronologies", "composite",
    "costs", "decisions", "evidence", "families", "letters", "outcomes", "panels", "postoffice",
    "proceedings", "publications", "questions", "reports",
)  # fmt: skip
# Who may read, which does not end with the review: the oracle asks these
READING = {"check_can_read", "check_can_read_submission", "check_can_read_entry",
           "check_can_read_composite", "check_can_read_narrative",
           "check_can_export", "check_can_take"}  # fmt: skip
SAID_WITHOUT_RIGHT = (
    "Your role in this review", "Only somebody admitted", "Only its lead agency",
    "The agency sent this itself",
)  # fmt: skip
SAID_AFTER_THE_END = "This review has ended"


@dataclass(frozen=True)
class Rule:
    module: ModuleType
    name: str

    @property
    def label(self) -> str:
        return f"{self.module.__name__}.{self.name}"

    def ask(self, values: dict, actor: User) -> str:
        """Return in what words somebody is refused; nothing where they are not."""
        check = getattr(self.module, self.name)
        given = {
            one.name: values[key(one)]
            for one in list(inspect.signature(check).parameters.values())[1:]
            if key(one) in values
        }
        try:
            check(actor, **given)
        except Refused as refusal:
            return str(refusal)
        return ""

    def needs(self) -> set[str]:
        check = getattr(self.module, self.name)
        return {key(one) for one in list(inspect.signature(check).parameters.values())[1:]}

    @property
    def asks_rights(self) -> bool:
        return "access.require" in source(self)

    @property
    def asks_whether_open(self) -> bool:
        return "check_is_open(" in source(self)


def source(rule: Rule) -> str:
    return inspect.getsource(getattr(rule.module, rule.name))


def key(parameter: inspect.Parameter) -> str:
    """The class that is asked for where it is one of ours, and else the name."""
    named = getattr(parameter.annotation, "__name__", "")
    ours = {model.__name__ for model in apps.get_models()}
    return named if named in ours else parameter.name


def rules() -> list[Rule]:
    """Every `check_can_…` that asks who somebody is."""
    return [
        Rule(module, name)
        for package in ABOUT_A_REVIEW
        for module in modules(f"{package}.rules")
        for name, check in inspect.getmembers(module, inspect.isfunction)
        if name.startswith("check_can_") and check.__module__ == module.__name__
        if next(iter(inspect.signature(check).parameters), "") == "actor" and name not in READING
    ]


def modules(name: str) -> list[ModuleType]:
    found = importlib.import_module(name)
    inner = pkgutil.iter_modules(getattr(found, "__path__", []))
    return [found, *(importlib.import_module(f"{name}.{one.name}") for one in inner)]


def values_of(world, today: date) -> dict:
    """One of everything that a rule is asked about, from the house world and beside it."""
    part, review = world.part, world.review
    submission = chronologies.ChronologySubmissionFactory(involvement=part, submitted=True)
    row = chronologies.ChronologyRowFactory(submission=submission)
    imr = part.imr
    version = imr.versions.first()
    other = AgencyInvolvementFactory(review=review)
    waiting = evidence.ImrVersionFactory(imr=evidence.ImrFactory(involvement=other), frozen=True)
    draft = review.drafts.filter(released_at__isnull=False).first()
    terms_draft = review.terms_of_reference.first()
    asked = terms.AgreementRoundFactory(review=review)
    letter = publications.QaSubmissionFactory(review=review)
    action = actionplans.ActionFactory(
        recommendation=actionplans.RecommendationFactory(review=review, addressee=part), lead=part
    )
    meeting = panels.MeetingFactory(review=review, past=True)
    return {
        "Review": review,
        "AgencyInvolvement": part,
        "ChronologySubmission": submission,
        "ChronologyRow": row,
        "EventComment": composite.EventCommentFactory(entry__submission=submission),
        "CompositeExport": composite.CompositeExportFactory(review=review),
        "ReconciliationFinding": composite.ReconciliationFindingFactory(review=review),
        "FindingQuestion": composite.FindingQuestionFactory(involvement=part),
        "ChronologyEntry": chronologies.ChronologyEntryFactory(submission=submission),
        "IndividualManagementReview": imr,
        "ImrVersion": waiting,
        "ImrQuery": evidence.ImrQueryFactory(imr=imr, version=version, drafted=True),
        "Question": questions.QuestionFactory(
            involvement=part, interview=True, drafted=True, staff_of=part
        ),
        "Action": action,
        "SixMonthReturn": outcomes.SixMonthReturnFactory(involvement=part),
        "MeetingItem": panels.MeetingItemFactory(meeting=meeting, action=True),
        "Meeting": meeting,
        "PanelMember": panels.PanelMemberFactory(review=review),
        "AgreementInvitee": terms.AgreementInviteeFactory(round=asked),
        "PollInvitee": availability.PollInviteeFactory(poll__review=review),
        "TermsOfReference": terms_draft,
        "KeyLineOfEnquiry": terms.KeyLineOfEnquiryFactory(terms=terms_draft),
        "QaSubmission": letter,
        "QaPoint": publications.QaPointFactory(submission=letter),
        "QaAnswer": publications.QaAnswerFactory(point__submission=letter),
        "Draft": draft,
        "IdentifierCheck": anonymity.IdentifierCheckFactory(review=review),
        "Certificate": anonymity.CertificateFactory(review=review),
        "left": 0, "deciders": (), "is_current": True,
        "DraftComment": reports.DraftCommentFactory(draft=draft),
        "DraftRelease": reports.DraftReleaseFactory(draft=draft, handed_over=True),
        "Letter": letters.LetterFactory(review=review),
        "kind": LetterKind.SECURE_RECORDS,
        "draft": FamilyDraft.DECISION,
        "Loan": proceedings.LoanFactory(review=review), "may_see": "RUNNERS",
        "SignOff": reports.SignOffFactory(draft=draft),
        "ReportCall": reports.ReportCallFactory(review=review),
        "ReportFigure": reports.ReportFigureFactory(review=review),
        "ReturnedText": reports.ReturnedTextFactory(review=review),
        "entry": costs.FeeFactory(review=review), "because": "Typed twice.",
        "reason": "Because.", "note": "Change this.", "name": "Somebody", "body": "The board",
        "decided_by": "Its chair", "is_entered_for_them": False, "names_looked_at": True,
        "found": [], "disposition": "", "purpose": "", "provenance": {"given_on": today},
        "Document": documents.DocumentFactory(), "side": "", "released_on": today,
        "today": today, "on": today, "made_on": today, "received_on": today, "accepted_on": today,
    }  # fmt: skip
