"""
C. Sentences that end before they say anything: a cut that took too much, or a page that was lost.
"""

import re
from collections.abc import Iterator

from reports.anonymity.finding import Finding, Kind, Severity
from reports.anonymity.paper import Paper
from reports.anonymity.passages import passages
from reports.anonymity.register import Register

FEWEST = 8  # words of a paragraph: a heading or a cell may end with anything
LAST = 6  # words that are marked
OPEN = re.compile(
    r"\b(?:a|an|the|of|to|and|or|but|that|which|who|with|by|for|from|in|on|at|as|is|was|were|are|"
    r"be|been|has|have|had|would|should|could|will|may|might|must|can|not|their|his|her|its|if|"
    r"because|when|where|consider|including)$"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    for passage in passages(paper):
        line = passage.lines[-1]
        words = line.text.rstrip()
        if len(passage.text.split()) >= FEWEST and OPEN.search(words):
            start = [hit.start() for hit in re.finditer(r"\S+", words)][-LAST:][0]
            yield Finding(
                line, start, len(words), Kind.RESIDUE, Severity.POLICY,
                "This sentence ends before it says anything.",
            )  # fmt: skip
