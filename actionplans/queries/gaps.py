"""What is missing in the golden thread, in words, with where to mend it."""

from collections.abc import Iterable

from django.urls import reverse

from actionplans.gates import Gap, gaps_of_recommendation
from actionplans.models import Finding, LearningPoint, Recommendation
from panels.models import KeyLineOfEnquiry
from reviews.models import Review


def gaps_of(
    review: Review,
    *,
    findings: Iterable[Finding],
    learning_points: Iterable[LearningPoint],
    recommendations: Iterable[Recommendation],
    enquiries: Iterable[KeyLineOfEnquiry] = (),
) -> list[Gap]:
    """Return everything missing, in the order of the thread. Reads what was fetched with them."""
    found = list(findings)
    return [
        *gaps_of_enquiries(review, enquiries, found),
        *(gap for one in found for gap in gaps_of_finding(review, one)),
        *(gap for one in learning_points for gap in gaps_of_learning(review, one)),
        *(gap for one in recommendations for gap in gaps_of_recommendation(review, one)),
    ]


def gaps_of_enquiries(
    review: Review, enquiries: Iterable[KeyLineOfEnquiry], findings: list[Finding]
) -> list[Gap]:
    answered = {finding.enquiry.root for finding in findings if finding.enquiry}
    add = reverse("actionplans:add-finding", args=[review.reference])
    return [
        Gap(f"Line of enquiry {enquiry.number} has no finding.", f"{add}?enquiry={enquiry.pk}")
        for enquiry in enquiries
        if enquiry.root not in answered
    ]


def gaps_of_finding(review: Review, one: Finding) -> list[Gap]:
    href = reverse("actionplans:finding", args=[review.reference, one.pk])
    gaps = []
    if not one.has_evidence:
        gaps.append(Gap(f"{one.name} does not say what it rests on.", href))
    if not one.learning_points.all():
        gaps.append(Gap(f"Nothing is learnt from finding {one.number}.", href))
    return gaps


def gaps_of_learning(review: Review, one: LearningPoint) -> list[Gap]:
    href = reverse("actionplans:change-learning-point", args=[review.reference, one.pk])
    gaps = []
    if not one.findings.all():
        gaps.append(Gap(f"{one.name} rests on no finding.", href))
    if not (one.recommendations.all() or one.no_recommendation_because.strip()):
        gaps.append(
            Gap(f"{one.name} has no recommendation, and no reason why there is none.", href)
        )
    return gaps
