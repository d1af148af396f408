"""
The states of an action, and every move between them.

The one table that changes `Action.status`. Printed to `docs/states/action.md`.
"""

from django.db import models

from reviews.state_machine import StateTable, Transition


class ActionStatus(models.TextChoices):
    NOT_STARTED = "NOT_STARTED", "Not started"
    IN_PROGRESS = "IN_PROGRESS", "In progress"
    DONE_UNVERIFIED = "DONE_UNVERIFIED", "Done, not checked"
    DONE_VERIFIED = "DONE_VERIFIED", "Done and checked"
    SUPERSEDED = "SUPERSEDED", "Superseded"
    CANNOT_DO = "CANNOT_DO", "Cannot be done"


S = ActionStatus

# Somebody still has something to do.
OPEN = frozenset({S.NOT_STARTED, S.IN_PROGRESS})
# Its lead agency says that it is done.
DONE = frozenset({S.DONE_UNVERIFIED, S.DONE_VERIFIED})
# It ended without being done, for a reason that is kept.
GIVEN_UP = frozenset({S.SUPERSEDED, S.CANNOT_DO})
# Nothing more will come of it.
FINISHED = frozenset({S.DONE_VERIFIED}) | GIVEN_UP

TONES = {
    S.NOT_STARTED: "plain",
    S.IN_PROGRESS: "underway",
    S.DONE_UNVERIFIED: "soon",
    S.DONE_VERIFIED: "done",
    S.SUPERSEDED: "plain",
    S.CANNOT_DO: "late",
}


def _given_up_from(state: ActionStatus) -> tuple[Transition, ...]:
    return (
        Transition(
            from_=state,
            to=S.CANNOT_DO,
            verb="Say that it cannot be done",
            permission="plan_update",
        ),
        Transition(
            from_=state, to=S.SUPERSEDED, verb="Put something in its place", permission="plan_write"
        ),
    )


ACTION_CYCLE = StateTable(
    (
        Transition(
            from_=S.NOT_STARTED, to=S.IN_PROGRESS, verb="Report a start", permission="plan_update"
        ),
        Transition(
            from_=S.NOT_STARTED,
            to=S.DONE_UNVERIFIED,
            verb="Report it done",
            permission="plan_update",
        ),
        *_given_up_from(S.NOT_STARTED),
        Transition(
            from_=S.IN_PROGRESS,
            to=S.DONE_UNVERIFIED,
            verb="Report it done",
            permission="plan_update",
        ),
        *_given_up_from(S.IN_PROGRESS),
        Transition(
            from_=S.DONE_UNVERIFIED,
            to=S.DONE_VERIFIED,
            verb="Record that it was checked",
            permission="plan_verify",
        ),
        Transition(
            from_=S.DONE_UNVERIFIED,
            to=S.IN_PROGRESS,
            verb="Report that more is to be done",
            permission="plan_update",
        ),
        Transition(
            from_=S.DONE_VERIFIED,
            to=S.IN_PROGRESS,
            verb="Open it again",
            permission="plan_write",
        ),
        Transition(
            from_=S.CANNOT_DO, to=S.IN_PROGRESS, verb="Take it up again", permission="plan_update"
        ),
        Transition(
            from_=S.SUPERSEDED, to=S.IN_PROGRESS, verb="Take it up again", permission="plan_write"
        ),
    )
)
