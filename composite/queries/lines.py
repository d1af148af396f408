"""An entry as a line of the composite: in the agency's words, or with pseudonyms."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from chronologies.dates.day_words import time_words, understood
from chronologies.dates.precision import Precision
from chronologies.models import ChronologyEntry
from composite.published.composite import FACTS, NOTES, PublishedEntry
from composite.published.pseudonyms import Pseudonyms
from composite.queries.scope import Scope


def published(
    entries: Iterable[ChronologyEntry],
    scope: Scope,
    *,
    pseudonyms: Pseudonyms | None,
    after: int = 0,
) -> Iterator[PublishedEntry]:
    """
    Yield entries as they leave, in their order. Fetch their rows with them.

    pseudonyms: None where their reader sees the agencies' own words.
    after: how many entries stand before these.
    """
    submissions = {row.pk: row for row in scope.standing}
    say = wording(pseudonyms)
    for place, entry in enumerate(entries, start=after + 1):
        submission = submissions[entry.submission_id]
        earliest, latest = entry.happened_from, entry.happened_to
        if pseudonyms:
            earliest, latest = pseudonyms.span(earliest, latest)
        precision = precision_of(entry, earliest, latest)
        at = time_words(entry.time_from, entry.time_to, entry.time_precision)
        yield PublishedEntry(
            place=place,
            agency=submission.involvement.agency.label,
            is_released=submission.is_released,
            is_draft=not submission.is_handed_in,
            raw_date=say(written(entry)),
            understood=understood(earliest, latest, precision, at=at, doubt=entry.doubt),
            earliest=earliest,
            latest=latest,
            precision=precision,
            doubt=entry.doubt,
            time=at,
            what_happened=say(entry.what_happened),
            facts=tuple(facts(entry, say)),
            submission=submission.number,
            table=say(entry.row.table),
            own_row=entry.row.own_row,
        )


def wording(pseudonyms: Pseudonyms | None) -> Callable[[str], str]:
    """Return what puts words as their reader may read them: None leaves them as they are."""
    return pseudonyms.words if pseudonyms else str


def written(entry: ChronologyEntry) -> str:
    """Return the date as the file has it, with its time; then what was given on the page."""
    raw = " ".join(part for part in (entry.raw_date.strip(), entry.raw_time.strip()) if part)
    return f"{raw or 'blank'}, given as {entry.date_given}" if entry.date_given else raw


def precision_of(entry: ChronologyEntry, earliest: date | None, latest: date | None) -> str:
    """Return how exactly a day is known; one that may not be told is known as its month."""
    is_hidden = (earliest, latest) != (entry.happened_from, entry.happened_to)
    return Precision.MONTH.value if is_hidden and entry.happened_on else str(entry.precision)


def facts(entry: ChronologyEntry, say: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield what else stands in the row, by the label of its column."""
    for column in FACTS:
        if words := getattr(entry, column.value):
            yield column.label, say(words)
    if entry.notes:
        lines = (f"{heading}: {words}" if heading else words for heading, words in entry.notes)
        yield NOTES, say("\n".join(lines))
