"""Keep what was read as rows and entries, and hand it back as it was read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, time
from itertools import chain
from typing import Any

from chronologies.checks.row_error import RowError
from chronologies.dates.precision import Precision, TimePrecision
from chronologies.dates.reading import DateReading, ImpossibleDate, TimeReading
from chronologies.models import ChronologyEntry, ChronologyRow, ChronologySubmission, Outcome
from chronologies.readers.columns import Column
from chronologies.readers.rows import ReadRow
from chronologies.readers.tables import ReadFile, ReadTable
from chronologies.story import Place, story_key

# What the database cannot hold: it never stands in words that a person typed.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
SEQUENCE = re.compile(r"\s*(\d{1,9})(?!\d)")

# The columns that are kept under the same name on an entry
KEPT = tuple(
    column
    for column in Column
    if column not in (Column.DATE, Column.DATE_TO, Column.TIME, Column.WHAT_HAPPENED, Column.NOTE)
)


def storable(value: Any) -> Any:
    """Return a value whose texts can be kept, the rest of them untouched."""
    if isinstance(value, str):
        return UNSTORABLE.sub("\ufffd", value) if UNSTORABLE.search(value) else value
    if isinstance(value, dict):
        return {storable(key): storable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [storable(one) for one in value]
    return value


# The file


def tables_of(found: ReadFile) -> list[dict[str, Any]]:
    """Return what was understood of each table, as data."""
    tables: list[dict[str, Any]] = storable([table_of(table) for table in found.tables])
    return tables


def table_of(table: ReadTable) -> dict[str, Any]:
    return {
        "label": table.label,
        "rows": len(table.rows),
        "heading_rows": list(table.layout.heading_rows),
        "headings": list(table.layout.headings),
        "columns": [str(column) for column in table.layout.columns],
        "remarks": list(table.remarks),
        "left_out": [asdict(left_out) for left_out in table.left_out],
    }


def other_tables_of(found: ReadFile) -> list[dict[str, Any]]:
    others: list[dict[str, Any]] = storable([asdict(table) for table in found.other_tables])
    return others


# Rows


def row_of(
    submission: ChronologySubmission,
    read: ReadRow,
    *,
    outcome: Outcome,
    errors: Iterable[RowError] = (),
) -> ChronologyRow:
    """Return a row to keep, not yet saved."""
    kept = same if has_only_storable_words(read) else storable
    return ChronologyRow(
        submission=submission,
        number=read.number,
        table=kept(read.table),
        own_row=read.own_row,
        words=kept(read.words),
        headings=kept(
            {column: words for column, words in read.headings.items() if column in read.words}
        ),
        notes=kept(read.notes),
        reading=kept(reading_as_data(read.date)),
        faults=kept({"": read.fault, **read.faults} if read.fault else read.faults),
        is_hidden=read.is_hidden,
        outcome=outcome,
        errors=[kept(error_as_data(error)) for error in errors],
    )


def has_only_storable_words(read: ReadRow) -> bool:
    """Test all that was read of a row at one go; what was understood of it is in no other words."""
    told = (read.table, read.fault, *read.faults.values(), *chain.from_iterable(read.notes))
    return not UNSTORABLE.search("".join((*told, *read.words.values(), *read.headings.values())))


def same(value: Any) -> Any:
    return value


def error_as_data(error: RowError) -> dict[str, str]:
    return {"column": error.column, "found": error.found, "wanted": error.wanted}


def reading_as_data(reading: DateReading | ImpossibleDate) -> dict[str, Any]:
    if isinstance(reading, ImpossibleDate):
        return {"raw": reading.raw, "impossible": reading.found, "wanted": reading.wanted}
    return {
        "raw": reading.raw,
        "earliest": in_iso(reading.earliest),
        "latest": in_iso(reading.latest),
        "precision": reading.precision,
        "doubt": reading.doubt,
        "notes": [*reading.notes, *reading.clock.notes],
        "time_from": in_iso(reading.clock.earliest),
        "time_to": in_iso(reading.clock.latest),
        "time_precision": reading.clock.precision,
    }


def in_iso(moment: date | time | None) -> str | None:
    return moment.isoformat() if moment else None


def reading_from_data(kept: Mapping[str, Any]) -> DateReading | ImpossibleDate:
    """Return a reading as it was kept."""
    if "impossible" in kept:
        return ImpossibleDate(raw=kept["raw"], found=kept["impossible"], wanted=kept["wanted"])
    return DateReading(
        raw=kept["raw"],
        earliest=day_from(kept["earliest"]),
        latest=day_from(kept["latest"]),
        precision=Precision(kept["precision"]),
        doubt=kept["doubt"],
        notes=tuple(kept["notes"]),
        clock=TimeReading(
            earliest=time_from(kept["time_from"]),
            latest=time_from(kept["time_to"]),
            precision=TimePrecision(kept["time_precision"]),
        ),
    )


def day_from(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def time_from(written: str | None) -> time | None:
    return time.fromisoformat(written) if written else None


# Entries


def entry_of(row: ChronologyRow, reading: DateReading) -> ChronologyEntry:
    """Return the entry that a row becomes, not yet saved. Fetch the agency with the row."""
    return ChronologyEntry(
        submission=row.submission,
        row=row,
        raw_date=date_in_file(row.words),
        date_given=row.mended.get(Column.DATE, ""),
        raw_time=row.words.get(Column.TIME, ""),
        what_happened=row.now(Column.WHAT_HAPPENED),
        notes=row.notes,
        **{column.value: row.words.get(column, "") for column in KEPT},
        **when(row, reading),
    )


def date_in_file(words: Mapping[str, str]) -> str:
    """Return the date as written; the end of it, too, where it stands in a column of its own."""
    start, end = words.get(Column.DATE, ""), words.get(Column.DATE_TO, "")
    return f"{start} to {end}".strip() if end.strip() and end.strip() != start.strip() else start


def when(row: ChronologyRow, reading: DateReading) -> dict[str, Any]:
    """Return the columns of an entry that say when it was and where it stands in the story."""
    clock = reading.clock
    place = Place(
        earliest=reading.earliest,
        latest=reading.latest,
        agency=row.submission.involvement.agency.slug,
        version=row.submission.number,
        row=row.number,
        sequence=sequence_in(row.words.get(Column.SEQUENCE, "")),
        time_from=clock.earliest,
        time_to=clock.latest,
    )
    return {
        "happened_from": reading.earliest,
        "happened_to": reading.latest,
        "precision": reading.precision,
        "doubt": reading.doubt,
        "time_from": clock.earliest,
        "time_to": clock.latest,
        "time_precision": clock.precision,
        "reading_notes": storable(list(dict.fromkeys([*reading.notes, *clock.notes]))),
        "story_key": story_key(place),
    }


def sequence_in(words: str) -> int:
    """Return an agency's own number where its words begin with one, or 0."""
    found = SEQUENCE.match(words)
    return int(found[1]) if found else 0
