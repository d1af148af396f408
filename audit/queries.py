"""What the trail holds, for the pages that show it. The caller has asked access before."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from audit.kinds import Kind, events_of
from audit.models import AuditEvent
from audit.presenters.lookup import Line, present

AT_ONCE = 50
IN_A_FILE = 1000  # read at once


@dataclass(frozen=True)
class Wanted:
    """To which events the trail is narrowed. Nothing given is everything."""

    person_id: int | None = None
    kind: Kind | None = None
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True)
class Page:
    """Some lines of a trail, newest first, and where to go on."""

    lines: list[Line]
    older_than: int | None  # hand this back for the next page; None on the last


EVERYTHING = Wanted()


def of_review(review_ref: str) -> QuerySet[AuditEvent]:
    return AuditEvent.objects.filter(review_ref=review_ref)


def of_people(
    people: Collection[int], *, review_refs: Collection[str], kinds: Collection[Kind]
) -> QuerySet[AuditEvent]:
    """Return the events of some kinds that people made, met, or that concern some reviews."""
    concerned = (
        Q(actor_id__in=people)
        | Q(subjects__user_id__in=list(people))
        | Q(review_ref__in=review_refs)
    )
    return AuditEvent.objects.filter(
        concerned, event__in=[event for kind in kinds for event in events_of(kind)]
    )


def page_of(
    events: QuerySet[AuditEvent],
    wanted: Wanted = EVERYTHING,
    *,
    older_than: int | None = None,
    at_once: int = AT_ONCE,
) -> Page:
    """Return events, newest first, in two queries whatever their number."""
    events = narrowed(events, wanted)
    if older_than is not None:
        events = events.filter(pk__lt=older_than)
    found = list(events.order_by("-pk")[: at_once + 1])
    shown = found[:at_once]
    return Page(lines=present(shown), older_than=shown[-1].pk if len(found) > at_once else None)


def every_line(events: QuerySet[AuditEvent], wanted: Wanted = EVERYTHING) -> Iterator[Line]:
    """Yield every line of a trail, newest first, however many there are."""
    older_than = None
    while True:
        page = page_of(events, wanted, older_than=older_than, at_once=IN_A_FILE)
        yield from page.lines
        if page.older_than is None:
            return
        older_than = page.older_than


def narrowed(events: QuerySet[AuditEvent], wanted: Wanted) -> QuerySet[AuditEvent]:
    if wanted.person_id is not None:
        events = events.filter(actor_id=wanted.person_id)
    if wanted.kind is not None:
        events = events.filter(event__in=events_of(wanted.kind))
    if wanted.from_on is not None:
        events = events.filter(at__gte=beginning_of(wanted.from_on))
    if wanted.to_on is not None:
        events = events.filter(at__lt=beginning_of(wanted.to_on + timedelta(days=1)))
    return events


def beginning_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def people_in(events: QuerySet[AuditEvent]) -> set[int]:
    """Return the ids of everybody who made one of these events."""
    made_by = events.exclude(actor_id=None).order_by().values_list("actor_id", flat=True)
    return {person for person in made_by.distinct() if person}
