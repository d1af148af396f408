"""
J. How many recommendations or lessons the paper says it has, and how many it numbers.

Recommendations are taken out, put together and split until the last day; the sentence that counts
them stays. Only what the paper itself numbers ("Recommendation 4") is counted.
"""

import re
from collections.abc import Iterator

from reports.anonymity.finding import Finding, Kind, Severity, marked
from reports.anonymity.paper import Paper
from reports.anonymity.register import Register
from reports.anonymity.words.counts import WRITTEN, number_of

THINGS = ("recommendation", "learning point", "lesson")
FEWEST = 2  # numbered ones: below, the paper numbers them otherwise


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    for thing in THINGS:
        numbered = re.compile(rf"(?i)^\W*{thing} (?P<number>\d{{1,2}})\b")
        numbers = {
            int(hit["number"]) for line in paper.filled() if (hit := numbered.match(line.text))
        }
        if len(numbers) >= FEWEST and numbers == set(range(1, max(numbers) + 1)):
            yield from miscounted(paper, thing, max(numbers))


def miscounted(paper: Paper, thing: str, count: int) -> Iterator[Finding]:
    told = re.compile(
        rf"(?i)\b(?:the|makes?|made|are|were|all) (?P<count>{'|'.join(WRITTEN)}|\d{{1,2}}) "
        rf"(?:overall |key |panel |multi-agency )?{thing}s\b"
    )
    for line in paper.filled():
        for hit in told.finditer(line.text):
            if number_of(hit["count"]) != count:
                yield marked(
                    line, hit, Kind.CONTRADICTION, Severity.POLICY,
                    f"The paper numbers {count} of them.",
                )  # fmt: skip
