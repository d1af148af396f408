"""Sentences that say more than the event's own, from the codes it carries."""

from audit.events import EVENTS
from audit.models import AuditEvent
from audit.presenters.pages import words_for

ABBREVIATIONS = {
    "csp": "CSP",
    "ho": "Home Office",
    "qa": "quality assurance",
    "tor": "terms of reference",
}


def stage_moved(event: AuditEvent) -> str:
    return f"{EVENTS[event.event]} to “{as_words(event.subjects['to'])}”"


def gate_passed(event: AuditEvent) -> str:
    return f"{EVENTS[event.event]}: {as_words(event.subjects['gate'])}"


def of_page(event: AuditEvent) -> str:
    """Say which page it was: "a version of an agency's report"."""
    page = words_for(event.subjects["route"])
    return f"{EVENTS[event.event]} ({page})" if page else EVENTS[event.event]


def as_words(code: str) -> str:
    """Return a code as one would say it: "terms of reference agreed" for TOR_AGREED."""
    words = [ABBREVIATIONS.get(word, word) for word in code.lower().split("_")]
    return " ".join(words)
