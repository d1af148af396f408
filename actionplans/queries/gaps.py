"""What is missing in the golden thread, in words, with where to mend it."""

from collections.abc import Collection

from django.urls import reverse

from actionplans.models import Finding, LearningPoint, Recommendation
from pages.parts import Blocker
from panels.models import KeyLineOfEnquiry
from reviews.models import Review


def gaps_of_enquiries(
    review: Review, enquiries: Collection[KeyLineOfEnquiry], findings: Collection[Finding]
) -> list[Blocker]:
    """Return the lines of enquiry that no finding answers, whichever version words them."""
    answered = {finding.enquiry.root for finding in findings if finding.enquiry}
    add = reverse("actionplans:add-finding", args=[review.reference])
    return [
        Blocker(f"Line of enquiry {enquiry.number} has no finding.", f"{add}?enquiry={enquiry.pk}")
        for enquiry in enquiries
        if enquiry.root not in answered
    ]


def gaps_of_finding(
    review: Review, one: Finding, *, rests_on: int, learnt: Collection[LearningPoint]
) -> list[Blocker]:
    """
    rests_on: how many pieces of evidence it points at, besides words.
    learnt: what is learnt from it.
    """
    href = reverse("actionplans:finding", args=[review.reference, one.pk])
    gaps = []
    if not (rests_on or one.evidence_words.strip()):
        gaps.append(Blocker(f"{one.name} does not say what it rests on.", href))
    if not learnt:
        gaps.append(Blocker(f"Nothing is learnt from finding {one.number}.", href))
    return gaps


def gaps_of_learning(review: Review, one: LearningPoint) -> list[Blocker]:
    """Reads its findings and recommendations: prefetch both."""
    href = reverse("actionplans:change-learning-point", args=[review.reference, one.pk])
    gaps = []
    if not one.findings.all():
        gaps.append(Blocker(f"{one.name} rests on no finding.", href))
    if not (one.recommendations.all() or one.no_recommendation_because.strip()):
        words = f"{one.name} has no recommendation, and no reason why there is none."
        gaps.append(Blocker(words, href))
    return gaps


def gaps_of_recommendation(
    review: Review, one: Recommendation, *, learnt: Collection[LearningPoint]
) -> list[Blocker]:
    """learnt: the learning points it rests on. What was taken over rests on the report."""
    if learnt or one.taken_from_id:
        return []
    href = reverse("actionplans:recommendation", args=[review.reference, one.pk])
    return [Blocker(f"{one.name} rests on no learning point.", href)]
