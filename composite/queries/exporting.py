"""The composite chronology as a file: CSV and Excel with every column, Word and PDF to be read."""

from dataclasses import replace
from datetime import datetime

from django.utils.timezone import localtime

from agencies.models import Actor, person_behind
from chronologies.readers.columns import Column
from composite.models import Weight
from composite.papers.sheet import Sheet
from composite.papers.sheet_csv import sheet_csv
from composite.papers.sheet_docx import sheet_docx
from composite.papers.sheet_xlsx import sheet_xlsx
from composite.published.composite import PublishedComposite, PublishedEntry
from composite.published.pseudonyms import Pseudonyms
from composite.queries.lines import FACTS, NOTES, published, wording
from composite.queries.marks import for_paper, marks_of
from composite.queries.pseudonyms import pseudonyms_of
from composite.queries.scope import Narrowing, Scope, scope_of
from documents.kinds import DocumentKind
from documents.rendering import render_pdf
from pages.templatetags.dates import date_long
from panels.queries.terms import lines_of_enquiry
from privacy.marking import OFFICIAL_SENSITIVE
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review

TITLE = "Composite chronology"
NAMED = "Names stand as the agencies wrote them."
PSEUDONYMISED = (
    "Pseudonyms stand for the names that the review knows. Misspelt names and those of others "
    "can still stand here."
)
MOST_ON_PAPER = 2_000
TOO_LONG = (
    "{count:,} entries are too many for this file. Choose one agency or a period, or take Excel "
    "or CSV."
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


def export_composite(
    review: Review,
    *,
    kind: DocumentKind,
    reader: Actor,
    is_named: bool = False,
    wanted: Narrowing | None = None,
    at: datetime,
) -> bytes:
    """
    Return what somebody may see of the composite as a file, with pseudonyms unless `is_named`.

    Raises Refused for who does not read the composite in the whole review, for names without the
    right to them, or for a paper that would be too long.
    """
    access.require(reader, Permission.CHRONOLOGY_READ_COMPOSITE, on=review)
    if is_named:
        access.require(reader, Permission.IDENTITIES_READ, on=review)
    scope = scope_of(review, reader)
    found = scope.narrowed(wanted or Narrowing())
    is_paper = kind in (DocumentKind.PDF, DocumentKind.DOCX)
    if is_paper and (count := found.count()) > MOST_ON_PAPER:
        raise Refused(TOO_LONG.format(count=count))
    pseudonyms = None if is_named else pseudonyms_of(review)
    entries = list(found)
    lines = published(entries, scope, pseudonyms=pseudonyms)
    marks = marks_of(
        scope,
        [entry.root for entry in entries],
        reader=reader,
        enquiries=lines_of_enquiry(review),
        say=wording(pseudonyms),
    )
    composite = PublishedComposite(
        reference=review.reference,
        entries=tuple(
            replace(line, marks=for_paper(marks[entry.root]))
            for entry, line in zip(entries, lines, strict=True)
        ),
        is_named=is_named,
        exported=exported(reader, at=at),
        narrowed=narrowed_in_words(wanted or Narrowing(), scope, pseudonyms=pseudonyms),
        unreleased=tuple(scope.unreleased),
    )
    return as_file(composite, kind=kind)


def exported(reader: Actor, *, at: datetime) -> str:
    person = person_behind(reader)
    return f"{date_long(localtime(at).date())} by {person.full_name if person else reader}"


def narrowed_in_words(wanted: Narrowing, scope: Scope, *, pseudonyms: Pseudonyms | None) -> str:
    """
    Say which part of the story this is.

    pseudonyms: where they stand for names, a telling day is its month, and the words that were
    searched for, which may be a name, are not said.
    """
    earliest, latest = wanted.earliest, wanted.latest
    if pseudonyms:
        earliest = pseudonyms.span(earliest, earliest)[0]
        latest = pseudonyms.span(latest, latest)[1]
    labels = {one.value: one.words for one in scope.agencies({})}
    quoted = "with certain words" if pseudonyms else f"with “{wanted.words}”"
    parts = [
        f"of {labels.get(wanted.agency, wanted.agency)}" if wanted.agency else "",
        f"from {date_long(earliest)}" if earliest else "",
        f"to {date_long(latest)}" if latest else "",
        quoted if wanted.words else "",
        "that name one person" if wanted.names else "",
        f"weighed as {Weight(wanted.weight).label.lower()}" if wanted.weight else "",
        "on one line of enquiry" if wanted.enquiry else "",
    ]
    said = " ".join(filter(None, parts))
    return f"Only entries {said}." if said else ""


def as_file(composite: PublishedComposite, *, kind: DocumentKind) -> bytes:
    if kind == DocumentKind.CSV:
        return sheet_csv(whole(composite))
    if kind == DocumentKind.XLSX:
        return sheet_xlsx(whole(composite))
    sheet = to_read(composite)
    if kind == DocumentKind.DOCX:
        return sheet_docx(sheet)
    context = {
        "title": sheet.title,
        "reference": composite.reference,
        "about": sheet.about,
        "caption": f"{len(sheet.rows)} entries",
        "heads": sheet.heads,
        "widths": sheet.widths,
        "rows": sheet.rows,
    }
    return render_pdf("documents/composite_chronology.html", context, marking=sheet.marking)


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
        "yes" if entry.is_released else "no",
        OFFICIAL_SENSITIVE,
        exported,
    )


def to_read(composite: PublishedComposite) -> Sheet:
    """Return a table that fits on a page: the words, when, whose, and where they stand."""
    return Sheet(
        title=f"{TITLE}, {composite.reference}",
        marking=OFFICIAL_SENSITIVE,
        about=about(composite),
        heads=TO_READ,
        rows=tuple(reading_cells(entry) for entry in composite.entries),
        widths=TO_READ_WIDTHS,
    )


def reading_cells(entry: PublishedEntry) -> tuple[str, ...]:
    further = [f"{label}: {words}" for label, words in entry.details]
    written = f"\nwritten: {entry.raw_date}" if entry.raw_date else ""
    unreleased = "" if entry.is_released else "\nnot released"
    return (
        f"{entry.understood}{written}",
        f"{entry.agency}{unreleased}",
        "\n".join([entry.what_happened, *further]),
        "\n".join(filter(None, (entry.source, entry.found_at))),
    )
