"""Every check of drafting, in the order in which they are shown."""

from collections.abc import Sequence

from actionplans.checks import (
    addressed,
    dated,
    measurable,
    outcome,
    owned,
    reminding,
    specific,
)
from actionplans.checks.addressed import Decider
from actionplans.checks.drafted import Drafted
from actionplans.checks.remark import Remark

CHECKS = (specific, reminding, measurable, outcome, owned, dated)


def remarks_on(drafted: Drafted, deciders: Sequence[Decider] = ()) -> list[Remark]:
    """Return what a recommendation or an action lacks. It advises; nothing waits for it."""
    found = [remark for module in CHECKS for remark in module.check(drafted)]
    return [*found, *addressed.check(drafted, deciders)]
