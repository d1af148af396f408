"""
Walk the chain that the database keeps over the audit trail, and say where it is broken.

The hashes are worked out here anew, without asking the database for them.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from django.db.models import Exists, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast

from audit.models import AuditEvent, AuditLink

FIRST = "0" * 64
AT_ONCE = 1000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Fault(StrEnum):
    CHANGED = "CHANGED"
    MISSING = "MISSING"
    BROKEN = "BROKEN"
    UNLINKED = "UNLINKED"
    CUT = "CUT"
    REWRITTEN = "REWRITTEN"


WORDS = {
    Fault.CHANGED: "Event {event} is not what it was when link {link} was made: it was changed.",
    Fault.MISSING: "Event {event} is missing: link {link} stands, its event does not.",
    Fault.BROKEN: "The chain is broken before link {link}: it does not follow the link before it.",
    Fault.UNLINKED: "Event {event} has no link: it was put in beside the chain, or lost its link.",
    Fault.CUT: "The chain ends before link {link}, which was noted down as its head: "
    "the end was cut off.",
    Fault.REWRITTEN: "Link {link} is not the one that was noted down as the head: "
    "the chain was written anew.",
}


@dataclass(frozen=True)
class Break:
    """The first thing that is wrong."""

    fault: Fault
    link: int | None = None
    event: int | None = None

    @property
    def words(self) -> str:
        return WORDS[self.fault].format(link=self.link, event=self.event)


@dataclass(frozen=True)
class Head:
    """The last link: whoever knows it can tell whether the end of the chain was cut off."""

    link: int
    hash: str


@dataclass(frozen=True)
class Verdict:
    links: int
    head: Head | None
    broken: Break | None


def head() -> Head | None:
    last = AuditLink.objects.last()
    return Head(last.pk, last.hash) if last else None


def verify(known_heads: Iterable[Head] = ()) -> Verdict:
    """
    Walk the whole chain, a thousand links at a time.

    known_heads: what was noted down outside the database, on earlier days.
    """
    noted = {known.link: known.hash for known in known_heads}
    last = Head(0, FIRST)
    for link, event in linked():
        if wrong := wrong_with(link, event, after=last, noted=noted):
            return verdict(last, wrong)
        last = Head(link.pk, link.hash)
    return verdict(last, cut_off(last, noted) or unlinked())


def verdict(last: Head, broken: Break | None) -> Verdict:
    return Verdict(links=last.link, head=last if last.link else None, broken=broken)


def linked() -> Iterator[tuple[AuditLink, AuditEvent | None]]:
    """Yield every link in order with its event, holding few of them at a time."""
    after = -1
    while links := list(AuditLink.objects.filter(pk__gt=after)[:AT_ONCE]):
        events = with_subjects_as_kept().in_bulk([link.event_id for link in links])
        yield from ((link, events.get(link.event_id)) for link in links)
        after = links[-1].pk


def with_subjects_as_kept() -> QuerySet[AuditEvent]:
    return AuditEvent.objects.annotate(words_of_subjects=Cast("subjects", TextField()))


def wrong_with(
    link: AuditLink, event: AuditEvent | None, *, after: Head, noted: Mapping[int, str]
) -> Break | None:
    if (link.pk, link.previous) != (after.link + 1, after.hash):
        return Break(Fault.BROKEN, link=link.pk, event=link.event_id)
    if event is None:
        return Break(Fault.MISSING, link=link.pk, event=link.event_id)
    if link.hash != hash_of(event, after=after.hash):
        return Break(Fault.CHANGED, link=link.pk, event=link.event_id)
    if noted.get(link.pk, link.hash) != link.hash:
        return Break(Fault.REWRITTEN, link=link.pk, event=link.event_id)
    return None


def cut_off(last: Head, noted: Mapping[int, str]) -> Break | None:
    beyond = [link for link in noted if link > last.link]
    return Break(Fault.CUT, link=min(beyond)) if beyond else None


def unlinked() -> Break | None:
    links = AuditLink.objects.filter(event_id=OuterRef("pk"))
    stray = AuditEvent.objects.filter(~Exists(links)).order_by("pk").first()
    return Break(Fault.UNLINKED, event=stray.pk) if stray else None


def hash_of(event: AuditEvent, *, after: str) -> str:
    return hashlib.sha256(f"{after}{words_of(event)}".encode()).hexdigest()


def words_of(event: AuditEvent) -> str:
    """Write an event as one text that no other event can be written as. See the migration."""
    return "".join(
        word_of(value)
        for value in (
            event.pk,
            event.event,
            (event.at - EPOCH) // MICROSECOND,
            (event.recorded_at - EPOCH) // MICROSECOND,
            event.actor_kind,
            event.actor_id,
            event.review_ref,
            event.words_of_subjects,  # type: ignore[attr-defined]
            event.address,
            event.browser,
            event.request_id,
        )
    )


def word_of(value: object) -> str:
    return "-," if value is None else f"{len(str(value))}:{value},"
