"""One agency's files, as their pages show them. The caller has asked access before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Window

from chronologies.dates.day_words import time_words, understood
from chronologies.gates import WITH_CHRONOLOGY
from chronologies.models import ChronologyEntry, ChronologyRow, ChronologySubmission
from chronologies.models.submission import ChronologySubmissionQuerySet
from chronologies.readers.columns import Column
from evidence.models import EvidenceRequest
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Permission
from reviews.models import AgencyInvolvement, Review

AT_ONCE = 20


def of_agency(part: AgencyInvolvement) -> list[ChronologySubmission]:
    """Return every file of an agency, the last first."""
    return list(
        part.chronologies.with_earlier().select_related(
            "document", "received_by", "submitted_by", "released_by", "sign_off",
            "involvement__review", "involvement__agency",
        ).defer("tables", "other_tables")
    )  # fmt: skip


def of_review(review: Review) -> ChronologySubmissionQuerySet:
    """Return the last file of each agency of a review."""
    return (
        ChronologySubmission.objects.filter(involvement__review=review)
        .latest_of_each()
        .with_earlier()
        .select_related("involvement__agency", "involvement__review", "sign_off")
        .defer("tables", "other_tables")
        .order_by("involvement__agency__name")
    )


def missing_from(review: Review) -> list[AgencyInvolvement]:
    """Return the agencies of which a chronology is asked and that have sent no file."""
    asked = EvidenceRequest.objects.standing().filter(tier__in=WITH_CHRONOLOGY)
    return list(
        review.involvements.filter(
            pk__in=asked.values("involvement"), chronologies__isnull=True
        ).select_related("agency")
    )


def readers_of(review: Review, *, today: date) -> int:
    """Return how many people read the composite: in the whole review, or as agencies' authors."""
    code = Permission.CHRONOLOGY_READ_COMPOSITE
    inside = [role for role, codes in REVIEW_GRANTS.items() if code in codes]
    authors = [role for role, codes in INVOLVEMENT_GRANTS.items() if code in codes]
    readers = review.memberships.standing(today).filter(
        Q(involvement__isnull=True, role__in=inside)
        | Q(involvement__isnull=False, role__in=authors)
    )
    return readers.values("user").distinct().count()


def entries_of(submission: ChronologySubmission) -> QuerySet[ChronologyEntry]:
    return submission.entries.select_related("row").in_story_order()


def rejected_rows(submission: ChronologySubmission) -> QuerySet[ChronologyRow]:
    return submission.rows.rejected().order_by("number")


@dataclass(frozen=True)
class Undated:
    """The first entries whose day a person is asked for, in the order of the file, of how many."""

    entries: list[ChronologyEntry]
    count: int

    @property
    def has_more(self) -> bool:
        return self.count > len(self.entries)


def undated_entries(submission: ChronologySubmission) -> Undated:
    found = submission.entries.undated().select_related("row").order_by("row__number")
    rows: list[Any] = list(found.annotate(count=Window(Count("pk")))[:AT_ONCE])
    return Undated(rows, rows[0].count if rows else 0)


def rows_set_aside(submission: ChronologySubmission) -> list[ChronologyRow]:
    if not submission.rows_set_aside:
        return []
    return list(submission.rows.set_aside().select_related("set_aside_by").order_by("number"))


@dataclass(frozen=True)
class TableRead:
    """What was understood of one table, in sentences."""

    name: str
    rows: int
    columns: list[str]
    remarks: list[str]
    left_out: list[dict[str, Any]]


def tables_read(submission: ChronologySubmission) -> list[TableRead]:
    return [
        TableRead(
            name=table["label"] or "The table",
            rows=table["rows"],
            columns=list(column_sentences(table["headings"], table["columns"])),
            remarks=table["remarks"],
            left_out=table["left_out"],
        )
        for table in submission.tables
    ]


def column_sentences(headings: Iterable[str], columns: Iterable[str]) -> Iterable[str]:
    """Yield the guess as sentences: “Date of contact” is read as: date."""
    for place, (heading, column) in enumerate(zip(headings, columns, strict=True), start=1):
        yield f"“{heading or f'Column {place}'}” is read as: {Column(column).label.lower()}"


@dataclass(frozen=True)
class EntryRead:
    """One entry of a file: what stands in it and what was understood."""

    entry: ChronologyEntry
    understood: str


def as_read(entries: Iterable[ChronologyEntry]) -> list[EntryRead]:
    return [EntryRead(entry, in_words(entry)) for entry in entries]


def in_words(entry: ChronologyEntry) -> str:
    at = time_words(entry.time_from, entry.time_to, entry.time_precision)
    return understood(
        entry.happened_from, entry.happened_to, entry.precision, at=at, doubt=entry.doubt
    )
