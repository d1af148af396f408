"""
J. What is said of all or none, and one told case against it: “not known to any agency” of somebody
whom the police arrested, “nobody in the family raised a concern” where a sister rang the ward.

`denials` knows some matters by their words; here it is enough that two sentences speak of the same.
"""

import re
from collections.abc import Iterator

from anonymity.checking.facts.likeness import Weights, stem, telling
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words.cast import Cast, any_of

UNKNOWN = re.compile(
    r"(?i)\b(?:was|were|is|had been) (?:not|never) (?:previously )?known to (?:any|other|"
    r"statutory|local) (?:agenc\w+|services?|bod\w+|professionals?|organisations?)\b|"
    r"\b(?:was|were) unknown to (?:all |any |local |statutory )?(?:agencies|services|"
    r"professionals)\b|"
    r"\bno (?:agency|service|professional) (?:had |ever )+(?:met|known|seen|contact with)\b"
)
SEEN_BY = re.compile(
    r"\b(?:police|officers?|GP|nurse|doctor|hospital|social worker|probation|"
    r"health visitor|midwife|mental health|crisis team|care coordinator|emergency department|"
    r"arrested|MARAC|Children’s "
    r"(?:Social Care|Services)|Adult Social Care|housing officer)\b"
)
NO_RELATIVE = re.compile(
    r"(?i)\b(?:no (?:member of (?:the|her|his) family|family member|relative|"
    r"one in (?:the|her|his) family)|nobody in (?:the|her|his) family|"
    r"none of (?:the|her|his) (?:family|relatives)|"
    r"the family (?:had )?never)\b(?! (?:was|were|had been))"
    r"[^.;]{0,20}?\b(?:raised|reported|told|contacted|rang|voiced|"
    r"expressed|asked|spoke|alerted|informed|complained)\b[^.;]*"
)
RAISED = r"(?:rang|telephoned|phoned|told|reported|raised|contacted|called|asked|wrote to|warned)\b"
NO_REVIEW = re.compile(
    r"(?i)\b(?:no (?:previous|earlier|prior|other) (?:domestic homicide |domestic abuse related "
    r"death )?reviews?|never (?:before )?(?:held|had) a (?:domestic homicide )?review|the first "
    r"(?:domestic homicide )?review (?:in|to be held))\b[^.;]*"
)
REVIEWS = re.compile(
    r"(?i)\b(?:earlier|previous|prior|other|past)(?: [\w’-]+){0,3} (?:reviews|DHRs)\b"
    r"(?! (?:nationally|across|of the literature))"
)
NEVER = re.compile(
    r"(?i)\b(?:(?:had|has|was|were|did) never|never|at no (?:time|point|stage)|not once|(?:did|was|"
    r"were|had) not\b[^.;]{0,60}?\b(?:at any (?:time|point|stage)|ever))\b"
    r"(?:(?!\band who\b|, (?:but|and|who|which|though)\b)[^.;])*"
)
POSITIVE_NOT = re.compile(
    r"(?i)\b(?:not|never|no|nor|neither|without|nobody|none|should|would|could|if|whether|declined|"
    r"refused|failed|unable|until|denied|might|(?-i:may))\b"
)
EXCEPT = re.compile(
    r"(?i)\b(?:apart from|other than|except|save for|beyond|but for|until|before|since|again|after|"
    r"only|if|would|should|could|yet|then|as a result|in (?:this|that) (?:time|period|year)|on "
    r"(?:this|that|these|either) occasions?|risk|perpetrator|victim of)\b"
)
NOT_OF_LIVES = ("plan", "process")
FEWEST, ENOUGH = 2, 8.0  # words shared by a denial and what was told, and how much they tell
MANY = 2  # times that somebody was seen


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = statements(paper)
    people = any_of(one.name for one in Cast(paper, register).members)
    relatives = any_of(
        one.name for one in Cast(paper, register).members if one.role in ("family", "relative")
    )
    for one in told:
        yield from unknown(one, told, re.compile(rf"\b{people}"))
        yield from no_relative(one, told, re.compile(rf"\b{relatives} (?:had |also )?{RAISED}"))
        yield from no_review(one, told)
    yield from never(told, register)


def is_all_of_it(denied: frozenset[str], shared: frozenset[str], weights: Weights) -> bool:
    """Test whether a short denial is of one thing that only one other sentence speaks of."""
    return len(denied) <= SHORT and any(weights.counted[root] == FEWEST for root in shared)


HAD = re.compile(
    r"(?i)\b(?:owned|had an?|kept an?|held an?|been to|visited|lived|met|used|driven)\b"
)
SHORT = 2  # words that say what is denied


def against(one: Statement, span: tuple[int, int], other: Statement) -> Finding:
    return one.finding(span, f"{other.place_first} tells of it.", Severity.SERIOUS)


def unknown(
    one: Statement, told: tuple[Statement, ...], people: re.Pattern[str]
) -> Iterator[Finding]:
    """Find somebody who was known to no agency, and was seen by one more than once."""
    hit = UNKNOWN.search(one.text)
    whom = list(people.finditer(one.text, 0, hit.start())) if hit else []
    if not hit or not whom or re.search(r"(?i)\b(?:apart|other) (?:from|than)|\bexcept", one.text):
        return
    who = re.compile(rf"\b{re.escape(whom[-1][0])}\b[^.;]{{0,80}}{SEEN_BY.pattern}")
    seen = [
        each
        for each in told
        if each.region == "facts"
        and each is not one
        and who.search(each.text)
        and not POSITIVE_NOT.search(each.text)
    ]
    if len(seen) >= MANY:
        yield against(one, (whom[-1].start(), hit.end()), seen[0])


def no_relative(
    one: Statement, told: tuple[Statement, ...], raised: re.Pattern[str]
) -> Iterator[Finding]:
    hit = NO_RELATIVE.search(one.text)
    if not hit:
        return
    for each in told:
        is_told = each is not one and each.region == "facts" and raised.search(each.text)
        if is_told and (SEEN_BY.search(each.text) or WARD.search(each.text)):
            yield against(one, hit.span(), each)
            return


WARD = re.compile(r"\b(?:ward|school|council|team|service|surgery|practice|helpline|999|101)\b")


def no_review(one: Statement, told: tuple[Statement, ...]) -> Iterator[Finding]:
    hit = NO_REVIEW.search(one.text)
    if not hit:
        return
    for each in told:
        found = REVIEWS.search(each.text)
        if each is not one and found and not POSITIVE_NOT.search(each.text[: found.end()]):
            yield against(one, hit.span(), each)
            return


def never(told: tuple[Statement, ...], register: Register) -> Iterator[Finding]:
    """Find “never at any time” of what the facts tell in the same rare words."""
    names = frozenset(
        stem(word) for one in register.people for word in (one.pseudonym or "").split()
    )
    lives = [one for one in told if one.region not in NOT_OF_LIVES]
    roots = {id(one): telling(one.text, names) for one in lives}
    weights = Weights(roots.values())
    facts = [one for one in lives if one.region == "facts" and not POSITIVE_NOT.search(one.text)]
    for one in lives:
        hit = NEVER.search(one.text)
        if not hit or EXCEPT.search(one.text):
            continue
        denied = telling(hit[0], names) - {"never"}
        for other in facts:
            shared = denied & roots[id(other)]
            is_same = len(shared) >= FEWEST and weights.of(shared) >= ENOUGH
            has_one = HAD.search(hit[0]) and is_all_of_it(denied, shared, weights)
            if other is not one and (is_same or has_one):
                yield against(one, hit.span(), other)
                break
