"""How an agency told of one event in its other files, as far as a reader may see them."""

from dataclasses import dataclass

from chronologies.cycle import HAS_ROWS, SubmissionState
from chronologies.models import ChronologyEntry
from composite.published.composite import PublishedEntry
from composite.published.pseudonyms import Pseudonyms
from composite.queries.lines import published
from composite.queries.scope import Scope


@dataclass(frozen=True)
class Wording:
    """One earlier telling. is_same: its words are those that count now."""

    entry: ChronologyEntry
    line: PublishedEntry
    is_same: bool


@dataclass(frozen=True)
class Wordings:
    """earlier: in earlier files, the last first. later: in the last file released since."""

    earlier: list[Wording]
    later: Wording | None


def wordings_of(
    entry: ChronologyEntry, *, reads_file: bool, pseudonyms: Pseudonyms | None
) -> Wordings:
    """
    Return the other tellings of an event to somebody who may read this one.

    reads_file: the reader may open the agency's files; everybody else is told what is released.
    pseudonyms: None where the reader sees the agencies' own words.
    """
    mine = entry.submission
    states = HAS_ROWS if reads_file else {SubmissionState.RELEASED}
    others = list(
        ChronologyEntry.objects.filter(
            root=entry.root,
            submission__involvement=mine.involvement_id,
            submission__state__in=states,
        )
        .exclude(pk=entry.pk)
        .select_related("row", "submission")
        .defer("submission__tables", "submission__other_tables")
        .order_by("-submission__number")
    )
    for other in others:
        other.submission.involvement = mine.involvement
    told = [entry, *others]
    scope = Scope(review=mine.involvement.review, standing=[one.submission for one in told])
    line, *lines = published(told, scope, pseudonyms=pseudonyms)
    found = [
        Wording(other, other_line, is_same=words(other_line) == words(line))
        for other, other_line in zip(others, lines, strict=True)
    ]
    return Wordings(
        earlier=[one for one in found if one.line.submission < line.submission],
        later=next((one for one in found if is_later(one, line)), None),
    )


def is_later(one: Wording, line: PublishedEntry) -> bool:
    return one.line.is_released and one.line.submission > line.submission


def words(line: PublishedEntry) -> tuple[object, ...]:
    return line.raw_date, line.what_happened, line.facts
