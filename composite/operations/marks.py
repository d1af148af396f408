"""Weigh an event, tag it with lines of enquiry, say something of it, and take that back."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from chronologies.models import ChronologyEntry
from composite import rules
from composite.models import EventComment, EventTag, EventWeight, Weight
from messaging import queue
from panels.queries.terms import lines_of_enquiry
from reviews.access import Refused
from reviews.models import Review


@transaction.atomic
def weigh(
    *,
    entry: ChronologyEntry,
    weight: str,
    enquiries: Iterable[UUID] = (),
    seen: str | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """
    Say how much an event matters, and on which lines of enquiry it bears; no weight for none yet.

    seen: what stood there when this was answered, see `standing_of`; None where nobody looked.

    Raises Refused without the right, for a line of enquiry that the agreed terms do not have, or
    where somebody else weighed it since it was seen.
    """
    rules.check_can_note(by, entry)
    review = review_of(entry)
    wanted, lines = set(enquiries), {line.root for line in lines_of_enquiry(review)}
    if unknown := wanted - lines:
        raise Refused(f"{len(unknown)} of these lines of enquiry are not in the agreed terms.")
    Review.objects.select_for_update(of=("self",), no_key=True).get(pk=review.pk)
    if seen is not None and seen != standing_of(entry):
        raise Refused(
            "Somebody else weighed this event meanwhile. Look at what they chose, and keep yours "
            "if it still holds."
        )
    about: dict[str, Any] = {"review": review, "event": entry.root}
    said = {"recorded_at": at, "recorded_by": person_behind(by)}
    was_key = EventWeight.objects.filter(**about, weight=Weight.KEY).exists()
    if weight:
        EventWeight.objects.update_or_create(**about, defaults={"weight": weight, **said})
    else:
        EventWeight.objects.filter(**about).delete()
    tags = EventTag.objects.filter(**about)
    tags.filter(enquiry__in=lines - wanted).delete()
    for enquiry in wanted - set(tags.values_list("enquiry", flat=True)):
        EventTag.objects.create(**about, enquiry=enquiry, **said)
    note("event.weighed", entry, by=by, at=at)
    if was_key != (weight == Weight.KEY):  # the checks look for silence around key events
        queue.later("composite.reconcile", review_ref=review.reference)


def standing_of(entry: ChronologyEntry) -> str:
    """Return how an event is weighed and tagged now, as one text that can be compared."""
    about = {"review": review_of(entry), "event": entry.root}
    weights = EventWeight.objects.filter(**about).values_list("weight", flat=True)
    tags = EventTag.objects.filter(**about).values_list("enquiry", flat=True)
    return " ".join([*weights, *sorted(str(tag) for tag in tags)])


@transaction.atomic
def comment(*, entry: ChronologyEntry, words: str, by: Actor, at: datetime) -> EventComment:
    """
    Say something of an event. Said twice by one person it stands once.

    Raises Refused without the right or without words.
    """
    rules.check_can_note(by, entry)
    rules.check_says_something(words)
    same = EventComment.objects.standing().filter(
        review=review_of(entry), event=entry.root, words=words, recorded_by=person_behind(by)
    )
    if standing := same.first():
        return standing
    made = EventComment.objects.create(
        review=review_of(entry),
        event=entry.root,
        entry=entry,
        words=words,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    note("event.commented", entry, by=by, at=at)
    return made


@transaction.atomic
def take_back(*, comment: EventComment, by: Actor, at: datetime) -> None:
    """Take one's own comment back. Twice is once. Raises Refused for somebody else's."""
    rules.check_can_take_back(by, comment)
    if comment.taken_back_at:
        return
    comment.taken_back_at = at
    comment.save(update_fields=["taken_back_at"])
    trail.record(
        "event.comment_taken_back",
        by=person_behind(by),
        at=at,
        review_ref=comment.review.reference,
        comment_id=comment.pk,
    )


def review_of(entry: ChronologyEntry) -> Review:
    return entry.submission.involvement.review


def note(event: str, entry: ChronologyEntry, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=review_of(entry).reference,
        involvement_id=entry.submission.involvement_id,
        entry_id=entry.pk,
    )
