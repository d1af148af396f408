"""Done before it began, or before its last step."""

from collections.abc import Iterator
from datetime import date

from actionplans.checks.remark import Remark
from actionplans.checks.update import Update


def check(update: Update) -> Iterator[Remark]:
    later = [step for step in update.steps if is_later(step.done_on or step.due_on, update)]
    if later:
        yield Remark(
            "before_begun",
            "It is said to have been done before one of its milestones.",
            "One of the two days is wrong, or something was left out.",
            "Correct the day, or say how it was done without the milestone.",
            later[0].text,
        )
    elif is_later(update.begun_on, update):
        yield Remark(
            "before_begun",
            "It is said to have been done before it was reported as begun.",
            "One of the two days is wrong, and the plan prints both.",
            "Correct the day on which it was done.",
        )


def is_later(day: date | None, update: Update) -> bool:
    return day is not None and day > update.on
