"""
What must be true before a review moves on.

Each gate is a function of the review that returns the reasons to wait; none means open. The
lifecycle names gates; `REVIEW_GATES` in the settings lists where each one lives, here and in the
apps above.
"""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from pages.parts import Blocker
from privacy.row_locks import lifted
from reviews.models import NoticeKind, Outcome, Review, Standing
from reviews.state_machine import Transition

Gate = Callable[[Review], list[Blocker]]


@cache
def listed() -> dict[str, Gate]:
    """Return every gate by its name."""
    return {path.rpartition(".")[2]: import_string(path) for path in settings.REVIEW_GATES}


def reasons_to_wait(review: Review, row: Transition) -> dict[str, list[Blocker]]:
    """Return what each closed gate of a move says."""
    said = {gate: ask(gate, review) for gate in row.gates}
    return {gate: waits for gate, waits in said.items() if waits}


def ask(gate: str, review: Review) -> list[Blocker]:
    """Return what one gate says; nothing where it is open. It says the same to everybody."""
    with lifted():
        return listed()[gate](review)


def decision_is_to_review(review: Review) -> list[Blocker]:
    return _decision_waits(review, {Outcome.REVIEW, Outcome.JOINT}, "to hold a review")


def decision_is_not_to_review(review: Review) -> list[Blocker]:
    return _decision_waits(review, {Outcome.NO_REVIEW}, "not to hold a review")


def home_office_is_told(review: Review) -> list[Blocker]:
    return _notice_waits(
        review,
        NoticeKind.HOME_OFFICE_DECISION,
        "It is not recorded that the Home Office was told of the decision.",
    )


def family_is_told(review: Review) -> list[Blocker]:
    return _notice_waits(
        review,
        NoticeKind.FAMILY_DECISION,
        "It is not recorded that the family was told of the decision.",
    )


def direction_is_recorded(review: Review) -> list[Blocker]:
    return _notice_waits(
        review,
        NoticeKind.HOME_OFFICE_DIRECTION,
        "The direction from the Home Office is not recorded.",
    )


def _decision_waits(review: Review, outcomes: set[Outcome], words: str) -> list[Blocker]:
    path = reverse("reviews:record-decision", args=[review.reference])
    latest = review.decisions.first()
    if latest is None or latest.outcome not in outcomes:
        return [Blocker(f"No decision {words} is recorded.", path)]
    if latest.standing != Standing.CONFIRMED:
        return [Blocker("The decision is provisional. Record it as confirmed first.", path)]
    return []


def _notice_waits(review: Review, kind: NoticeKind, words: str) -> list[Blocker]:
    if review.notices.filter(kind=kind).exists():
        return []
    return [Blocker(words, reverse("reviews:record-notice", args=[review.reference]))]
