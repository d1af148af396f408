"""Sentences that say more than the event's own, from the codes it carries."""

from audit.events import EVENTS
from audit.models import AuditEvent


def stage_moved(event: AuditEvent) -> str:
    """Name the stages the review moved between, where both were recorded."""
    codes = event.subjects.get("from_stage"), event.subjects.get("to_stage")
    if not all(codes):
        return EVENTS[event.event]
    before, after = (as_words(code) for code in codes)
    return f"Review moved on from {before} to {after}"


def gate_passed(event: AuditEvent) -> str:
    gate = event.subjects.get("gate")
    return f"{EVENTS[event.event]}: {as_words(gate)}" if gate else EVENTS[event.event]


def as_words(code: str) -> str:
    return code.replace("_", " ").lower()
