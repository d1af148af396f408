"""
H. An abbreviation in the glossary that nothing in the paper uses any more, of an illness, a
medicine or a clinic: what was taken out of the text is spelled out at its end.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity, marked
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words.ailments import AILMENTS

ENTRY = re.compile(r"^\s*(?P<short>[A-Z][A-Za-z&/-]{1,7})\t+(?P<long>[^\t]{4,90})$")
CLOSE = 8  # lines about an entry in which the others of a glossary stand
FEWEST = 3  # entries that make one
TELLING = re.compile(
    rf"(?i)\b(?:{AILMENTS}|reuptake|antidepress\w+|antipsychotic\w*|immuno\w+|fertilisation|"
    r"termination|personality|electroconvulsive|substitution|gender|sexual(?:ly)?|abortion|"
    r"pregnancy advisory|genito-?urinary|palliative|neurolog\w+|oncolog\w+)\b"
)
# What every such glossary has, whoever it is of
OF_A_BODY = re.compile(
    r"(?i)\b(?:trust|board|partnership|service for|assault referral|violence advis\w+|"
    r"commission\w*|"
    r"council|team|act|group|services?|officer|adult mental|court|crime|disclosure scheme)\b"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    entries = [(line, hit) for line in paper.filled() if (hit := ENTRY.match(line.text))]
    for line, hit in entries:
        near = [one for one, _ in entries if one.part == line.part]
        is_glossary = len([one for one in near if abs(one.number - line.number) <= CLOSE]) >= FEWEST
        if not is_glossary or not TELLING.search(hit["long"]) or OF_A_BODY.search(hit["long"]):
            continue
        if len(re.findall(rf"(?<!\w){re.escape(hit['short'])}s?(?!\w)", paper.whole)) == 1:
            yield marked(
                line, hit, Kind.SEARCHABLE, Severity.POLICY,
                "Nothing in the paper uses this any more: it tells what was taken out.",
            )  # fmt: skip
