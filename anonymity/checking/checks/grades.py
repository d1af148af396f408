"""
J. A risk that was graded in two ways: “standard” in the chapter on the facts, “medium” after it.
"""

import re
from collections.abc import Iterator

from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

OF_RISK = re.compile(r"\b(?:DASH|risk|grad\w+|assess\w+)\b")
GRADE = re.compile(
    r"(?i)\b(?:graded|assessed|rated|classed|recorded|categorised|deemed|"
    r"grading)\b(?: \w+){0,3}?(?: as(?: being)?| at| of)? (?:a )?(?P<grade>standard|medium|high)\b|"
    r"\b(?P<grade2>standard|medium|high)[- ]risk (?:grading|DASH|assessment|case|level)\b|"
    r"\bthe (?P<grade3>standard|medium|high) (?:risk )?grading\b|\bas (?P<grade4>standard|medium|"
    r"high)[- ]risk\b"
)
UNREAL = re.compile(
    r"(?i)\b(?:should|would|could|if|at least|might|had it|national\w*|policy|any|every|all|cases|"
    r"whether|re-?grad\w+|upgrad\w+|downgrad\w+|raised|lowered|not|former partner|adult [a-z]\b|"
    r"second|other|later|again)\b"
)
IT = re.compile(r"(?:It|This|The form) (?:was|had been) (?:graded|assessed|rated|classed)")
SCORE = re.compile(
    r"(?i)\b(?:score[sd]?|scoring)(?: \w+){0,2}? (?:of |as |at |"
    r"was )?(?P<score>\d{1,2})\b(?! (?:years|per))|\b(?P<ticks>\d{1,2}|\w+) (?:ticks|"
    r"“?yes”? answers)\b"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    graded = [(one, hit) for one in statements(paper) if (hit := grade_of(one))]
    facts = [(one, hit) for one, hit in graded if one.region == "facts"]
    for one, hit in graded:
        if one.region == "facts":
            same = [
                other for other in facts if other[0] is not one and is_same_month(one, other[0])
            ]
        else:
            dated = [other for other in facts if is_same_month(one, other[0], NEAR)]
            same = dated or (facts if not one.moments and len(facts) == 1 else [])
        if same and all(way_of(other) != way_of(hit) for _, other in same):
            yield one.finding(
                hit.span(),
                f"In {same[0][0].place} the risk is {way_of(same[0][1])}.",
                Severity.SLIP,
            )


def grade_of(one: Statement) -> re.Match[str] | None:
    before = one.passage.text[: one.start] if IT.match(one.text) else ""
    if not OF_RISK.search(one.text + before) or UNREAL.search(one.text):
        return None
    hits = list(GRADE.finditer(one.text))
    return hits[0] if len({way_of(hit) for hit in hits}) == 1 else None


def way_of(hit: re.Match[str]) -> str:
    return str(hit["grade"] or hit["grade2"] or hit["grade3"] or hit["grade4"]).lower()


def is_same_month(one: Statement, other: Statement, apart: int = 0) -> bool:
    """Test whether two sentences may be of one month; apart: how many days may lie between."""
    return any(
        a.is_short and b.is_short and max((a.first - b.last).days, (b.first - a.last).days) <= apart
        for a in one.context
        for b in other.context
    )


NEAR = 31  # days: what is graded is heard at a meeting of the next month
