"""Turn events into lines to read. An event without a function of its own is its sentence."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import get_user_model

from audit.events import EVENTS
from audit.kinds import Kind, kind_of
from audit.models import ActorKind, AuditEvent
from audit.presenters import sentences

SENTENCES: dict[str, Callable[[AuditEvent], str]] = {
    "review.stage_moved": sentences.stage_moved,
    "review.gate_passed": sentences.gate_passed,
    "access.refused": sentences.of_page,
    "document.downloaded": sentences.of_page,
}


@dataclass(frozen=True)
class Line:
    pk: int
    at: datetime
    who: str
    what: str
    review_ref: str
    kind: Kind
    address: str = ""
    browser: str = ""
    request_id: str = ""
    subjects: str = ""

    @property
    def origin(self) -> str:
        return ", ".join(words for words in (self.address, self.browser) if words)


def present(events: Sequence[AuditEvent]) -> list[Line]:
    """Return a line for each event, in the same order. One query for the people."""
    people = get_user_model()._default_manager.in_bulk({e.actor_id for e in events if e.actor_id})
    return [line(event, people) for event in events]


def line(event: AuditEvent, people: Mapping[int, object]) -> Line:
    return Line(
        pk=event.pk,
        at=event.at,
        who=who(event, people),
        what=sentence(event),
        review_ref=event.review_ref,
        kind=kind_of(event.event),
        address=event.address,
        browser=event.browser,
        request_id=event.request_id,
        subjects="; ".join(f"{name} {value}" for name, value in event.subjects.items()),
    )


def who(event: AuditEvent, people: Mapping[int, object]) -> str:
    if event.actor_id is None:
        return ActorKind(event.actor_kind).label
    person = people.get(event.actor_id)
    return str(getattr(person, "full_name", "")) or "Somebody whose account is gone"


def sentence(event: AuditEvent) -> str:
    """Say what happened. Old rows stay readable whatever they carry: nobody can mend them."""
    plain = EVENTS.get(event.event, event.event)
    try:
        return SENTENCES[event.event](event)
    except KeyError:
        return plain
