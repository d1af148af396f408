"""
C. Placeholders that nobody filled in, marks of a redaction, and what editing left behind.

They tell a reader that something was taken out or forgotten, and often what. Each is plain to see
once somebody looks, and nobody looks through two hundred pages.
"""

import re
from collections.abc import Iterator

from reports.anonymity.finding import Finding, Kind, Severity, marked
from reports.anonymity.paper import Paper
from reports.anonymity.register import Register

S = Severity
UNFILLED = "A placeholder that nobody filled in."
FILLER = "Filler text of a template."
ASKED = (
    "insert|enter|type|name|date|xx+|tbc|tba|delete|please|complete|"
    "to be (?:confirmed|added|completed|inserted|agreed)"
)
SOMEBODY = "Victim|Perpetrator|Child|Name|Adult|Agency|Area|Date|CSP|XX?"
PATTERNS = (
    # what a template asks for
    (rf"(?i)[\[<{{](?:{ASKED})\b[^\]>}}\n]{{0,80}}[\]>}}]", S.SERIOUS, UNFILLED),
    (r"(?i)\((?:insert|tbc|tba|xx+|to be confirmed)\b[^)\n]{0,60}\)", S.SERIOUS, UNFILLED),
    (rf"\[(?:{SOMEBODY})\b[^\]\n]{{0,20}}\]", S.SERIOUS, UNFILLED),
    (r"^\W*(?:Insert|Delete) (?:[A-Z]|here|name|date|the )[^.\n]{0,60}", S.POLICY,
     "A note to whoever fills this in."),
    (r"\b(?:TBC|TBA|TBD|X{2,}|x{3,})\b", S.SERIOUS, UNFILLED),
    (r"(?i)\blorem ipsum\b", S.SERIOUS, FILLER),
    (r"(?i)\bclick (?:or tap )?here to (?:enter|add|insert)[^.\n]{0,20}", S.SERIOUS, FILLER),
    # redaction
    (r"(?i:[\[(<]\s*redact(?:ed|ion)[^\])>\n]{0,40}[\])>])|\bREDACTED\b", S.SERIOUS,
     "A mark of a redaction: say it in words that need none."),
    ("[\u2588\u25a0\u2593]{2,}", S.SERIOUS,
     "Blacked-out text: what is under it may still be there."),
    # editing
    (r"(?i)\berror! (?:reference source|bookmark)[^.\n]{0,40}\.?", S.SLIP,
     "A cross-reference of the word processor that is broken."),
    (r"(?i)\[(?:comment|note to|query|check|author|drafting)\b[^\]\n]{0,120}\]", S.SERIOUS,
     "A note between those who wrote the report."),
    (r"\?\?+", S.SLIP, "A question left in the text."),
    (r"(?<!`)``?(?!`)|^\s*[~^|\\]+\s*$", S.SLIP, "Stray characters."),
)  # fmt: skip
COMPILED = tuple((re.compile(pattern), severity, reason) for pattern, severity, reason in PATTERNS)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    for line in paper.filled():
        for pattern, severity, reason in COMPILED:
            for hit in pattern.finditer(line.text):
                yield marked(line, hit, Kind.RESIDUE, severity, reason)
