"""The composite as a table: every column to work with, or four to read."""

from chronologies.readers.columns import Column
from composite.papers.sheet import Sheet
from composite.published.composite import FACTS, NOTES, PublishedComposite, PublishedEntry
from privacy.marking import OFFICIAL_SENSITIVE

TITLE = "Composite chronology"
NAMED = "Names stand as the agencies wrote them."
PSEUDONYMISED = (
    "Pseudonyms stand for the names that the review knows. Misspelt names and those of others "
    "can still stand here."
)
WHOLE = (
    "Place", "Agency", "Date", "Earliest", "Latest", "Precision", "Doubt", "Time",
    Column.WHAT_HAPPENED.label, *(column.label for column in FACTS), NOTES, "Understood as",
    "Panel: weight", "Panel: lines of enquiry", "Panel: comments",
    "Submission", "Table", "Row", "Released", "Marking", "Exported",
)  # fmt: skip
WIDE = {Column.WHAT_HAPPENED.label: 60, "Agency": 24, "Date": 20, "Place": 7, "Row": 7}

TO_READ = ("Date", "Agency", "What happened", "Source, and where it stands")
TO_READ_WIDTHS = (14, 14, 50, 22)


def about(composite: PublishedComposite) -> tuple[str, ...]:
    """Say what its reader must know: which names stand in it, what is not released, who made it."""
    unreleased = ", ".join(composite.unreleased)
    return tuple(
        filter(
            None,
            (
                f"Exported on {composite.exported}.",
                NAMED if composite.is_named else PSEUDONYMISED,
                composite.narrowed,
                f"Not released to the panel: {unreleased}." if unreleased else "",
            ),
        )
    )


def whole(composite: PublishedComposite) -> Sheet:
    """Return every column of every entry. Each row says how it was exported: rows are copied."""
    said = f"{composite.exported}, with {'true names' if composite.is_named else 'pseudonyms'}"
    return Sheet(
        title=f"{TITLE}, {composite.reference}",
        reference=composite.reference,
        marking=OFFICIAL_SENSITIVE,
        about=about(composite),
        heads=WHOLE,
        rows=tuple(cells(entry, said) for entry in composite.entries),
        widths=tuple(WIDE.get(head, 14) for head in WHOLE),
    )


def cells(entry: PublishedEntry, exported: str) -> tuple[str, ...]:
    return (
        str(entry.place),
        entry.agency,
        entry.raw_date,
        entry.earliest.isoformat() if entry.earliest else "",
        entry.latest.isoformat() if entry.latest else "",
        entry.precision,
        "yes" if entry.doubt else "",
        entry.time,
        entry.what_happened,
        *(entry.fact(column.label) for column in FACTS),
        entry.fact(NOTES),
        entry.understood,
        entry.marks.weight,
        entry.marks.enquiries,
        entry.marks.comments,
        str(entry.submission),
        entry.table,
        str(entry.own_row),
        "yes" if entry.is_released else "no, a draft" if entry.is_draft else "no",
        OFFICIAL_SENSITIVE,
        exported,
    )


def to_read(composite: PublishedComposite) -> Sheet:
    """Return a table that fits on a page: the words, when, whose, and where they stand."""
    return Sheet(
        title=f"{TITLE}, {composite.reference}",
        reference=composite.reference,
        marking=OFFICIAL_SENSITIVE,
        about=about(composite),
        heads=TO_READ,
        rows=tuple(reading_cells(entry) for entry in composite.entries),
        widths=TO_READ_WIDTHS,
    )


def reading_cells(entry: PublishedEntry) -> tuple[str, ...]:
    further = [f"{label}: {words}" for label, words in entry.details]
    is_plain = entry.raw_date in ("", entry.understood)
    written = "" if is_plain else f"\nwritten: {entry.raw_date}"
    caution = f"\n{entry.caution}" if entry.caution else ""
    return (
        f"{entry.understood}{written}",
        f"{entry.agency}{caution}",
        "\n".join([entry.what_happened, *further]),
        "\n".join(filter(None, (entry.source, entry.found_at))),
    )
