"""
J. What went in two ways: a plea of guilty and a jury, a death at the scene and one in hospital.

What an executive summary says of a trial was often written from the first news of it.
"""

import re
from collections import Counter
from collections.abc import Iterator

from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.facts.ways import OF_ANOTHER, PATTERNS
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import read_on
from anonymity.checking.register import Register

PRESENT = "whether anybody else was there"
OF_THE_DEATH = re.compile(
    r"(?i)\b(?:died|killed|killing|murder\w*|homicide|stab\w*|fatal|dead|body|scene|paramedics?|"
    r"ambulance)\b"
)
Told = tuple[str, Statement, tuple[int, int]]


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told: dict[str, list[Told]] = {}
    whole = read_on(paper)
    spelled = [
        (matter, way, [each for each in patterns if each.search(whole)])
        for matter, ways in PATTERNS.items()
        for way, patterns in ways.items()
    ]
    for one in statements(paper):
        if not OF_ANOTHER.search(one.text):
            for matter, way, span in ways_in(one, spelled):
                told.setdefault(matter, []).append((way, one, span))
    for matter, all_told in told.items():
        yield from odd_ones(matter, all_told)


def ways_in(
    one: Statement, spelled: list[tuple[str, str, list[re.Pattern[str]]]]
) -> Iterator[tuple[str, str, tuple[int, int]]]:
    for matter, way, patterns in spelled:
        hits = [hit for each in patterns if (hit := each.search(one.text))]
        hit = min(hits, key=re.Match.start, default=None)  # the first words that tell it
        if hit and (matter != PRESENT or OF_THE_DEATH.search(one.passage.text)):
            yield matter, way, hit.span()


def odd_ones(matter: str, told: list[Told]) -> Iterator[Finding]:
    """Find the way that is told less often; both where neither is told more often."""
    ways = Counter(way for way, _, _ in told)
    if len(ways) < len(("one", "other")):
        return
    most = max(ways.values())
    is_even = list(ways.values()).count(most) > 1
    for way, one, span in told:
        if is_even or ways[way] < most:
            other = next(each for kind, each, _ in told if kind != way)
            yield one.finding(
                span, f"Of {matter}, {other.place} says something else.", Severity.POLICY
            )
