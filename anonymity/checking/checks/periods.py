"""
J. The period under review, told in two ways: in the body from March 2018, in the terms of reference
from March 2019; or otherwise than the review was given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anonymity.checking.facts.moments import Moment
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

SCOPE = re.compile(
    r"(?i)\b(?:scope|time ?frame|period (?:under|for|of|covered by) (?:\w+ )?review|review period|"
    r"period (?:covered|under consideration)|(?:review|panel|report) (?:\w+ )?(?:looked|considered|"
    r"considers|examined|examines|covers|covered|focus\w+|concentrat\w+)|(?:will|to) (?:examine|"
    r"consider|cover|establish|look at|set out)\b|establish the facts|considers? agencies|"
    r"looked in detail)\b"
)
FROM = re.compile(r"(?i)\b(?:from|between|since)\s+(?:the\s+)?$")
NOT_IT = re.compile(
    r"(?i)\b(?:earlier|before|outside|research|inspect\w*|Act|meeting|relationship (?:between|"
    r"with)|aged|effects?|restrictions|lockdown|training|funding)\b"
)
FEW = 2  # ways in which it is told


@dataclass(frozen=True)
class Beginning:
    statement: Statement
    moment: Moment


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = list(beginnings(statements(paper)))
    given = register.period_from
    if len({(one.moment.first, one.moment.last) for one in told}) <= 1:
        return
    right = [one for one in told if given and one.moment.first <= given <= one.moment.last]
    for one in told:
        others = [other for other in told if one.moment.differs(other.moment)]
        if not others or one in right or (not right and len(others) < len(told) - len(others)):
            continue
        other = right[0] if right else others[0]
        yield one.statement.finding(
            (one.moment.start, one.moment.end),
            f"In {other.statement.place} the period begins in {other.moment.text}.",
            Severity.SLIP,
        )


def beginnings(told: tuple[Statement, ...]) -> Iterator[Beginning]:
    for one in told:
        scope = SCOPE.search(one.text)
        if not scope or one.region in ("facts", "analysis", "plan"):
            continue
        for moment in one.moments:
            before = one.text[: moment.start]
            is_from = FROM.search(before) or re.match(
                r"(?i)from\b", one.text[max(moment.start, 0) :]
            )
            if (
                is_from
                and moment.start > scope.start()
                and not NOT_IT.search(before[scope.start() :])
            ):
                yield Beginning(one, moment)
                break
