"""Write the story as the report tells it, each paragraph on events that it keeps."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from agencies.models import Actor, person_behind
from audit import trail
from chronologies.models import ChronologyEntry
from composite import rules
from composite.models import LeftOut, NarrativeParagraph, NarrativeSource
from reviews.access import Refused
from reviews.models import Review


@transaction.atomic
def write_paragraph(
    *, review: Review, entries: Iterable[ChronologyEntry], text: str, by: Actor, at: datetime
) -> NarrativeParagraph:
    """
    Add a paragraph that rests on these entries, where the story has them.

    Raises Refused without the right, without words or without an entry.
    """
    rules.check_can_narrate(by, review)
    rules.check_has_words(text)
    events = [entry.root for entry in entries]
    if not events:
        raise Refused("Choose the entries that this paragraph rests on.")
    hold(review)
    paragraph = NarrativeParagraph.objects.create(
        review=review,
        place=last_place(review) + 1,
        text=text.strip(),
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    NarrativeSource.objects.bulk_create(
        NarrativeSource(paragraph=paragraph, event=event) for event in dict.fromkeys(events)
    )
    LeftOut.objects.filter(review=review, event__in=events).delete()
    put(paragraph, before=first_later(paragraph))
    note("narrative.written", paragraph, by=by, at=at)
    return paragraph


@transaction.atomic
def rewrite(
    *,
    paragraph: NarrativeParagraph,
    text: str,
    seen: str | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """
    Say the same otherwise.

    seen: the words that were rewritten; None where nobody looked.

    Raises Refused without the right, without words, or where somebody else rewrote it or took it
    out since.
    """
    rules.check_can_narrate(by, paragraph.review)
    rules.check_has_words(text)
    paragraph = held(paragraph)
    if seen is not None and seen != digest(paragraph.text):
        raise Refused("Somebody else rewrote this paragraph meanwhile. Theirs stands above yours.")
    paragraph.text, paragraph.recorded_at = text.strip(), at
    paragraph.recorded_by = person_behind(by)
    paragraph.save(update_fields=["text", "recorded_at", "recorded_by"])
    note("narrative.rewritten", paragraph, by=by, at=at)


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@transaction.atomic
def move(*, paragraph: NarrativeParagraph, up: bool, by: Actor, at: datetime) -> None:
    """Change places with the paragraph before or after; at either end nothing happens."""
    rules.check_can_narrate(by, paragraph.review)
    paragraph = held(paragraph)
    others = NarrativeParagraph.objects.filter(review=paragraph.review)
    neighbours: Any = (
        others.filter(place__lt=paragraph.place).order_by("-place")
        if up
        else others.filter(place__gt=paragraph.place).order_by("place")
    )
    neighbour = neighbours.first()
    if neighbour is None:
        return
    paragraph.place, neighbour.place = neighbour.place, paragraph.place
    NarrativeParagraph.objects.bulk_update([paragraph, neighbour], ["place"])
    note("narrative.moved", paragraph, by=by, at=at)


@transaction.atomic
def remove(*, paragraph: NarrativeParagraph, by: Actor, at: datetime) -> None:
    """Take a paragraph out. Its events are undecided again; the history keeps its words."""
    rules.check_can_narrate(by, paragraph.review)
    note("narrative.removed", paragraph, by=by, at=at)
    paragraph.delete()


@transaction.atomic
def leave_out(*, entry: ChronologyEntry, reason: str, by: Actor, at: datetime) -> None:
    """
    Say that an event is no part of the narrative, and why.

    Raises Refused without the right, without a reason, or where a paragraph rests on it.
    """
    review = entry.submission.involvement.review
    rules.check_can_narrate(by, review)
    rules.check_gives_reason(reason, why="Say why it is left out")
    hold(review)
    if NarrativeSource.objects.filter(paragraph__review=review, event=entry.root).exists():
        raise Refused("A paragraph rests on this entry. Take that out first.")
    LeftOut.objects.update_or_create(
        review=review,
        event=entry.root,
        defaults={
            "reason": reason.strip(),
            "recorded_at": at,
            "recorded_by": person_behind(by),
        },
    )
    record("narrative.left_out", review, by=by, at=at, entry_id=entry.pk)


@transaction.atomic
def bring_back(*, entry: ChronologyEntry, by: Actor, at: datetime) -> None:
    """Have an event undecided again. Twice is once."""
    review = entry.submission.involvement.review
    rules.check_can_narrate(by, review)
    LeftOut.objects.filter(review=review, event=entry.root).delete()
    record("narrative.brought_back", review, by=by, at=at, entry_id=entry.pk)


# Places


def hold(review: Review) -> None:
    """Let nobody else change places until this transaction ends."""
    Review.objects.select_for_update(of=("self",), no_key=True).get(pk=review.pk)


def held(paragraph: NarrativeParagraph) -> NarrativeParagraph:
    """Return a paragraph as it is now. Raises Refused where somebody took it out."""
    hold(paragraph.review)
    rows = NarrativeParagraph.objects.select_related("review__partnership")
    if found := rows.filter(pk=paragraph.pk).first():
        return found
    raise Refused("Somebody took this paragraph out meanwhile.")


def last_place(review: Review) -> int:
    found = NarrativeParagraph.objects.filter(review=review).aggregate(last=Max("place"))
    return found["last"] or 0


def first_later(paragraph: NarrativeParagraph) -> NarrativeParagraph | None:
    """Return the first paragraph whose own beginning is later in the story."""
    others = NarrativeParagraph.objects.filter(review=paragraph.review).exclude(pk=paragraph.pk)
    rows = list(others.order_by("place").prefetch_related("sources"))
    own = [source.event for source in paragraph.sources.all()]
    events = [*own, *(source.event for one in rows for source in one.sources.all())]
    keys = keys_of(events)
    begins = beginning(own, keys)
    return next(
        (one for one in rows if beginning([s.event for s in one.sources.all()], keys) > begins),
        None,
    )


def keys_of(events: Iterable[UUID]) -> dict[UUID, str]:
    """Return the place in the story of each event, as it was told last."""
    entries = ChronologyEntry.objects.filter(root__in=list(events)).order_by("submission__number")
    return dict(entries.values_list("root", "story_key"))


def beginning(events: Iterable[UUID], keys: dict[UUID, str]) -> str:
    return min((keys[event] for event in events if event in keys), default="")


def put(paragraph: NarrativeParagraph, *, before: NarrativeParagraph | None) -> None:
    if before is None:
        return
    rows = list(
        NarrativeParagraph.objects.filter(review=paragraph.review)
        .exclude(pk=paragraph.pk)
        .order_by("place")
    )
    at = rows.index(before)
    rows.insert(at, paragraph)
    for place, one in enumerate(rows, start=1):
        one.place = place
    NarrativeParagraph.objects.bulk_update(rows, ["place"])


def note(event: str, paragraph: NarrativeParagraph, *, by: Actor, at: datetime) -> None:
    record(event, paragraph.review, by=by, at=at, paragraph_id=paragraph.pk)


def record(event: str, review: Review, *, by: Actor, at: datetime, **ids: int) -> None:
    trail.record(event, by=person_behind(by), at=at, review_ref=review.reference, **ids)
