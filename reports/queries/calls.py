"""The sequence of calls of a report: what it draws, and what could be taken into it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator

from agencies.models import User
from chronologies.dates.day_words import understood
from chronologies.models import ChronologyEntry
from chronologies.models.entry import ChronologyEntryQuerySet
from composite.queries.scope import Narrowing, Scope, scope_of
from pages.parts import Filter
from reports.models import ReportCall
from reports.published.calls import Call
from reviews.checks.register import Register, register_of
from reviews.checks.true_names import findings
from reviews.models import Review

AT_ONCE = 30  # events on a page


def calls_of(review: Review) -> list[Call]:
    """Return the calls as they print, in their order. Two queries."""
    rows = list(review.report_calls.all())
    months = months_of(review, [row.event for row in rows]) if rows else {}
    return [Call(row.caller, row.called, row.words, months.get(row.event)) for row in rows]


def months_of(review: Review, events: Iterable[UUID]) -> Mapping[UUID, date]:
    """Return the month of each event, as its agency tells it last; none where it spans two."""
    told = ChronologyEntry.objects.filter(
        submission__involvement__review=review, root__in=list(events)
    ).order_by("submission__number", "pk")
    last = {one.root: one for one in told}
    found = {root: month_of(one) for root, one in last.items()}
    return {root: month for root, month in found.items() if month}


def month_of(entry: ChronologyEntry) -> date | None:
    begin, end = entry.happened_from, entry.happened_to
    if begin and end and (begin.year, begin.month) == (end.year, end.month):
        return begin.replace(day=1)
    return None


@dataclass(frozen=True)
class Event:
    """An event that may be taken, in the words of its agency."""

    pk: int
    source: str
    words: str
    is_taken: bool


@dataclass(frozen=True)
class Listed:
    """A call of the sequence; warnings: what its words give away."""

    row: ReportCall
    warnings: Sequence[str]


def sequence_of(review: Review) -> list[Listed]:
    register = register_of(review)
    return [Listed(row, warnings_in(row, register)) for row in review.report_calls.all()]


def warnings_in(row: ReportCall, register: Register) -> list[str]:
    said = {"Who called": row.caller, "Who was called": row.called, "What was said": row.words}
    return list(dict.fromkeys(one.words for one in findings(said, register)))


@dataclass(frozen=True)
class Shelf:
    """What could be taken: agencies to choose from, and a page of events."""

    agencies: Sequence[Filter]
    page: Page[ChronologyEntry]
    events: Sequence[Event]


def shelf_of(review: Review, reader: User, *, agency: str, page: str) -> Shelf:
    """Return released events in story order, of one agency where one is named."""
    scope = scope_of(review, reader)
    found = Paginator(released(scope, agency=agency), AT_ONCE).get_page(page)
    taken = set(review.report_calls.values_list("event", flat=True))
    events = [Event(one.pk, source_of(one), one.what_happened, one.root in taken) for one in found]
    return Shelf(scope.agencies(scope.counts(Narrowing())), found, events)


def released(scope: Scope, *, agency: str = "") -> ChronologyEntryQuerySet:
    """Keep what the panel reads: an event that is not released cannot be taken."""
    standing = [row.pk for row in scope.standing if row.is_released]
    entries = scope.narrowed(Narrowing(agency=agency)).filter(submission__in=standing)
    return entries.select_related("submission__involvement__agency")


def source_of(entry: ChronologyEntry) -> str:
    day = understood(
        entry.happened_from, entry.happened_to, entry.precision, at="", doubt=entry.doubt
    )
    return f"{entry.submission.involvement.agency.label}, {day}"
