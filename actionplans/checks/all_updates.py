"""Every check of an update, in the order in which they are shown."""

from actionplans.checks import (
    audited,
    before_begun,
    drafted_only,
    everyone,
    mandatory,
    not_done,
    nothing_told,
    numbers,
    often,
    replaced,
    sent_only,
    steps_disagree,
    steps_left,
    still_to_come,
    without_evidence,
    written,
)
from actionplans.checks.remark import Remark
from actionplans.checks.update import Update

# Where what was asked and what is said cannot both stand
OF_WORDS = (
    mandatory, everyone, often, audited, written, numbers, drafted_only, sent_only, still_to_come,
    not_done, replaced,
)  # fmt: skip
OF_STEPS = (steps_disagree, before_begun, steps_left)


def contradictions(update: Update) -> list[Remark]:
    """
    Return where an update that reports something done disagrees with what was asked, or tells
    nothing that would show that it does not.
    """
    found = [remark for module in OF_WORDS for remark in module.check(update)]
    found = found or list(nothing_told.check(update))
    return [*found, *(remark for module in OF_STEPS for remark in module.check(update))]


def remarks_on(update: Update) -> list[Remark]:
    """Return all there is to look at in an update: what disagrees, and that nothing shows it."""
    return [*contradictions(update), *without_evidence.check(update)]
