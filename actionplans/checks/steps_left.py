"""Done, with milestones that nobody reached."""

from collections.abc import Iterator

from actionplans.checks.remark import Remark
from actionplans.checks.update import Update


def check(update: Update) -> Iterator[Remark]:
    left = [step for step in update.steps if step.is_left]
    if left:
        yield Remark(
            "steps_left",
            "It is reported done, and a milestone of it was not reached.",
            "The milestones were how one would know that it is on its way.",
            "Say that the milestone was reached and what shows it, or why it is not needed.",
            left[0].text,
        )
