"""Gives an action its status, and opens it again once something else is asked of it."""

from datetime import date, datetime

from django.utils import timezone

from actionplans.cycle import ACTION_CYCLE, DONE, GIVEN_UP, ActionStatus
from actionplans.models import Action, ProgressNote
from agencies.models import Actor, person_behind
from pages.templatetags.dates import date_long
from reviews.checks.folding import fold

# What is asked of an action: another wording is another thing to do, and to check
ASKED = {"text": "The action", "outcome_measure": "How one will know"}


def move(action: Action, to: ActionStatus, *, on: date, words: str) -> None:
    """Give an action a status, with what goes with it; what went with the last is cleared."""
    action.status = to
    action.completed_on = on if to in DONE else None
    action.outcome = words if to in DONE else ""
    action.given_up_because = words if to in GIVEN_UP else ""
    action.save(update_fields=["status", "completed_on", "outcome", "given_up_because"])


def note_what_is_asked_now(action: Action, *, before: Action, by: Actor, at: datetime) -> None:
    """
    Say in the log of an action that was done what is asked of it otherwise now.

    Other words or another measure open it again: what was done, and perhaps checked, was something
    else. Another target date does not. before: the action as it stood.
    """
    if not before.is_done:
        return
    changed = [
        f"{called} was: {getattr(before, name) or 'not said'}"
        for name, called in ASKED.items()
        if fold(getattr(before, name)) != fold(getattr(action, name))
    ]
    lines = list(changed)
    if before.target_on != action.target_on:
        lines.append(f"The target date was: {date_long(before.target_on) or 'none'}")
    if not lines:
        return
    opening = "What was asked changed, so this is open again." if changed else "It was changed."
    on = timezone.localdate(at)
    claims = ActionStatus(ACTION_CYCLE.find(action.status, ActionStatus.IN_PROGRESS).to)
    note = ProgressNote.objects.create(
        action=action,
        on=on,
        words="\n".join([opening, *lines]),
        claims=claims if changed else "",
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    if changed:
        move(action, claims, on=on, words=note.words)
