"""The plan says what will be different, not what will be sent."""

import re
from collections.abc import Iterator

from publications.checks.rehearsed import Rehearsed, Remark, Step
from publications.models import PointCategory as Theme

# Something was done, whether or not anything changed by it
ACTIVITY = re.compile(
    r"\b(?:sent|circulat\w*|emailed|e-mailed|shared|issued|reminded|discussed|disseminat\w*"
    r"|published|delivered|attended|held|completed|in place|signed off|rolled out|briefed)\b",
    re.I,
)
# Somebody looks whether it did
MEASURED = re.compile(
    r"\d|%|\bper\s?cent\b|\baudit\w*|\bsampl\w+|\bdip\b|\bsurvey|\bfeedback\b|\bmeasur\w+|\bincreas\w+"
    r"|\breduc\w+|\bproportion|\brate\b|\bfewer\b|\bmore\b|\bevery\b|\ball\b|\bdata\b|\bevidenc\w+",
    re.I,
)
REMINDER = re.compile(
    r"^(?:to\s+)?(?:remind|circulate|send|email|share|disseminate|raise awareness|re-?issue|inform"
    r"|brief|cascade)\b",
    re.I,
)


def check(paper: Rehearsed) -> Iterator[Remark]:
    for recommended in paper.recommendations:
        for action in recommended.actions:
            if words := what_lacks(action):
                yield Remark(Theme.ACTION_PLAN, words, ("action", action.pk), action.text)


def what_lacks(action: Step) -> str:
    """Return the first thing that keeps an action from being about an outcome."""
    if not action.measure.strip():
        return f"{action.name} does not say how anybody would know that it worked."
    if ACTIVITY.search(action.measure) and not MEASURED.search(action.measure):
        return f"{action.name} measures what is done, not what is different afterwards."
    if REMINDER.match(action.text) and not MEASURED.search(action.measure):
        return f"{action.name} reminds people of something. Say what will be different by it."
    if not action.has_lead:
        return f"{action.name} has no lead agency."
    return "" if action.has_target else f"{action.name} has no target date."
