"""Chronologies of the copied reviews, made of rows as the readers hand them over."""

from datetime import date, datetime, timedelta
from hashlib import sha256

from chronologies.cycle import SubmissionState
from chronologies.dates.read import read_date
from chronologies.dates.reading import DateReading
from chronologies.models import (
    ChronologyEntry,
    ChronologyRow,
    ChronologySignOff,
    ChronologySubmission,
    Outcome,
)
from chronologies.operations.keeping import entry_of, row_of
from chronologies.readers.columns import Column
from chronologies.readers.rows import ReadRow
from documents.kinds import DocumentKind
from documents.models import Document, ScanState
from documents.storage import keep
from reviews.models import AgencyInvolvement

AT_ONCE = 1000  # rows of one INSERT
FILE = b"Date,What happened\r\n"  # nobody reads it again
FORMS = ("%d/%m/%Y", "%d %B %Y", "%d.%m.%y", "%B %Y", "week of %d %B %Y")
HAPPENED = (
    "Telephone call from the caller, who was upset. Told who can be rung at night; leaflet sent. ",
    "Home visit. Nobody answered the door, card left. Neighbour said that both had gone out. ",
    "Bruise on the left arm seen, said to be from a fall. Not asked about home. Seen in May. ",
    "Referral from the school about shouting in the street. Closed: both adults declined contact. ",
)


def add_chronologies(parts: list[AgencyInvolvement], *, entries: int, at: datetime) -> None:
    """Give these agencies of one review a released chronology each, with so many entries in all."""
    each, over = divmod(entries, len(parts))
    for place, part in enumerate(parts):
        add_chronology(part, entries=each + (place < over), at=at)


def add_chronology(part: AgencyInvolvement, *, entries: int, at: datetime) -> None:
    submission = released(part, entries=entries, at=at)
    rows = [row_of(submission, read, outcome=Outcome.ENTRY) for read in rows_of(part, entries)]
    ChronologyRow.objects.bulk_create(rows, batch_size=AT_ONCE)
    ChronologyEntry.objects.bulk_create(
        (entry_of(row, reading(row.words[Column.DATE])) for row in rows), batch_size=AT_ONCE
    )


def released(part: AgencyInvolvement, *, entries: int, at: datetime) -> ChronologySubmission:
    document = Document.objects.create(
        kind=DocumentKind.CSV,
        sha256=sha256(FILE).hexdigest(),
        size=len(FILE),
        original_name="chronology.csv",
        received_at=at,
        scan=ScanState.CLEAN,
        scanned_at=at,
    )
    keep(FILE, name=document.stored_as)
    submission = ChronologySubmission.objects.create(
        involvement=part,
        number=part.chronologies.count() + 1,
        document=document,
        state=SubmissionState.RELEASED,
        received_at=at,
        read_at=at,
        submitted_at=at,
        released_at=at,
        rows_read=entries,
        rows_imported=entries,
    )
    ChronologySignOff.objects.create(
        submission=submission,
        full_name="Director of Safeguarding",
        signed_off_on=at.date(),
        recorded_at=at,
    )
    return submission


def rows_of(part: AgencyInvolvement, entries: int) -> list[ReadRow]:
    """Return rows over some years, their dates written in every way that agencies write them."""
    start = date(2019, 1, 1) + timedelta(days=part.pk % 90)
    step = 2200 / max(entries, 1)
    return [
        row(number, start + timedelta(days=int(number * step))) for number in range(1, entries + 1)
    ]


def row(number: int, day: date) -> ReadRow:
    written = day.strftime(FORMS[number % len(FORMS)])
    return ReadRow(
        number=number,
        table="",
        own_row=number + 1,
        words={
            Column.DATE: written,
            Column.WHAT_HAPPENED: HAPPENED[number % len(HAPPENED)] * (1 + number % 4),
            Column.SOURCE: "Electronic record",
            Column.ACTION_TAKEN: "Recorded, manager told",
        },
        date=reading(written),
    )


def reading(written: str) -> DateReading:
    found = read_date(written, reference_year=2026)
    assert isinstance(found, DateReading)  # noqa: S101 - our own words
    return found
