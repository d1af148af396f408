"""The narrative as its page shows it, and as the report takes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from chronologies.dates.precision import Precision
from chronologies.models import ChronologyEntry
from composite.models import (
    EventWeight,
    LeftOut,
    NarrativeParagraph,
    NarrativeSource,
    Weight,
)
from composite.published.composite import PublishedEntry
from composite.queries.lines import published
from composite.queries.pseudonyms import pseudonyms_of
from composite.queries.scope import Scope
from reviews.models import Review

MOST_SHOWN = 100


@dataclass(frozen=True)
class Source:
    """line: the entry as it leaves; None where no file that counts tells it any more."""

    pk: int | None
    line: PublishedEntry | None


@dataclass(frozen=True)
class Written:
    paragraph: NarrativeParagraph
    sources: list[Source]
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class Aside:
    source: Source
    reason: str


@dataclass(frozen=True)
class Narrative:
    """
    paragraphs: in order. unused: key events that no paragraph rests on and nobody left out.
    asides: what was left out last, and how many more there are.
    used, undecided: how many entries of the story.
    """

    paragraphs: list[Written]
    unused: list[Source]
    asides: list[Aside]
    more_aside: int
    used: int
    undecided: int


def narrative_of(scope: Scope) -> Narrative:
    review = scope.review
    rows = list(
        NarrativeParagraph.objects.filter(review=review)
        .select_related("recorded_by")
        .prefetch_related("sources")
        .order_by("place")
    )
    left = list(LeftOut.objects.filter(review=review).order_by("-recorded_at", "-pk"))
    used = {source.event for row in rows for source in row.sources.all()}
    aside = {one.event for one in left}
    keys = EventWeight.objects.filter(review=review, weight=Weight.KEY)
    wanted = set(keys.values_list("event", flat=True)) - used - aside
    sources = sources_of(scope, used | aside | wanted)
    total = scope.entries.order_by().count()
    told_used = sum(1 for event in used if event in sources)
    told_aside = sum(1 for event in aside if event in sources)
    return Narrative(
        paragraphs=[
            Written(
                row,
                in_story_order(sources, (one.event for one in row.sources.all())),
                is_first=row is rows[0],
                is_last=row is rows[-1],
            )
            for row in rows
        ],
        unused=in_story_order(sources, (event for event in wanted if event in sources)),
        asides=[Aside(sources.get(one.event, GONE), one.reason) for one in left[:MOST_SHOWN]],
        more_aside=max(0, len(left) - MOST_SHOWN),
        used=told_used,
        undecided=total - told_used - told_aside,
    )


GONE = Source(None, None)


def sources_of(scope: Scope, events: Iterable[UUID]) -> dict[UUID, Source]:
    """Return these events as they leave: with pseudonyms and without telling days."""
    entries = list(scope.entries.filter(root__in=list(events)))
    lines = published(entries, scope, pseudonyms=pseudonyms_of(scope.review))
    return {entry.root: Source(entry.pk, line) for entry, line in zip(entries, lines, strict=True)}


def in_story_order(sources: dict[UUID, Source], events: Iterable[UUID]) -> list[Source]:
    place = {event: at for at, event in enumerate(sources)}
    wanted = sorted(events, key=lambda event: place.get(event, len(place)))
    return [sources.get(event, GONE) for event in wanted]


def proposed_text(scope: Scope, entries: list[ChronologyEntry]) -> str:
    """
    Return what a paragraph on these entries can begin with: when, who, and what they say.

    Days of the case are told by their month, people by their pseudonyms.
    """
    lines = published(entries, scope, pseudonyms=pseudonyms_of(scope.review))
    said = (
        f"{when(entry)}, {line.agency}: {' '.join(line.what_happened.split())}"
        for entry, line in zip(entries, lines, strict=True)
    )
    return " ".join(one if one.endswith((".", "!", "?")) else f"{one}." for one in said)


def when(entry: ChronologyEntry) -> str:
    """Say when it was, no finer than a month."""
    first, last = entry.happened_from, entry.happened_to
    if first is None or last is None:
        return "On a day that is not known" if first is last else "Some time"
    if (first.year, first.month) == (last.year, last.month):
        return f"In {first:%B %Y}"
    if entry.precision == Precision.YEAR or first.year == last.year:
        return f"In {first:%Y}"
    return f"Between {first:%B %Y} and {last:%B %Y}"


def chosen(scope: Scope, pks: Iterable[int]) -> list[ChronologyEntry]:
    """
    Return the entries that were chosen and may be seen, in story order.

    One of a file that was sent again meanwhile is the same event in the file that counts now.
    """
    ticked = ChronologyEntry.objects.filter(
        pk__in=list(pks)[:MOST_SHOWN], submission__involvement__review=scope.review
    )
    return list(scope.entries.filter(root__in=ticked.values("root")))


def narrative_text(review: Review) -> str:
    """Return the narrative as the chronology section of the report, in the small markup."""
    rows = NarrativeParagraph.objects.filter(review=review).order_by("place")
    return "\n\n".join(rows.values_list("text", flat=True))


@dataclass(frozen=True)
class Standing:
    """How the narrative deals with an event. reason: why it is left out, if it is."""

    is_told: bool
    reason: str


def standing_in_narrative(review: Review, event: UUID) -> Standing:
    told = NarrativeSource.objects.filter(paragraph__review=review, event=event)
    left = LeftOut.objects.filter(review=review, event=event).values_list("reason", flat=True)
    return Standing(told.exists(), left.first() or "")


def used_events(review: Review, events: Iterable[UUID]) -> set[UUID]:
    """Return which of these events a paragraph rests on."""
    sources = NarrativeSource.objects.filter(paragraph__review=review, event__in=list(events))
    return set(sources.values_list("event", flat=True))
