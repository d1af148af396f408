"""
C. What a reader of the check does not see: pages that are pictures, files without a word, and
letters that hide others or turn them round.

Nothing is found in what cannot be read. So that nobody takes it for clean, it is itself found.
"""

import re
from collections.abc import Iterator

from anonymity.checking.files.unread import NO_WORDS, PICTURE
from anonymity.checking.finding import Finding, Kind, Severity, marked
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

PICTURED = "This page is a picture: no check reads it. Somebody must look at it."
EMPTY = "There is no word in this file that a check could read. Somebody must look at it."
HIDDEN = "Letters that nobody sees and that hide others from a search."
TURNED = "Letters that turn the order of others round: what is read is not what is searched."
SHOWN = ((re.compile(rf"^{PICTURE}, [0-9a-f]+$"), PICTURED),
         (re.compile(rf"^{NO_WORDS}, [0-9a-f]+$"), EMPTY))  # fmt: skip
# Between two letters of our alphabet they join and part nothing
WITHIN_A_WORD = re.compile(r"[A-Za-z]+(?:[\u200b-\u200d\u2060\ufeff]+[A-Za-z]+)+")
TURNING = re.compile(r"[\u202d\u202e][^\n]{0,60}")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    for line in paper.filled():
        for pattern, reason in (*SHOWN, (WITHIN_A_WORD, HIDDEN), (TURNING, TURNED)):
            for hit in pattern.finditer(line.text):
                yield marked(line, hit, Kind.RESIDUE, Severity.SERIOUS, reason)
