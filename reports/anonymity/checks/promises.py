"""
J. What the paper promises of its anonymity, and what the paper itself then breaks.

"No schools appear in this report" is a sentence that families hold a partnership to. It is marked
where another check finds a school.
"""

import re
from collections.abc import Iterable, Iterator

from reports.anonymity.finding import Finding, Kind, Severity, marked
from reports.anonymity.paper import Paper

SAID = r"named?|identif\w+|appears?|published|given|disclosed"
PROMISE = re.compile(
    rf"(?i)(?:\b(?:no|only)\b(?! to\b)(?=[^.;]*\b(?:{SAID})\b)"
    rf"|(?:(?:their|the) )?(?:sex|ages?|names?)\b(?=[^.;]*\bnot (?:{SAID})\b))[^.;\n]*"
)
NAMES = {Kind.IDENTIFIER, Kind.PROFESSIONAL}
ABOUT = (
    (r"\b(?:name[sd]?|members?|people|professionals?)\b", NAMES),
    (r"\b(?:dates? of birth|birth|ages?)\b", {Kind.PRECISE, Kind.LIVING}),
    (r"\b(?:address(?:es)?|schools?|places?|locations?)\b", {Kind.PLACE}),
    (r"\b(?:sex|gender|children)\b", {Kind.LIVING}),
)
COMPILED = tuple((re.compile(pattern, re.I), kinds) for pattern, kinds in ABOUT)


def broken(paper: Paper, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the promises that what the other checks found breaks."""
    kinds = {one.kind for one in found}
    for line in paper.filled():
        for hit in PROMISE.finditer(line.text):
            about = set().union(*(them for what, them in COMPILED if what.search(hit.group())))
            if about & kinds:
                yield marked(
                    line, hit, Kind.CONTRADICTION, Severity.SERIOUS,
                    "The paper does not keep this: see what else was found.",
                )  # fmt: skip
