"""
J. What the analysis says was never done, and the chapter on the facts tells: “at no time was he
offered an assessment”, and an offer of one in March.

Two sentences are of one thing where the verb is the same, one denies it, and they share a word that
few others have, or the month.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anonymity.checking.facts.actions import ABSOLUTE, STEMS, Action, denied_in, done_in
from anonymity.checking.facts.likeness import Weights, stem, telling
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

NOT_OF_LIVES = ("plan", "process")
ENOUGH, IN_ONE_MONTH = 3.0, 2.0
REFERS_BACK = re.compile(r"\b(?:one|this|that|these|it|such|so)\b(?=[\s,.]*(?:$|,|\.|and\b|was\b))")
NONE_OF_THEM = re.compile(r"(?i)(?:none|neither|no one)\s+(?!of\b)(?:was|were|had|has)\b")
SELDOM = 6  # sentences of which a share says something, whatever the paper’s length
NEVER_THEN = re.compile(
    r"(?i)\b(?:until|before (?:then|this|that)|yet|after(?:wards)?|since|again|other|former|"
    r"previous|earlier|further|more)\b"
)
ROUND = 130


@dataclass(frozen=True)
class Deed:
    statement: Statement
    action: Action
    roots: frozenset[str]


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    names = frozenset(
        stem(word) for one in register.people for word in (one.pseudonym or "").split()
    )
    told = [one for one in statements(paper) if one.region not in NOT_OF_LIVES]
    weights = Weights(telling(one.text, names) for one in told)
    done = [
        Deed(one, action, roots_of(one.text, action, names))
        for one in told
        if one.region == "facts"
        for action in done_in(one.text)
    ]
    for before, one in zip((None, *told), told, strict=False):
        for action in denied_in(one.text):
            text = one.text
            roots = roots_of(text, action, names)
            if (
                before
                and before.passage is one.passage
                and (
                    REFERS_BACK.search(text[action.start : action.end + 30])
                    or NONE_OF_THEM.match(text, action.start)
                )
            ):
                roots |= telling(before.text, names) - STEMS[action.root]
            denial = Deed(one, action, roots)
            other = done_after_all(denial, done, weights)
            if other:
                yield one.finding(
                    (action.start, action.end),
                    f"{other.statement.place_first} tells of it.",
                    Severity.SLIP,
                )
                yield other.statement.finding(
                    (other.action.start, other.action.end),
                    f"{one.place_first} says that it never was.",
                    Severity.SLIP,
                )
                break


def roots_of(text: str, action: Action, names: frozenset[str]) -> frozenset[str]:
    begin, end = max(0, action.start - ROUND), action.end + ROUND
    return telling(text[begin:end], names) - STEMS[action.root]


def done_after_all(denial: Deed, done: list[Deed], weights: Weights) -> Deed | None:
    one = denial.statement
    is_absolute = bool(ABSOLUTE.search(one.text)) and not NEVER_THEN.search(one.text)
    for other in done:
        if other.action.root != denial.action.root or other.statement.passage is one.passage:
            continue
        if one.region == "facts" and not is_absolute:
            continue
        told = weights.of(denial.roots & other.roots)
        is_one_month = any(
            a.is_month and b.is_month and not a.differs(b)
            for a in one.moments
            for b in other.statement.moments
        )
        if is_one_month and told >= IN_ONE_MONTH:
            return other
        if is_absolute and told >= ENOUGH and not one.moments:
            return other
    return None
