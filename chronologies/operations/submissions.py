"""Take in an agency's file, read it, and what every change of one shares."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localtime

from agencies.models import Actor, person_behind
from audit import trail
from audit.models import ActorKind
from chronologies import rules
from chronologies.checks.verdict import Verdict, check_rows
from chronologies.cycle import SubmissionState
from chronologies.models import ChronologySubmission, Outcome
from chronologies.models.submission import ChronologySubmissionQuerySet
from chronologies.operations.keeping import entry_of, other_tables_of, row_of, tables_of
from chronologies.operations.roots import give_roots
from chronologies.operations.storing import store, without_looking_for_garbage
from chronologies.readers.columns import Column
from chronologies.readers.grid import CannotRead
from chronologies.readers.how_far import Tell
from chronologies.readers.layout import Layout, guess_layouts
from chronologies.readers.opening import open_file, read_file
from chronologies.readers.tables import ReadFile
from chronologies.readers.wordings import plain
from documents.kinds import DocumentKind
from documents.models import Document, FileNotOpen
from messaging import post, queue
from pages.templatetags.dates import date_long
from reviews.access import Refused
from reviews.models import AgencyInvolvement

ACCEPTED = frozenset(
    {
        DocumentKind.DOCX,
        DocumentKind.XLSX,
        DocumentKind.CSV,
        DocumentKind.ODT,
        DocumentKind.ODS,
    }
)


@transaction.atomic
def receive_chronology(
    *,
    involvement: AgencyInvolvement,
    document: Document,
    provenance: Mapping[str, Any] | None = None,
    is_queued: bool = True,
    by: Actor,
    at: datetime,
) -> ChronologySubmission:
    """
    Take in an agency's chronology file and queue it to be read.

    provenance: the fields of `documents.models.Provenance`; nothing where the agency's own
    person sends it on the page.
    is_queued: False where the caller reads it at once.

    Raises Refused if `by` may not send for this agency, or where it has sent this very file.
    """
    rules.check_can_send(by, involvement)
    AgencyInvolvement.objects.select_for_update(of=("self",)).get(pk=involvement.pk)
    check_is_new(involvement, document)
    last = involvement.chronologies.aggregate(last=Max("number"))["last"] or 0
    submission = ChronologySubmission.objects.create(
        involvement=involvement,
        number=last + 1,
        document=document,
        received_at=at,
        received_by=person_behind(by),
        **(provenance or {}),
    )
    note("chronology.received", submission, by=by, at=at)
    if is_queued:
        queue.later("chronologies.read_submission", submission_id=submission.pk)
    return submission


def check_is_new(involvement: AgencyInvolvement, document: Document) -> None:
    """Refuse a file that this agency has sent before: the same bytes are the same chronology."""
    same = involvement.chronologies.filter(document__sha256=document.sha256).last()
    if same:
        day = date_long(localtime(same.received_at).date())
        raise Refused(
            f"This very file was received already on {day}: it is submission {same.number}.",
            field="document",
        )


@without_looking_for_garbage()
def read_submission(*, submission_id: int, at: datetime) -> None:
    """
    Read a received file into rows and entries. Safe to run twice, and twice at once.

    A file that cannot be read keeps the reason in words. How far a long one is must be seen while
    it is read: only the rows are kept in one transaction.
    """
    submission = to_read().filter(pk=submission_id).first()
    if submission is None:
        return
    found: ReadFile | CannotRead
    try:
        found = opened(submission, tell=partial(say_how_far, submission))
    except CannotRead as fault:
        found = fault
    settle(submission_id, found, at=at)


def to_read() -> ChronologySubmissionQuerySet:
    return ChronologySubmission.objects.filter(state=SubmissionState.RECEIVED).select_related(
        "document", "involvement__agency", "involvement__review"
    )


def say_how_far(submission: ChronologySubmission, done: int, of: int) -> None:
    """Note how many rows are read, for the page of whoever waits for them."""
    to_read().filter(pk=submission.pk).update(rows_so_far=done, rows_in_file=of)


@transaction.atomic
def settle(submission_id: int, found: ReadFile | CannotRead, *, at: datetime) -> None:
    """Keep what was read of a file, or why nothing was, unless somebody else has done so."""
    free = to_read().select_for_update(of=("self",), skip_locked=True)
    submission = free.filter(pk=submission_id).first()
    if submission is None:
        return
    if submission.columns_wanted:
        keep_anew(submission, found)
    elif isinstance(found, CannotRead):
        submission.fault = str(found)
    else:
        keep(submission, found, check_rows(found.rows))
    move(submission, SubmissionState.UNREADABLE if submission.fault else SubmissionState.READ)
    submission.columns_wanted = None
    submission.read_at = at
    submission.save()
    note(
        "chronology.unreadable" if submission.fault else "chronology.read",
        submission,
        by=ActorKind.WORKER,
        at=at,
    )


def opened(submission: ChronologySubmission, *, tell: Tell) -> ReadFile:
    """
    Read the stored file. Raises CannotRead in words fit to show, FileNotOpen while it is to be
    checked for malware.
    """
    try:
        with submission.document.open() as stored:
            content = stored.read()
    except FileNotOpen as closed:
        if closed.is_refused:
            raise CannotRead(str(closed)) from closed
        raise
    kind = DocumentKind(submission.document.kind)
    known = remembered(submission)
    return read_file(
        content,
        kind=kind,
        reference_year=localtime(submission.received_at).year,
        remembered=known,
        layouts=as_chosen(content, submission, kind=kind, remembered=known),
        tell=tell,
    )


def as_chosen(
    content: bytes,
    submission: ChronologySubmission,
    *,
    kind: DocumentKind,
    remembered: Mapping[str, Column],
) -> list[Layout] | None:
    """Return what a person said of each table, or None where nobody did: then it is guessed."""
    if not submission.columns_wanted:
        return None
    chosen = iter(submission.columns_wanted)
    return [
        layout if layout.left_out else replace(layout, columns=tuple(map(Column, next(chosen))))
        for layout in guess_layouts(open_file(content, kind=kind), remembered=remembered)
    ]


def remembered(submission: ChronologySubmission) -> dict[str, Column]:
    """Return what the agency's people said of its headings the last time."""
    last = (
        ChronologySubmission.objects.filter(
            involvement__agency=submission.involvement.agency_id,
            columns_chosen_at__lte=submission.received_at,
        )
        .order_by("columns_chosen_at")
        .last()
    )
    return {
        plain(heading): Column(column)
        for table in (last.tables if last else [])
        for heading, column in zip(table["headings"], table["columns"], strict=True)
        if plain(heading)
    }


def keep_anew(submission: ChronologySubmission, found: ReadFile | CannotRead) -> None:
    """Put the rows of a file in the place of those it was read into before, with their events."""
    if isinstance(found, CannotRead):
        submission.columns_fault = str(found)
        return
    roots = roots_by_place(submission)
    submission.entries.all().delete()
    submission.rows.all().delete()
    submission.columns_fault = ""
    keep(submission, found, check_rows(found.rows), roots=roots)


def roots_by_place(submission: ChronologySubmission) -> dict[tuple[str, int], UUID]:
    """Return the events that the rows of a file tell of, by where whoever has it finds them."""
    told = submission.entries.values_list("row__table", "row__own_row", "root")
    return {(table, own_row): root for table, own_row, root in told}


def keep(
    submission: ChronologySubmission,
    found: ReadFile,
    verdict: Verdict,
    *,
    roots: Mapping[tuple[str, int], UUID] | None = None,
) -> None:
    """
    Keep every row of a file, and the entries that rows have become.

    roots: of the rows' entries when the same file was read before.
    """
    rows = [
        *(row_of(submission, entry.row, outcome=Outcome.ENTRY) for entry in verdict.entries),
        *(
            row_of(submission, one.row, outcome=Outcome.REJECTED, errors=one.errors)
            for one in verdict.rejected
        ),
        *(row_of(submission, row, outcome=Outcome.BLANK) for row in verdict.blank),
    ]
    store(rows)
    entries = [entry_of(row, entry.date) for row, entry in zip(rows, verdict.entries, strict=False)]
    before = dict(roots or {})
    for entry in entries:
        entry.root = before.pop((entry.row.table, entry.row.own_row), entry.root)
    give_roots(submission, entries, held=(roots or {}).values())
    store(entries)
    submission.tables = tables_of(found)
    submission.other_tables = other_tables_of(found)
    submission.rows_read = verdict.rows_read
    submission.rows_imported = len(verdict.entries)
    submission.rows_rejected = len(verdict.rejected)
    submission.rows_blank = len(verdict.blank)


# What every change shares


def held(submission: ChronologySubmission) -> ChronologySubmission:
    """Return a submission that nobody else changes until this transaction ends."""
    return (
        ChronologySubmission.objects.select_for_update(of=("self",))
        .select_related(
            "involvement__review__partnership", "involvement__agency", "submitted_by", "document"
        )
        .get(pk=submission.pk)
    )


def move(submission: ChronologySubmission, to: SubmissionState) -> None:
    """Move it along its cycle; the caller saves. Raises Refused for a move that there is not."""
    rules.check_move(submission, to)
    submission.state = to


def note(
    event: str,
    submission: ChronologySubmission,
    *,
    by: Actor | ActorKind,
    at: datetime,
    **ids: int | str,
) -> None:
    trail.record(
        event,
        by=by if isinstance(by, ActorKind) else person_behind(by),
        at=at,
        review_ref=submission.involvement.review.reference,
        involvement_id=submission.involvement_id,
        submission_id=submission.pk,
        **ids,
    )


def tell(
    kind: str,
    addresses: Iterable[str],
    submission: ChronologySubmission,
    *,
    page: str,
    by: Actor,
    at: datetime,
) -> None:
    """Email people that something waits for them on a page about this chronology."""
    for address in addresses:
        post.send(
            kind,
            to=address,
            review_ref=submission.involvement.review.reference,
            path=submission.address(page),
            by=person_behind(by),
            at=at,
        )
