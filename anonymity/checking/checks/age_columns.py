"""
E. Exact ages in the column of a table: a list of pseudonyms is where they are forgotten.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words import ages
from anonymity.checking.words.people import CODED, named

REASON = "An exact age, where a decade is published."
HEAD = re.compile(r"(?i)^\s*age\b")
AGE = re.compile(r"^\s*(?:aged\s+)?(?P<age>\d{2})(?:\s+years?(?:\s+old)?)?\s*$")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    somebody = re.compile(rf"\b(?:{named(register)}|{CODED}|(?i:victim|perpetrator|deceased))\b")
    column = -1
    for line in paper.filled():
        cells = line.text.split("\t")
        if len(cells) == 1:
            column = -1
            continue
        headed = [at for at, cell in enumerate(cells) if HEAD.match(cell)]
        column = headed[0] if headed else column
        hit = AGE.match(cells[column]) if 0 <= column < len(cells) else None
        if hit and somebody.search(line.text):
            start = sum(len(cell) + 1 for cell in cells[:column]) + hit.start("age")
            yield Finding(
                line, start, start + len(hit["age"]), Kind.PRECISE, Severity.POLICY, REASON,
                ages.band_of(int(hit["age"]), "their"), "exact_ages",
            )  # fmt: skip
