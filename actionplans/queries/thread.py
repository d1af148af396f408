"""The golden thread of a review, from evidence to recommendations."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Prefetch

from actionplans.gates import undecided_by_agency
from actionplans.models import Action, Finding, LearningPoint, Recommendation
from actionplans.queries.accounts import was_taken_back
from actionplans.queries.gaps import (
    Gap,
    gaps_of_enquiries,
    gaps_of_finding,
    gaps_of_learning,
    gaps_of_plan,
    gaps_of_recommendation,
    gaps_of_reports,
)
from actionplans.queries.takeover import is_explained
from evidence.queries.enquiries import lines_of
from panels.models import KeyLineOfEnquiry
from privacy.row_locks import lifted
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class FindingLine:
    """
    A finding with what hangs on it.

    rests_on: how many pieces of evidence it points at, besides words.
    is_gone: one of them, told by the family, was taken back since.
    """

    finding: Finding
    rests_on: int
    is_gone: bool
    learnt: list[LearningPoint]


@dataclass(frozen=True, kw_only=True)
class Thread:
    """enquiries: the lines of the terms agreed last."""

    enquiries: list[KeyLineOfEnquiry]
    findings: list[FindingLine]
    learning_points: list[LearningPoint]
    recommendations: list[Recommendation]
    gaps: list[Gap]


def thread_of(review: Review) -> Thread:
    """Return the thread with what is missing in it. A fixed number of queries."""
    learning = list(
        LearningPoint.objects.filter(review=review)
        .select_related("agency__agency")
        .prefetch_related("findings", "recommendations")
    )
    with lifted():  # what is missing is told to everybody alike, in numbers and no words
        findings = findings_of(review, learning)
        undecided = undecided_by_agency(review)
    recommendations: list[Recommendation] = list(
        Recommendation.objects.filter(review=review)
        .select_related("addressee__agency", "source_agency__agency")
        .annotate(is_explained=is_explained())
        .prefetch_related(
            "answers", Prefetch("actions", Action.objects.select_related("lead__agency"))
        )
    )
    enquiries = lines_of(review)
    return Thread(
        enquiries=enquiries,
        findings=findings,
        learning_points=learning,
        recommendations=recommendations,
        gaps=[
            *gaps_of_enquiries(review, enquiries, [line.finding for line in findings]),
            *gaps_of(review, findings, learning, recommendations),
            *gaps_of_reports(review, undecided, unexplained(recommendations)),
        ],
    )


def findings_of(review: Review, learning: list[LearningPoint]) -> list[FindingLine]:
    learnt: dict[int, list[LearningPoint]] = defaultdict(list)
    for point in learning:
        for finding in point.findings.all():
            learnt[finding.pk].append(point)
    rows = (
        Finding.objects.filter(review=review)
        .select_related("enquiry")
        .annotate(rests_on=Count("evidence"), is_gone=was_taken_back())
    )
    return [
        FindingLine(finding=row, rests_on=row.rests_on, is_gone=row.is_gone, learnt=learnt[row.pk])
        for row in rows
    ]


def gaps_of(
    review: Review,
    findings: list[FindingLine],
    learning: list[LearningPoint],
    recommendations: list[Recommendation],
) -> list[Gap]:
    """Return what is missing from findings to actions, in the order of the thread."""
    rests_on: dict[int, list[LearningPoint]] = defaultdict(list)
    for point in learning:
        for one in point.recommendations.all():
            rests_on[one.pk].append(point)
    gaps: list[Gap] = []
    for line in findings:
        gaps += gaps_of_finding(
            review,
            line.finding,
            rests_on=line.rests_on,
            learnt=line.learnt,
            is_gone=line.is_gone,
        )
    for point in learning:
        gaps += gaps_of_learning(review, point)
    for one in recommendations:
        gaps += gaps_of_recommendation(review, one, learnt=rests_on[one.pk])
        gaps += gaps_of_plan(review, one)
    return gaps


def unexplained(rows: list[Recommendation]) -> list[Recommendation]:
    """Return what was taken over from a report without a reason, before reasons were kept."""
    return [one for one in rows if one.taken_from_id and not getattr(one, "is_explained", True)]
