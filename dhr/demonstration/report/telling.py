"""The report is written, agreed by the panel and signed off by the partnership."""

from actionplans.cycle import ActionStatus
from actionplans.models import Action, Confidence, LearningPoint, Recommendation
from actionplans.operations import actions, findings, learning, progress, recommendations
from actionplans.operations.actions import ActionWords
from actionplans.operations.findings import FindingWords
from actionplans.operations.learning import LearningWords
from actionplans.operations.progress import Report
from actionplans.operations.recommendations import RecommendationWords
from dhr.demonstration.report.sections import SECTIONS
from dhr.demonstration.report.teller import Teller
from dhr.demonstration.report.thread import ADVICE, FINDINGS, LEARNING, Advice, Step
from reports.models import Draft, DraftPurpose
from reports.operations import agreement, drafts, sections, sign_off
from reports.operations.sign_off import Decided
from reviews.models import AgencyInvolvement


def tell(teller: Teller) -> Draft:
    """Return the draft that is sent to the Home Office first."""
    for kind, text in SECTIONS.items():
        sections.write_section(review=teller.review, kind=kind, text=text, **teller.writing)
    plan(teller)
    agreed = draft(teller, DraftPurpose.FAMILY_AND_AGENCIES, days=520)
    agreement.record_agreement(
        draft=agreed,
        agreed_on=teller.clock.ago(days=470),
        meeting=teller.review.meetings.get(number=6),
        **teller.acting,
    )
    signed = draft(teller, DraftPurpose.SIGN_OFF, days=455)
    sign_off.sign_off(
        draft=signed,
        decided=Decided(
            body="Wychmere Safer Communities Partnership board",
            signed_on=teller.clock.ago(days=442),
            decided_by="Cecil Thorne, chair of the partnership",
        ),
        minute=teller.paper("Minute of the board", "The report and its plan were signed off."),
        provenance=teller.said("Cecil Thorne", days=442),
        **teller.acting,
    )
    return signed


def draft(teller: Teller, purpose: DraftPurpose, *, days: int) -> Draft:
    made = drafts.make_draft(
        review=teller.review,
        purpose=purpose,
        made_on=teller.clock.ago(days=days),
        today=teller.clock.today,
        **teller.writing,
    )
    return drafts.release_draft(
        draft=made,
        released_on=teller.clock.ago(days=days),
        tell=False,
        today=teller.clock.today,
        **teller.writing,
    )


# The golden thread

DONE = ActionStatus.DONE_UNVERIFIED


def plan(teller: Teller) -> None:
    enquiries = list(teller.review.terms_of_reference.get().enquiries.order_by("number"))
    rest = [
        findings.add_finding(
            review=teller.review,
            said=FindingWords(
                statement=words,
                enquiry=enquiries[number - 1],
                evidence_words="The reports of agencies.",
                confidence=Confidence.FIRM,
            ),
            **teller.entering,
        )
        for number, words in FINDINGS
    ]
    learnt = [
        learning.add_learning_point(
            review=teller.review,
            said=LearningWords(text=text, theme=theme, repeats=repeats),
            findings=[rest[number - 1] for number in numbers],
            **teller.entering,
        )
        for text, theme, numbers, repeats in LEARNING
    ]
    for advice in ADVICE:
        advise(teller, advice, learnt)


def advise(teller: Teller, advice: Advice, learnt: list[LearningPoint]) -> None:
    addressee, words = body(teller, advice.addressee)
    made = recommendations.add_recommendation(
        review=teller.review,
        said=RecommendationWords(
            text=advice.text, scope=advice.scope, addressee=addressee, addressee_words=words
        ),
        learning_points=[learnt[number - 1] for number in advice.learning],
        **teller.entering,
    )
    for step in advice.steps:
        act(teller, made, step)


def act(teller: Teller, recommendation: Recommendation, step: Step) -> None:
    lead, words = body(teller, step.lead)
    action = actions.add_action(
        recommendation=recommendation,
        said=ActionWords(
            text=step.text,
            lead=lead,
            lead_words=words,
            outcome_measure=step.measure,
            target_on=teller.clock.ahead(days=step.due),
        ),
        **teller.entering,
    )
    for number, text in enumerate(step.milestones):
        actions.add_milestone(
            action=action,
            text=text,
            due_on=teller.clock.ahead(days=step.due - 30 * (len(step.milestones) - number)),
            **teller.entering,
        )


def body(teller: Teller, name: str) -> tuple[AgencyInvolvement | None, str]:
    """Return an agency of the review, or the words for a body that takes no part in it."""
    found = teller.review.involvements.filter(agency__name=name).first()
    return found, "" if found else name


def report_progress(teller: Teller) -> None:
    """Agencies have written what they did; some of it was checked."""
    for action in Action.objects.filter(recommendation__review=teller.review):
        step = ADVICE[action.recommendation.number - 1].steps[action.number - 1]
        if not step.outcome:
            continue
        days = -step.due
        progress.report_progress(
            action=action,
            report=Report(on=teller.clock.ago(days=days), words=step.outcome, claims=DONE),
            provenance=teller.said(f"Safeguarding lead, {step.lead}", days=days),
            **teller.acting,
        )
