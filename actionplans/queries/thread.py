"""The golden thread of a review, from evidence to recommendations."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count

from actionplans.gates import plan_waits
from actionplans.models import Finding, LearningPoint, Recommendation
from actionplans.queries.gaps import (
    gaps_of_enquiries,
    gaps_of_finding,
    gaps_of_learning,
    gaps_of_recommendation,
)
from evidence.queries.enquiries import lines_of
from pages.parts import Blocker
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class FindingLine:
    """
    A finding with what hangs on it.

    rests_on: how many pieces of evidence it points at, besides words.
    """

    finding: Finding
    rests_on: int
    learnt: list[LearningPoint]


@dataclass(frozen=True, kw_only=True)
class Thread:
    findings: list[FindingLine]
    learning_points: list[LearningPoint]
    recommendations: list[Recommendation]
    gaps: list[Blocker]


def thread_of(review: Review) -> Thread:
    """Return the thread with what is missing in it. Eight queries, whatever the number of rows."""
    learning = list(
        LearningPoint.objects.filter(review=review).prefetch_related("findings", "recommendations")
    )
    findings = findings_of(review, learning)
    recommendations = list(
        Recommendation.objects.filter(review=review).prefetch_related("answers", "actions")
    )
    return Thread(
        findings=findings,
        learning_points=learning,
        recommendations=recommendations,
        gaps=gaps_of(review, findings, learning, recommendations),
    )


def findings_of(review: Review, learning: list[LearningPoint]) -> list[FindingLine]:
    learnt: dict[int, list[LearningPoint]] = defaultdict(list)
    for point in learning:
        for finding in point.findings.all():
            learnt[finding.pk].append(point)
    rows = (
        Finding.objects.filter(review=review)
        .select_related("enquiry")
        .annotate(rests_on=Count("evidence"))
    )
    return [FindingLine(finding=row, rests_on=row.rests_on, learnt=learnt[row.pk]) for row in rows]


def gaps_of(
    review: Review,
    findings: list[FindingLine],
    learning: list[LearningPoint],
    recommendations: list[Recommendation],
) -> list[Blocker]:
    """Return everything missing, in the order of the thread."""
    rests_on: dict[int, list[LearningPoint]] = defaultdict(list)
    for point in learning:
        for one in point.recommendations.all():
            rests_on[one.pk].append(point)
    gaps = gaps_of_enquiries(review, lines_of(review), [line.finding for line in findings])
    for line in findings:
        gaps += gaps_of_finding(review, line.finding, rests_on=line.rests_on, learnt=line.learnt)
    for point in learning:
        gaps += gaps_of_learning(review, point)
    for one in recommendations:
        gaps += gaps_of_recommendation(review, one, learnt=rests_on[one.pk])
        gaps += plan_waits(review, one)
    return gaps
