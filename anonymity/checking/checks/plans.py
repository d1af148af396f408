"""
J. An action plan that is told as done, and whose own rows say otherwise.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.dates import MONTH, MONTHS

ALL_DONE = re.compile(
    r"(?i)\ball\s+(?:of\s+)?(?:the\s+|these\s+)?(?:actions|recommendations)\s+"
    r"(?:(?:in\s+the\s+(?:action\s+)?plan|were|are|have|had|been|now|since)\s+)+"
    r"(?:completed?|implemented|delivered|closed)\b[^.;]{0,40}"
)
NOT_DONE = re.compile(
    r"(?i)\t\s*(?:in\s+progress|on-?going|not\s+(?:yet\s+)?(?:started|complete\w*)|outstanding|"
    r"overdue|delayed|partly\s+complete\w*|under\s*way|to\s+be\s+(?:completed|started))\b"
)
IN_TIME = re.compile(
    r"(?i)\b(?:target\s+met|met\s+on\s+time|on\s+target|within\s+(?:the\s+)?target)\b"
)
A_MONTH = re.compile(
    rf"\b(?P<month>{MONTH}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+(?P<year>20\d\d)\b"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    is_open = any(NOT_DONE.search(line.text) for line in paper.filled())
    for passage in passages(paper):
        if passage.chapter is Chapter.SOURCES:
            continue
        done = ALL_DONE.search(passage.text) if is_open else None
        if done:
            yield passage.finding(
                done.span(), Kind.CONTRADICTION, Severity.SLIP,
                "A row of the plan says that it is not.", policy="events",
            )  # fmt: skip
        if passage.chapter is Chapter.PLAN or passage.is_row:
            yield from long_before(passage, register)
        for line in passage.lines:
            months = list(A_MONTH.finditer(line.text))
            in_time = IN_TIME.search(line.text)
            if in_time and len(months) > 1 and order_of(months[0]) < order_of(months[-1]):
                start = months[-1].start()
                yield Finding(
                    line, start, max(in_time.end(), months[-1].end()), Kind.CONTRADICTION,
                    Severity.SLIP, "That is later than the target.", policy="events",
                )  # fmt: skip


def order_of(hit: re.Match[str]) -> tuple[int, int]:
    numbers = [at for at, month in enumerate(MONTHS) if month.startswith(hit["month"][:3])]
    return int(hit["year"]), numbers[0]


def long_before(passage: Passage, register: Register) -> Iterator[Finding]:
    """Find the target of an action that lies years before what it is to learn from."""
    if passage.chapter is not Chapter.PLAN or not register.period_to:
        return
    died = (register.period_to.year, register.period_to.month - 1)
    for hit in A_MONTH.finditer(passage.text):
        is_early = int(hit["year"]) < register.period_to.year - 1
        is_done = DONE_IN.search(passage.text, 0, hit.start()) and order_of(hit) < died
        if (is_early or is_done) and not OF_A_PAPER.search(cell_before(passage.text, hit)):
            yield passage.finding(
                hit.span(), Kind.CONTRADICTION, Severity.SLIP,
                "That is long before the death from which the plan learns.", policy="events",
            )  # fmt: skip


# Nothing was done about it before it was
DONE_IN = re.compile(r"(?i)\t\W*(?:done|completed?|closed|implemented|achieved)\W+(?:in\s+)?$")


def cell_before(text: str, hit: re.Match[str]) -> str:
    """Return what stands before a month, in its own cell."""
    return text[max(hit.start() - BEFORE, text.rfind("\t", 0, hit.start()), 0) : hit.start()]


BEFORE = 60  # letters before a date that say what it is of
OF_A_PAPER = re.compile(
    r"(?i)\b(?:guidance|policy|act|force|published|since|from|strategy|guideline|report|review|"
    r"in place)\b"
)
