"""
The states of an IMR, a short report or a summary of engagement, and every move between them.

The one table that changes `IndividualManagementReview.state`. Printed to `docs/states/imr.md`.
"""

from django.db import models

from reviews.state_machine import StateTable, Transition


class ImrState(models.TextChoices):
    REQUESTED = "REQUESTED", "Asked for"
    ACCEPTED = "ACCEPTED", "Author named"
    DRAFT = "DRAFT", "Being written"
    AGENCY_SIGNED_OFF = "AGENCY_SIGNED_OFF", "Signed off, not sent yet"
    RECEIVED = "RECEIVED", "Received"
    QUERIED = "QUERIED", "Questions asked"
    RESUBMITTED = "RESUBMITTED", "Sent again"
    ACCEPTED_BY_PANEL = "ACCEPTED_BY_PANEL", "Accepted by the panel"


S = ImrState

# The panel has something to read and has not said what it thinks of it.
TO_READ = frozenset({S.RECEIVED, S.RESUBMITTED})
# Nothing has reached the panel yet.
NOT_IN = frozenset({S.REQUESTED, S.ACCEPTED, S.DRAFT, S.AGENCY_SIGNED_OFF})

IMR_CYCLE = StateTable(
    (
        Transition(
            from_=S.REQUESTED, to=S.ACCEPTED, verb="Name the author", permission="imr_write"
        ),
        Transition(from_=S.ACCEPTED, to=S.DRAFT, verb="Begin to write", permission="imr_write"),
        Transition(
            from_=S.DRAFT,
            to=S.AGENCY_SIGNED_OFF,
            verb="Sign off for the agency",
            permission="imr_sign_off",
        ),
        Transition(
            from_=S.AGENCY_SIGNED_OFF,
            to=S.RECEIVED,
            verb="Send to the panel",
            permission="imr_sign_off",
        ),
        Transition(
            from_=S.AGENCY_SIGNED_OFF,
            to=S.DRAFT,
            verb="Begin another version",
            permission="imr_write",
        ),
        Transition(
            from_=S.RECEIVED, to=S.ACCEPTED_BY_PANEL, verb="Accept", permission="imr_accept"
        ),
        Transition(from_=S.RECEIVED, to=S.QUERIED, verb="Ask questions", permission="imr_query"),
        Transition(
            from_=S.RECEIVED,
            to=S.RESUBMITTED,
            verb="Send another version",
            permission="imr_sign_off",
        ),
        Transition(
            from_=S.QUERIED,
            to=S.RESUBMITTED,
            verb="Send another version",
            permission="imr_sign_off",
        ),
        Transition(
            from_=S.QUERIED,
            to=S.ACCEPTED_BY_PANEL,
            verb="Accept with the answers given",
            permission="imr_accept",
        ),
        Transition(
            from_=S.RESUBMITTED, to=S.ACCEPTED_BY_PANEL, verb="Accept", permission="imr_accept"
        ),
        Transition(from_=S.RESUBMITTED, to=S.QUERIED, verb="Ask questions", permission="imr_query"),
        Transition(
            from_=S.RESUBMITTED,
            to=S.RESUBMITTED,
            verb="Send another version",
            permission="imr_sign_off",
        ),
        Transition(
            from_=S.ACCEPTED_BY_PANEL,
            to=S.RESUBMITTED,
            verb="Send a corrected version",
            permission="imr_sign_off",
        ),
        Transition(
            from_=S.ACCEPTED_BY_PANEL,
            to=S.RECEIVED,
            verb="Take the acceptance back",
            permission="imr_accept",
        ),
    )
)
