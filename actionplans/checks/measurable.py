"""Measurable: one will know whether it is done."""

import re
from collections.abc import Iterator

from actionplans.checks.drafted import Drafted
from actionplans.checks.reading import NUMBERS, fold, words_in
from actionplans.checks.remark import Remark

COUNTS = words_in(
    r"audit*|survey*|sample*|sampling|dip-sampl*|proportion|number of|percentage|per cent"
    r"|rate|rates"
    r"|count|counted|compare*|evaluat*|evidence of|records show|reported to|feedback|how many|all"
    r"|every|each|none|no|nobody|fewer|more than|less than|at least|measure*|check*|test*"
    rf"|half|third|{'|'.join(NUMBERS)}"
)
DIGIT = re.compile(r"\d")


def check(drafted: Drafted) -> Iterator[Remark]:
    if not drafted.is_action and drafted.is_planned:
        return
    measure = fold(drafted.measure)
    if not measure.strip():
        words = drafted.words if not drafted.is_action else ""
        if not (DIGIT.search(words) or COUNTS.search(words)):
            yield remark("It does not say how one will know.")
    elif not (DIGIT.search(measure) or COUNTS.search(measure)):
        yield remark("The measure names nothing that can be counted or looked at.")


def remark(missing: str) -> Remark:
    return Remark(
        "measurable",
        missing,
        "Without a measure it can be called done by anybody, and nobody can show otherwise.",
        "Say what would be counted or looked at, how much of it, and who looks.",
    )
