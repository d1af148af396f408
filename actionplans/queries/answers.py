"""What bodies answered to the panel's questions, for findings to rest on."""

from typing import Any

from django.db.models import Q, QuerySet

from actionplans.models import Finding
from actionplans.queries.answered import told_by
from actionplans.queries.evidence import MOST, Choice, Line, choice_of
from evidence.models import ImrQuery
from questions.models import Question
from reviews.models import Review


def answers_of(review: Review) -> QuerySet[Question]:
    return Question.objects.filter(involvement__review=review, answered_on__isnull=False)


def queries_of(review: Review) -> QuerySet[ImrQuery]:
    return ImrQuery.objects.filter(imr__involvement__review=review, answered_on__isnull=False)


def answers_to_choose(finding: Finding, *, words: str) -> Choice:
    """Return answers to questions asked of bodies that the finding does not rest on yet."""
    rows = answers_of(finding.review)
    return choice_among(rows, finding, thing="answer", part="involvement", words=words)


def queries_to_choose(finding: Finding, *, words: str) -> Choice:
    """The same of questions on reports."""
    rows = queries_of(finding.review)
    return choice_among(rows, finding, thing="query", part="imr__involvement", words=words)


def choice_among(
    rows: QuerySet[Any], finding: Finding, *, thing: str, part: str, words: str
) -> Choice:
    chosen = finding.evidence.filter(**{f"{thing}__isnull": False}).values(thing)
    found = (
        rows.exclude(pk__in=chosen)
        .filter(Q(question__icontains=words) | Q(answer__icontains=words))
        .select_related(f"{part}__agency")
        .order_by(f"{part}__agency__name", "number", "pk")
    )
    lines = (Line(pk=one.pk, **told_by(one, finding.review)) for one in found[:MOST])
    return choice_of(found.count(), lines)
