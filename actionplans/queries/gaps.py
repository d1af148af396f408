"""What is missing in the golden thread, in words, with where to mend it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse

from actionplans.gates import learning_waits, plan_waits, reports_wait
from actionplans.models import Finding, LearningPoint, Recommendation
from pages.parts import Blocker
from panels.models import KeyLineOfEnquiry
from reviews.models import Review


class About(StrEnum):
    """Which part of the thread a gap is in."""

    ENQUIRY = "enquiry"
    EVIDENCE = "evidence"
    LEARNING = "learning"
    PLAN = "plan"
    REPORT = "report"


@dataclass(frozen=True)
class Gap(Blocker):
    """Something missing in the thread, in words, and the page that mends it."""

    about: About = About.EVIDENCE


def gaps_of_enquiries(
    review: Review, enquiries: Collection[KeyLineOfEnquiry], findings: Collection[Finding]
) -> list[Gap]:
    """Return the lines of enquiry that no finding answers, whichever version words them."""
    answered = {finding.enquiry.root for finding in findings if finding.enquiry}
    add = reverse("actionplans:add-finding", args=[review.reference])
    return [
        Gap(
            f"Line of enquiry {enquiry.number} has no finding.",
            f"{add}?enquiry={enquiry.pk}",
            About.ENQUIRY,
        )
        for enquiry in enquiries
        if enquiry.root not in answered
    ]


def gaps_of_finding(
    review: Review,
    one: Finding,
    *,
    rests_on: int,
    learnt: Collection[LearningPoint],
    is_gone: bool = False,
) -> list[Gap]:
    """
    rests_on: how many pieces of evidence it points at, besides words.
    learnt: what is learnt from it.
    is_gone: something it rests on was taken back since.
    """
    href = reverse("actionplans:finding", args=[review.reference, one.pk])
    gaps = []
    if not (rests_on or one.evidence_words.strip()):
        gaps.append(Gap(f"{one.name} does not say what it rests on.", href, About.EVIDENCE))
    if is_gone:
        gaps.append(
            Gap(f"{one.name} rests on something that was taken back.", href, About.EVIDENCE)
        )
    if not learnt:
        gaps.append(Gap(f"Nothing is learnt from finding {one.number}.", href, About.EVIDENCE))
    return gaps


def gaps_of_learning(review: Review, one: LearningPoint) -> list[Gap]:
    """Reads its findings and recommendations: prefetch both."""
    href = reverse("actionplans:change-learning-point", args=[review.reference, one.pk])
    gaps = []
    if not one.findings.all():
        gaps.append(Gap(f"{one.name} rests on no finding.", href, About.EVIDENCE))
    waits = [Gap(wait.words, wait.href, About.LEARNING) for wait in learning_waits(review, one)]
    return gaps + waits


def gaps_of_reports(
    review: Review, undecided: Mapping[str, int], unexplained: Collection[Recommendation]
) -> list[Gap]:
    """
    undecided: how many recommendations of each agency's report wait for the panel.
    unexplained: what was taken over without a reason.
    """
    href = reverse("actionplans:dispositions", args=[review.reference])
    waits = [Gap(one.words, one.href, About.REPORT) for one in reports_wait(review, undecided)]
    return waits + [
        Gap(f"No reason is recorded why {one.name.lower()} was taken over.", href, About.REPORT)
        for one in unexplained
    ]


def gaps_of_plan(review: Review, one: Recommendation) -> list[Gap]:
    """Reads its answers and actions: prefetch both."""
    return [Gap(wait.words, wait.href, About.PLAN) for wait in plan_waits(review, one)]


def gaps_of_recommendation(
    review: Review, one: Recommendation, *, learnt: Collection[LearningPoint]
) -> list[Gap]:
    """learnt: the learning points it rests on. What was taken over rests on the report."""
    if learnt or one.taken_from_id:
        return []
    href = reverse("actionplans:recommendation", args=[review.reference, one.pk])
    return [Gap(f"{one.name} rests on no learning point.", href, About.EVIDENCE)]
