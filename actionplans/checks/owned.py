"""An owner: one person who sees to it."""

from collections.abc import Iterator

from actionplans.checks.drafted import Drafted
from actionplans.checks.reading import fold, words_in
from actionplans.checks.remark import Remark

EVERYBODY = words_in(
    "all (?:agencies|partners|organisations)|everyone|partners|tbc|various|multiple"
)
WHY = "What belongs to everybody is done by nobody, and reminders need somebody to go to."


def check(drafted: Drafted) -> Iterator[Remark]:
    if not drafted.is_action:
        if not drafted.is_planned and EVERYBODY.search(fold(drafted.to)):
            yield Remark(
                "owned",
                "It is addressed to everybody.",
                WHY,
                "Name one body that leads, and let it bring the others along.",
                drafted.to,
            )
    elif not drafted.to:
        yield Remark("owned", "No agency leads it.", WHY, "Choose the agency that leads.")
    elif not drafted.owner.strip():
        yield Remark(
            "owned",
            "Nobody at the lead agency owns it yet.",
            WHY,
            "Ask the agency for the post or the person who sees to it.",
        )
