"""What a finding rests on, as far as its reader may read it; and what it could rest on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse

from actionplans.models import Finding, FindingEvidence
from actionplans.queries.accounts import pages_of, told_on
from actionplans.queries.answered import told_by
from agencies.models import User
from chronologies.dates.day_words import understood
from chronologies.models import ChronologyEntry
from composite.queries.scope import Narrowing, scope_of
from evidence.models import ImrPoint, ImrVersion
from reviews import access
from reviews.access import Permission
from reviews.models import Review

MOST = 50  # that a page offers at once; words narrow it


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing a finding rests on, or could rest on."""

    pk: int
    source: str
    words: str
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Resting:
    """What a reader sees of what a finding rests on; `hidden` is how much they do not."""

    lines: list[Line]
    hidden: int


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What could be chosen; `more` is how much is not shown."""

    lines: list[Line]
    more: int


def resting_of(finding: Finding, reader: User) -> Resting:
    """Return what a finding rests on, by what its reader may read of evidence. Three queries."""
    rows = list(
        finding.evidence.select_related(
            "entry__submission__involvement__agency",
            "point__version__imr__involvement__agency",
            "answer__involvement__agency",
            "query__imr__involvement__agency",
        ).prefetch_related("point__version__acceptances")
    )
    readable = [row for row in rows if may_read(row, finding.review, reader)]
    told = pages_of(rows, finding.review, reader)
    lines = [line_of(row, finding.review, told) for row in readable]
    return Resting(lines=lines, hidden=len(rows) - len(readable))


def may_read(row: FindingEvidence, review: Review, reader: User) -> bool:
    if row.entry:
        return access.has(reader, Permission.CHRONOLOGY_READ_RAW, on=review) or (
            row.entry.submission.is_released
            and access.has(reader, Permission.CHRONOLOGY_READ_COMPOSITE, on=review)
        )
    if row.account_id:  # that there is an account, and since when; its words stay where they are
        return True
    if row.answer or row.query:
        return access.has(reader, Permission.IMR_QUERY_READ, on=review)
    if row.point is None:  # the database keeps it from this reader
        return False
    return access.has(reader, Permission.IMR_READ_SIGNED, on=review) or (
        access.has(reader, Permission.IMR_READ_ACCEPTED, on=review) and is_accepted(row.point)
    )


def is_accepted(point: ImrPoint) -> bool:
    return any(acceptance.taken_back_at is None for acceptance in point.version.acceptances.all())


def line_of(row: FindingEvidence, review: Review, told: Mapping[int, str]) -> Line:
    """told: the pages of accounts of the family that the reader may open."""
    if row.account_id:
        return Line(pk=row.pk, source=told_on(row), words="", href=told.get(row.account_id, ""))
    answered = row.answer or row.query
    if answered:
        found = Line(pk=row.pk, **told_by(answered, review))
    elif row.entry:
        found = line_of_entry(row.entry, review)
    else:
        found = line_of_point(row.point, review)
    return Line(pk=row.pk, source=found.source, words=found.words, href=found.href)


def line_of_entry(entry: ChronologyEntry, review: Review) -> Line:
    submission = entry.submission
    day = understood(
        entry.happened_from, entry.happened_to, entry.precision, at="", doubt=entry.doubt
    )
    agency = submission.involvement.agency.label
    return Line(
        pk=entry.pk,
        source=f"Chronology of {agency}, {day}",
        words=entry.what_happened,
        href=reverse("composite:entry", args=[review.reference, entry.pk]),
    )  # fmt: skip


def line_of_point(point: ImrPoint | None, review: Review) -> Line:
    assert point is not None  # noqa: S101 - the database keeps one of the two
    part = point.version.imr.involvement
    kind = point.get_kind_display().lower()
    return Line(
        pk=point.pk,
        source=f"Report of {part.agency.label}, {kind} {point.number}",
        words=point.text,
        href=reverse("evidence:imr", args=[review.reference, part.pk]),
    )


def entries_to_choose(finding: Finding, reader: User, *, words: str) -> Choice:
    """Return entries of released chronologies that the finding does not rest on yet."""
    scope = scope_of(finding.review, reader)
    released = [row.pk for row in scope.standing if row.is_released]
    found = (
        scope.narrowed(Narrowing(words=words))
        .filter(submission__in=released)
        .exclude(pk__in=finding.evidence.filter(entry__isnull=False).values("entry"))
        .select_related("submission__involvement__agency")
    )
    return choice_of(found.count(), (line_of_entry(one, finding.review) for one in found[:MOST]))


def points_to_choose(finding: Finding, *, words: str) -> Choice:
    """Return lines of accepted reports that the finding does not rest on yet."""
    found = points_of(finding.review).exclude(
        pk__in=finding.evidence.filter(point__isnull=False).values("point")
    )
    if words:
        found = found.filter(Q(text__icontains=words))
    return choice_of(found.count(), (line_of_point(one, finding.review) for one in found[:MOST]))


def points_of(review: Review) -> QuerySet[ImrPoint]:
    accepted = ImrVersion.objects.accepted().filter(imr__involvement__review=review)
    return (
        ImrPoint.objects.filter(version__in=accepted)
        .select_related("version__imr__involvement__agency")
        .order_by("version__imr__involvement__agency__name", "kind", "number", "pk")
    )


def choice_of(count: int, lines: Iterable[Line]) -> Choice:
    return Choice(lines=list(lines), more=max(0, count - MOST))
