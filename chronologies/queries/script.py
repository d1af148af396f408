"""What a script is told of a chronology that was read. docs/chronology-files.md names the keys."""

from datetime import date
from typing import Any

from chronologies.models import ChronologyEntry, ChronologyRow, ChronologySubmission
from chronologies.queries.changes import KINDS, Changes


def as_document(submission: ChronologySubmission) -> dict[str, Any]:
    """Return what became of every row, in the order of the file."""
    before = submission.earlier().last()
    counts = Changes(before, submission).counts if before else dict.fromkeys(KINDS, 0)
    entries = submission.entries.select_related("row").order_by("row__number")
    return {
        "rows_read": submission.rows_read,
        "imported": submission.rows_imported,
        "declared_blank": submission.rows_blank,
        "rejected": [fault for row in submission.rows.rejected() for fault in faults(row)],
        "since": before.number if before else None,
        **counts,
        "entries": [entry_as_data(entry) for entry in entries],
    }


def faults(row: ChronologyRow) -> list[dict[str, Any]]:
    """Return every fault of a rejected row, in the file's own coordinates, too."""
    return [
        {
            "row": row.number,
            "column": error["column"],
            "found": error["found"],
            "wanted": error["wanted"],
            "table": row.table,
            "own_row": row.own_row,
        }
        for error in row.errors
    ]


def entry_as_data(entry: ChronologyEntry) -> dict[str, Any]:
    return {
        "row": entry.row.number,
        "raw_date": entry.raw_date,
        "earliest": in_iso(entry.happened_from),
        "latest": in_iso(entry.happened_to),
        "precision": entry.precision,
        "doubt": entry.doubt,
        "time": f"{entry.time:%H:%M}" if entry.time else None,
        "text": entry.what_happened,
        "table": entry.row.table,
        "own_row": entry.row.own_row,
    }


def in_iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
