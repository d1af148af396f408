"""
The states of one chronology file, and every move between them.

The one table that changes `ChronologySubmission.state`. Printed to `docs/states/chronology.md`.
"""

from django.db import models

from reviews.state_machine import StateTable, Transition


class SubmissionState(models.TextChoices):
    RECEIVED = "RECEIVED", "Being read"
    UNREADABLE = "UNREADABLE", "Cannot be read"
    READ = "READ", "Read"
    SUBMITTED = "SUBMITTED", "Waiting for sign-off"
    SIGNED_OFF = "SIGNED_OFF", "Signed off"
    RELEASED = "RELEASED", "Released to the panel"


S = SubmissionState

# There are rows to look at.
HAS_ROWS = frozenset({S.READ, S.SUBMITTED, S.SIGNED_OFF, S.RELEASED})
# The agency gives it to the review; anything earlier is its draft.
HANDED_IN = frozenset({S.SUBMITTED, S.SIGNED_OFF, S.RELEASED})
# Somebody senior has put their name to it.
ANSWERED_FOR = frozenset({S.SIGNED_OFF, S.RELEASED})

TONES = {
    S.RECEIVED: "underway",
    S.UNREADABLE: "late",
    S.READ: "soon",
    S.SUBMITTED: "underway",
    S.SIGNED_OFF: "underway",
    S.RELEASED: "done",
}

CYCLE = StateTable(
    (
        Transition(from_=S.RECEIVED, to=S.READ, verb="Read it", permission="chronology_submit"),
        Transition(
            from_=S.RECEIVED,
            to=S.UNREADABLE,
            verb="Say why it cannot be read",
            permission="chronology_submit",
        ),
        Transition(
            from_=S.READ,
            to=S.RECEIVED,
            verb="Read it anew with other columns",
            permission="chronology_submit",
        ),
        Transition(
            from_=S.READ,
            to=S.SUBMITTED,
            verb="Submit to the review",
            permission="chronology_submit",
        ),
        Transition(
            from_=S.SUBMITTED,
            to=S.SIGNED_OFF,
            verb="Sign off for the agency",
            permission="imr_sign_off",
        ),
        Transition(
            from_=S.SUBMITTED,
            to=S.READ,
            verb="Give back to be changed",
            permission="imr_sign_off",
        ),
        Transition(
            from_=S.SIGNED_OFF,
            to=S.RELEASED,
            verb="Release to the panel",
            permission="chronology_release",
        ),
        Transition(
            from_=S.RELEASED,
            to=S.SIGNED_OFF,
            verb="Take the release back",
            permission="chronology_release",
        ),
    )
)
