"""The golden thread of a review, from evidence to recommendations."""

from dataclasses import dataclass

from django.db.models import Prefetch

from actionplans.gates import Gap
from actionplans.models import Finding, LearningPoint, Recommendation
from actionplans.queries.gaps import gaps_of
from panels.models import KeyLineOfEnquiry
from panels.queries.terms import lines_of_enquiry
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Thread:
    findings: list[Finding]
    learning_points: list[LearningPoint]
    recommendations: list[Recommendation]
    enquiries: list[KeyLineOfEnquiry]
    gaps: list[Gap]


def thread_of(review: Review) -> Thread:
    """Return the thread with what is missing in it. Fourteen queries at most."""
    findings = list(
        Finding.objects.filter(review=review)
        .select_related("enquiry")
        .prefetch_related("evidence", "learning_points")
    )
    learning = list(
        LearningPoint.objects.filter(review=review).prefetch_related("findings", "recommendations")
    )
    recommendations = list(
        Recommendation.objects.filter(review=review)
        .select_related("addressee__agency")
        .prefetch_related(Prefetch("answers"), Prefetch("learning_points"), "actions__lead__agency")
    )
    enquiries = lines_of_enquiry(review)
    return Thread(
        findings=findings,
        learning_points=learning,
        recommendations=recommendations,
        enquiries=enquiries,
        gaps=gaps_of(
            review,
            findings=findings,
            learning_points=learning,
            recommendations=recommendations,
            enquiries=enquiries,
        ),
    )
