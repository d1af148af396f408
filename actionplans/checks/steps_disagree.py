"""A milestone of something that is said to be done tells that it is not, or not as it was asked."""

from collections.abc import Iterator

from actionplans.checks.mandatory import DENIED, DUTY
from actionplans.checks.not_done import is_not_done
from actionplans.checks.reading import clauses
from actionplans.checks.remark import Remark
from actionplans.checks.replaced import is_replaced
from actionplans.checks.update import Update


def check(update: Update) -> Iterator[Remark]:
    told = (clause for step in update.steps for clause in clauses(step.text))
    found = next((clause for clause in told if disagrees(clause, update.wanted)), "")
    if found:
        yield Remark(
            "steps_disagree",
            "It is reported done, and under its milestones it says otherwise.",
            "Whoever reads the whole row will not know which of the two to believe.",
            "Say how it stands now, in the report and under the milestone alike.",
            found,
        )


def disagrees(clause: str, wanted: str) -> bool:
    is_no_duty = bool(DUTY.search(wanted) and DENIED.search(clause))
    return is_no_duty or is_not_done(clause) or is_replaced(clause, wanted)
