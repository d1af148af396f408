"""
J. Who was found guilty in one chapter and acquitted in another, where more than one was tried.

The chapter on the trial is taken from the court; what looks back on it is written from memory.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words.cast import Cast, any_of

GUILTY = r"(?:convicted|found guilty|jailed|imprisoned|sentenced)"
FREED = r"(?:acquitted|cleared|found not guilty|discharged by the (?:court|jury))"
BE = r"(?:was|were|had been|have been|has been|being)(?: (?:also|both|all|each|later|then))*"
NOT = re.compile(r"(?i)\b(?:not|never|if|would|could|might|whether|risk|previous(?:ly)?|earlier)\b")
OF_ANOTHER = re.compile(
    r"(?i)\b(?:assault|theft|burglary|driving|drugs?|criminal damage|harass\w+|stalking|breach\w*|"
    r"battery|shoplifting|weeks|fined?|community order)\b"
)
WHEN = r"(?:[Ff]ollowing|[Aa]fter|[Ss]ince|[Uu]pon|[Uu]ntil|[Oo]n|[Ff]rom)"
CHARGED = r"[^.;]{0,60}?\b(?:and|but)(?: (?:was|later|then|also))*"

EVEN = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    who: str
    is_guilty: bool
    statement: Statement
    span: tuple[int, int]


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    names = [one.name for one in Cast(paper, register).members if one.role != "victim"]
    if not names:
        return
    told = list(verdicts(paper, any_of(names)))
    for at, one in enumerate(told):
        of_them = [other for other in told if other.who == one.who]
        others = [other for other in of_them if other.is_guilty != one.is_guilty]
        is_rarer = len(of_them) - len(others) < len(others)
        is_even = len(of_them) == EVEN * len(others)
        if others and (is_rarer or (is_even and others[0] in told[:at])):
            yield one.statement.finding(
                one.span, f"{others[0].statement.place_first} tells of another verdict.",
                Severity.SERIOUS,
            )  # fmt: skip


def verdicts(paper: Paper, who: str) -> Iterator[Verdict]:
    listed = rf"(?P<who>\b{who}(?:(?:, |,? and ){who})*)"
    patterns = [
        (re.compile(rf"{listed},? (?:who )?{BE} {words}\b"), words is GUILTY)
        for words in (GUILTY, FREED)
    ]
    patterns += [
        (re.compile(rf"(?P<who>\b{who}) {BE} (?:charged|tried)\b{CHARGED} {FREED}\b"), False),
        (re.compile(rf"\b[Cc]onvictions? of {listed}(?![’'])"), True),
        (re.compile(rf"\b[Aa]cquittals? of {listed}(?![’'])"), False),
        (re.compile(rf"\b(?:convicted|jailed) {listed}(?![’'])"), True),
        (re.compile(rf"\b{WHEN} (?:her|his|their) (?:conviction|sentencing)s?,? {listed}"), True),
        (re.compile(rf"\b{WHEN} (?:her|his|their) acquittals?,? {listed}(?![’'])"), False),
        (re.compile(rf"\b{WHEN} (?P<who>{who})’s? (?:conviction|sentencing)\b"), True),
        (re.compile(rf"\b{WHEN} (?P<who>{who})’s? acquittal\b"), False),
        (re.compile(rf"\b(?:acquitted|cleared) {listed}(?![’'])"), False),
    ]
    each = re.compile(who)
    for statement in statements(paper):
        if NOT.search(statement.text) or OF_ANOTHER.search(statement.text):
            continue
        for pattern, is_guilty in patterns:
            for hit in pattern.finditer(statement.text):
                for name in each.finditer(hit["who"]):
                    yield Verdict(name[0], is_guilty, statement, hit.span())
