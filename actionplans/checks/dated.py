"""A date: by when."""

import re
from collections.abc import Iterator

from actionplans.checks.drafted import Drafted
from actionplans.checks.reading import MONTHS, words_in
from actionplans.checks.remark import Remark

BY_WHEN = words_in(
    rf"(?:by|before|within|until|no later than|from) (?:\w+ ){{0,4}}(?:{'|'.join(MONTHS)}|days?"
    r"|weeks?|months?|years?|spring|summer|autumn|winter|quarter|(?:19|20)\d\d|publication)"
    r"|immediately|at once"
)
YEAR = re.compile(r"\b20\d\d\b")


def check(drafted: Drafted) -> Iterator[Remark]:
    if drafted.due_on or (drafted.is_planned and not drafted.is_action):
        return
    if drafted.is_action or not (BY_WHEN.search(drafted.words) or YEAR.search(drafted.words)):
        yield Remark(
            "dated",
            "It does not say by when.",
            "What has no day is never late, and nobody is reminded of it.",
            "Agree a day with whoever leads it; it can be moved later, with a reason.",
        )
