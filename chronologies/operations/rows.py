"""Mend rows on the page: the words of the file stay as they are beside what was typed."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from agencies.models import Actor, person_behind
from chronologies import rules
from chronologies.checks import text_is_present
from chronologies.checks.verdict import Verdict, check_rows
from chronologies.dates.read import read_date
from chronologies.dates.reading import DateReading, ImpossibleDate
from chronologies.models import ChronologyEntry, ChronologyRow, ChronologySubmission, Outcome
from chronologies.operations.keeping import (
    date_in_file,
    entry_of,
    reading_from_data,
    storable,
    when,
)
from chronologies.operations.roots import give_roots
from chronologies.operations.submissions import held, note
from chronologies.readers.columns import Column
from chronologies.readers.rows import ReadRow
from reviews.access import Refused

NOT_KNOWN = "not known"  # what is kept where a person says that nobody knows the day


@transaction.atomic
def mend_row(
    *, row: ChronologyRow, date_typed: str, words_typed: str, by: Actor, at: datetime
) -> ChronologyEntry:
    """
    Take a rejected row in, with the date and the words that somebody typed on the page.

    A row mended before can be mended again. Raises Refused, saying which answer is at fault,
    where what was typed cannot be taken in either; then nothing has changed.
    """
    row = held_row(row)
    rules.check_can_mend(by, row)
    before = row.outcome
    typed = {Column.DATE: storable(date_typed.strip()), Column.WHAT_HAPPENED: storable(words_typed)}
    reading = reading_of(row, typed)
    row.mended = {str(column): words for column, words in typed.items()}
    row.mended_at, row.mended_by = at, person_behind(by)
    row.outcome, row.errors = Outcome.ENTRY, []
    row.save()
    last = ChronologyEntry.objects.filter(row=row).first()
    entry = entry_of(row, reading)
    if typed[Column.DATE] == date_in_file(row.words).strip():
        entry.date_given = ""
    if last:
        entry.root = last.root
        last.delete()
    give_roots(row.submission, [entry])
    entry.save()
    count(row.submission, before, row.outcome)
    note("chronology.row_mended", row.submission, by=by, at=at, row=row.number)
    return entry


def reading_of(row: ChronologyRow, typed: Mapping[Column, str]) -> DateReading:
    """Return the date of a row as typed. Raises Refused with the first fault that is left."""
    verdict = check_typed(row, typed)
    if not verdict.errors:
        return verdict.entries[0].date
    fault = verdict.errors[0]
    if fault.found == text_is_present.NONE:
        raise Refused("Write what happened in this row", field="words_typed")
    raise Refused(f"Found: {fault.found}. Wanted: {fault.wanted}", field="date_typed")


def check_typed(row: ChronologyRow, typed: Mapping[Column, str]) -> Verdict:
    """Put every check to a row once more, with what somebody typed in place of the file's words."""
    words = {Column(column): text for column, text in row.words.items()} | dict(typed)
    return check_rows(
        [
            ReadRow(
                number=row.number,
                table=row.table,
                own_row=row.own_row,
                words={column: text for column, text in words.items() if text.strip()},
                date=date_typed_in(row, typed[Column.DATE]),
            )
        ]
    )


def date_typed_in(row: ChronologyRow, typed: str) -> DateReading | ImpossibleDate:
    """Read a date that was typed; one left as the file has it keeps what was understood of it."""
    if typed == date_in_file(row.words).strip() and Column.DATE not in row.faults:
        return reading_from_data(row.reading)
    time_text = "" if Column.TIME in row.faults else row.words.get(Column.TIME, "")
    year = localtime(row.submission.received_at).year
    return read_date(typed, reference_year=year, time_text=time_text)


@transaction.atomic
def give_date(*, entry: ChronologyEntry, date_typed: str, by: Actor, at: datetime) -> None:
    """
    Keep the date that somebody gives for an entry without one, or that it is not known.

    Raises Refused for a day that cannot have been, or for words that cannot be read as a date.
    """
    row = held_row(entry.row)
    entry = row.entry
    rules.check_can_give_date(by, entry)
    typed = storable(date_typed.strip())
    reading = date_typed_in(row, typed)
    if isinstance(reading, ImpossibleDate):
        raise Refused(f"Found: {reading.found}. Wanted: {reading.wanted}", field="date_typed")
    if reading.is_unknown and typed.casefold() != NOT_KNOWN:
        why = f" {' '.join(reading.notes)}" if reading.notes else ""
        raise Refused(
            f"“{typed}” cannot be read as a date.{why} Write it as 22 May 2016, May 2016 or 2016",
            field="date_typed",
        )
    row.mended = {**row.mended, str(Column.DATE): typed}
    row.mended_at, row.mended_by = at, person_behind(by)
    row.save(update_fields=["mended", "mended_at", "mended_by"])
    entry.date_given = typed
    for name, value in when(row, reading).items():
        setattr(entry, name, value)
    give_roots(row.submission, [entry])
    entry.save()
    note("chronology.date_given", row.submission, by=by, at=at, row=row.number)


@transaction.atomic
def set_aside_row(*, row: ChronologyRow, reason: str, by: Actor, at: datetime) -> None:
    """Decide that a rejected row is not to be an entry. It stays readable, with the reason."""
    row = held_row(row)
    rules.check_can_set_aside(by, row, reason)
    row.outcome, row.set_aside_because = Outcome.SET_ASIDE, storable(reason.strip())
    row.set_aside_at, row.set_aside_by = at, person_behind(by)
    row.save()
    count(row.submission, Outcome.REJECTED, Outcome.SET_ASIDE)
    note("chronology.row_set_aside", row.submission, by=by, at=at, row=row.number)


@transaction.atomic
def bring_back_row(*, row: ChronologyRow, by: Actor, at: datetime) -> None:
    """Ask about a row again that was set aside."""
    row = held_row(row)
    rules.check_can_bring_back(by, row)
    row.outcome, row.set_aside_because = Outcome.REJECTED, ""
    row.set_aside_at = row.set_aside_by = None
    row.save()
    count(row.submission, Outcome.SET_ASIDE, Outcome.REJECTED)
    note("chronology.row_brought_back", row.submission, by=by, at=at, row=row.number)


COUNTED = {
    Outcome.ENTRY: "rows_imported",
    Outcome.REJECTED: "rows_rejected",
    Outcome.SET_ASIDE: "rows_set_aside",
}


def count(submission: ChronologySubmission, before: str, after: str) -> None:
    """Move one row from one count to another, so that all of them still add up."""
    if before == after:
        return
    for outcome, change in ((before, -1), (after, 1)):
        name = COUNTED[Outcome(outcome)]
        setattr(submission, name, getattr(submission, name) + change)
    submission.save(update_fields=[COUNTED[Outcome(one)] for one in (before, after)])


def held_row(row: ChronologyRow) -> ChronologyRow:
    """Return a row of a submission that nobody else changes until this transaction ends."""
    submission = held(row.submission)
    row = submission.rows.get(pk=row.pk)
    row.submission = submission
    return row
