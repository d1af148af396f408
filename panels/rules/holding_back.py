"""
What other bodies' processes hold back, in words for whoever meets it.

It is asked in the place where the thing is done: where the family is written to, where an agency
says whom it interviewed, where the report is published.
"""

from panels.models import ParallelProcess, ProcessEffect
from reviews.access import Refused
from reviews.models import Review


def what_holds_back(review: Review, effect: ProcessEffect) -> list[str]:
    """Return, in sentences, which processes hold something back, why, and who can lift it."""
    holding = review.parallel_processes.open().filter(**{f"holds_back_{effect.value}": True})
    return [said_of(process, effect) for process in holding]


def said_of(process: ParallelProcess, effect: ProcessEffect) -> str:
    words = f"{process.get_kind_display()} holds back {effect.label.lower()}"
    why = f": {sentence(process.held_back_why)}" if process.held_back_why.strip() else "."
    return f"{words}{why}{who_can_lift(process)}"


def who_can_lift(process: ParallelProcess) -> str:
    said = process.may_lift.strip().rstrip(".")
    return f" Who can lift it: {said}." if said else ""


def sentence(words: str) -> str:
    """Return words with one full stop at their end."""
    return f"{words.strip().rstrip('.')}."


def check_nothing_holds_back(review: Review, effect: ProcessEffect) -> None:
    """Refuse what another body's process holds back, with its reason and who can lift it."""
    if said := what_holds_back(review, effect):
        raise Refused(
            f"{' '.join(said)} Record it as lifted under “Parallel processes” once they agree."
        )
