"""Every check of the rehearsal, in the order in which it is shown."""

from publications.checks import (
    delay,
    enquiries,
    equality,
    explored,
    family,
    incomplete,
    learning,
    learnt_before,
    outcomes,
    recommendations,
    repetition,
    summary,
    thread,
)
from publications.checks.rehearsed import Rehearsed, Remark

CHECKS = (
    enquiries, summary, delay, repetition, incomplete, family, equality, explored, recommendations,
    learning, thread, outcomes, learnt_before,
)  # fmt: skip


def rehearse(paper: Rehearsed) -> list[Remark]:
    """Return all that a letter might ask. It advises; nothing waits for it."""
    return [remark for module in CHECKS for remark in module.check(paper)]
