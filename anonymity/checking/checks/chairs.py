"""
J. Who chaired: two names for one chair, and a chair without any link to a place where they worked.

A biography is taken over from another review, and with it somebody else’s name.
"""

import re
from collections import Counter
from collections.abc import Iterator

from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.names import NAME

TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Professor|Prof)\.?\s+)?"
FULL = rf"{TITLE}(?P<who>{NAME} {NAME}(?: {NAME})?)(?![\w’-])"
CHAIRS = (
    re.compile(
        rf"\b(?:[Ii]ndependent\s+)?[Cc]hair(?:\s+and\s+(?:[Rr]eport\s+)?[Aa]uthor)?\s*:\s*{FULL}"
    ),
    re.compile(
        rf"\b{FULL}\s+(?:was|is|has\s+been|had\s+been)\s+(?:\w+\s+)?(?:appointed|"
        rf"commissioned)\s+(?:\w+\s+){{0,3}}?(?:independent\s+)?[Cc]hair\b(?!\s+of\s+the\s+(?:[Cc]ommunity|[Pp]artnership|[Bb]oard))"
    ),
    re.compile(rf"\b[Rr]eview\s+(?:was|has\s+been)\s+(?:independently\s+)?chaired\s+by\s+{FULL}"),
    re.compile(rf"^{FULL}(?:\t|,\s+)[Ii]ndependent\s+[Cc]hair\b"),
)
NO_LINK = re.compile(
    r"\b(?:has|had|have)\s+(?:never|no|not)\b[^.;]{0,60}\b(?:worked|employed|connection|link|"
    r"involvement|association)\b[^.;]{0,60}?\b(?:in|with|for|by|"
    r"of)\s+(?:any\s+(?:\w+\s+){0,3}?in\s+)?(?P<place>[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+)?)"
)
WORKED = r"\b(?:worked|served|was|retired|employed|manager|officer|director|head|led|post)\b"


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    named = [
        (passage, hit)
        for passage in passages(paper)
        for pattern in CHAIRS
        for hit in pattern.finditer(passage.text)
    ]
    yield from other_names(named)
    for one in statements(paper):
        yield from linked(one, statements(paper))


def other_names(named: list[tuple[Passage, re.Match[str]]]) -> Iterator[Finding]:
    """Find a name for the chair that stands less often than another; both where neither does."""
    names = Counter(surname(hit) for _, hit in named)
    most = max(names.values(), default=0)
    is_even = list(names.values()).count(most) > 1
    for passage, hit in named if len(names) > 1 else ():
        if is_even or names[surname(hit)] < most:
            yield passage.finding(
                hit.span("who"), Kind.CONTRADICTION, Severity.POLICY,
                "Elsewhere somebody else is the chair.", policy="events",
            )  # fmt: skip


def surname(hit: re.Match[str]) -> str:
    return str(hit["who"]).split()[-1]


def linked(one: Statement, told: tuple[Statement, ...]) -> Iterator[Finding]:
    """Find “has never worked in Penmoor” of who “was a manager in Penmoor until 2014”."""
    hit = NO_LINK.search(one.text)
    if not hit:
        return
    place = re.escape(hit["place"].split()[0])
    worked = re.compile(
        rf"{WORKED}[^.;]{{0,60}}\b{place}\b|\b{place}\b[^.;]{{0,40}}\buntil\s+(?:19|20)\d\d"
    )
    for other in told:
        if other.passage is one.passage and other is not one and worked.search(other.text):
            yield one.finding(
                hit.span(), f"{other.place_first} has the chair there.", Severity.SLIP
            )
            return
