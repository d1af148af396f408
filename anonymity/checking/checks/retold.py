"""
J. One event in two chapters: the analysis dates it otherwise than the chapter on the facts.

The chronology is corrected until the last day, and what refers back to it is not. Two sentences
speak of one event where they share words that few others have. That one is marked which stands in
the analysis, the summary or an appendix.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anonymity.checking.facts.likeness import Weights, stem, telling
from anonymity.checking.facts.moments import Moment
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

FACTS = ("facts",)
NOT_OF_LIVES = ("plan", "process")
FEWEST, ENOUGH = 2, 5.5  # words shared, and how much they tell
ENOUGH_OF_FEW, ENOUGH_OF_A_GUESS = 8.5, 9.5  # where no more words are shared
NEAR = 125  # days by which a month is mistaken
SHARE = 0.25  # of what the shorter of the two says
OF_LAW = re.compile(
    r"\b(?:Act|[Gg]uidance|Royal Assent|[Ll]egislation|in force|[Rr]esearch|published)\b"
)
# What a case has few of, so that “the MARAC in May” is one of those that are told
RARE = re.compile(
    r"\b[Tt]he (?:\w+ )?(?P<what>MARAC|MAPPA|strategy (?:meeting|discussion)|(?:child protection|"
    r"case) conference|arrest|overdose|assault|strangulation|caution|eviction|miscarriage|scan|"
    r"booking|DASH|999 call|disclosure|injunction|wedding|holiday|burglary|fire|discharge|"
    r"admission|complaint|assessment|application|safeguarding (?:concern|referral|adult\w*)|"
    r"incident|call|visit|referral|appointment|consultation|letter|renewal|tribunal|"
    r"redundancy|funeral|diagnosis|relapse|eviction notice|transfer|purchase|operation|raid|"
    r"warning|interview|intervention|recall|release|house move|retirement|"
    r"bankruptcy|inspection)(?: meeting| hearing| visit|"
    r" report)?(?: (?:of|from) (?!a\b|the\b)[\w’-]+)?,? (?:held |made |"
    r"which \w+ )?(?:in|of|on) (?:\w+ )?$"
)
# As the facts tell of it, where they do not call it so
SAID_AS = {
    "call": "telephon|rang|phoned|dialled|999",
    "999 call": "999|emergency call",
    "letter": "wrote|written",
    "visit": "attended|went to|called at",
    "wedding": "married",
    "purchase": "bought",
}
FEW = 3  # times that the facts tell of it


@dataclass(frozen=True)
class Mention:
    statement: Statement
    moment: Moment
    roots: frozenset[str]

    @property
    def is_of_facts(self) -> bool:
        return self.statement.region in FACTS


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    names = frozenset(
        stem(word) for one in register.people for word in (one.pseudonym or "").split()
    )
    mentions = list(mentions_in(paper, names))
    weights = Weights(one.roots for one in mentions)
    facts = [one for one in mentions if one.is_of_facts]
    for one in mentions:
        other = contradicted(one, facts, weights) or other_instance(one, facts)
        if other:
            yield one.statement.finding(
                (one.moment.start, one.moment.end),
                f"Of this, {other.statement.place} says {other.moment.text}.",
                Severity.SLIP,
            )


def mentions_in(paper: Paper, names: frozenset[str]) -> Iterator[Mention]:
    for statement in statements(paper):
        moments = statement.moments
        if statement.region in NOT_OF_LIVES or is_of_a_law(statement):
            continue
        if not moments and statement.region in FACTS and statement.context:
            yield Mention(statement, statement.context[0], telling(statement.text, names))
        for at, one in enumerate(moments):
            if one.is_month:
                begin = max(moments[at - 1].end if at else 0, begin_of_clause(statement, one))
                end = len(statement.text)
                if at + 1 < len(moments):  # behind a comma begins what the next one is of
                    comma = statement.text.find(",", max(one.end, 0))
                    end = min(stop for stop in (comma, moments[at + 1].start) if stop >= 0)
                yield Mention(statement, one, telling(statement.text[begin:end], names))


OF_THE_DEATH = re.compile(
    r"(?i)\b(?:was|were|been|being) (?:killed|murdered)\b|\bdeaths? (?:took place|occurred)\b"
)


def contradicted(one: Mention, facts: list[Mention], weights: Weights) -> Mention | None:
    """Return what the facts say of the same thing on another day, where little supports it."""
    if one.is_of_facts or not one.moment.is_sure or is_bound(one):
        return None
    if OF_THE_DEATH.search(clause_of(one)):
        return None  # `dated_events` knows when that was
    best, most, support = None, 0.0, ENOUGH / 2
    for other in facts:
        if is_bound(other):
            continue
        shared = one.roots & other.roots
        told = weights.of(shared)
        if not one.moment.differs(other.moment):
            support = max(support, told)
        elif told > most and is_telling(shared, told, other) and is_slip(one, other):
            shorter = min(weights.of(one.roots), weights.of(other.roots))
            if told >= SHARE * shorter:
                best, most = other, told
    return best if support <= SUPPORTED * most else None


def is_telling(shared: frozenset[str], told: float, other: Mention) -> bool:
    """Whether what two share says that they are of one event; of few words it has to say more."""
    if len(shared) > FEWEST:
        return told > ENOUGH
    # when that was may only be guessed from what stands around it
    is_known = other.statement.moments or other.statement.before
    enough = ENOUGH_OF_FEW if is_known else ENOUGH_OF_A_GUESS
    return len(shared) == FEWEST and told > enough


def is_of_a_law(one: Statement) -> bool:
    """Whether its days may be those of a law or a book, and are of no event of the case."""
    is_dated = one.moments and OF_LAW.search(one.text)
    return bool(is_dated and not RARE.search(one.text[: max(one.moments[0].start, 0)]))


def is_bound(one: Mention) -> bool:
    """Whether it was at any time up to then: “known by September”."""
    start = one.moment.start
    return start > 0 and bool(BOUND.search(one.statement.text, 0, start))


BOUND = re.compile(
    r"(?i)\b(?:by|until|till|since|before|as of|due(?: in| on| by)?|(?:planned|expected|listed|"
    r"booked) (?:for|in|on)|between|from|(?:between|from) [^.;,]{3,30} (?:and|to))\s+(?:the\s+)?"
    r"(?:\w+\s+of\s+)?$"
)
SUPPORTED = 0.6  # of what the best of the others shares: with more, it is another event


CLAUSE = re.compile(r"; |, (?:and|but|while|which)\b")


def begin_of_clause(statement: Statement, moment: Moment) -> int:
    at = max(moment.start, 0)
    return max((hit.end() for hit in CLAUSE.finditer(statement.text, 0, at)), default=0)


def clause_of(one: Mention) -> str:
    """Return the clause of a sentence that its day is of."""
    text = one.statement.text
    at = min(max(one.moment.start, 0), len(text) - 1)
    stops = [*(hit.end() for hit in CLAUSE.finditer(text)), len(text)]
    begin = begin_of_clause(one.statement, one.moment)
    return text[begin : min(stop for stop in stops if stop > at)]


def apart(one: Moment, other: Moment) -> int:
    """Return the days between two times; none or fewer where they overlap."""
    return max((one.first - other.last).days, (other.first - one.last).days)


def is_slip(one: Mention, other: Mention) -> bool:
    """Test whether one may be mistaken for the other: the month beside it, or another year."""
    said, told = one.moment, other.moment
    near = (apart(said.in_year(said.first.year + step), told) <= 0 for step in (-1, 1))
    return apart(said, told) <= NEAR or any(near)


def said_then(one: Mention) -> str:
    """Return what a mention tells: of a sentence that says no other time, all of it."""
    is_alone = [each for each in one.statement.moments if each.is_month] == [one.moment]
    return one.statement.text if is_alone else clause_of(one)


def other_instance(one: Mention, facts: list[Mention]) -> Mention | None:
    """Return the MARAC that the facts tell of, where “the MARAC in May” is none of them."""
    hit = RARE.search(one.statement.text[: one.moment.start])
    if not hit or one.is_of_facts or not one.moment.is_sure:
        return None
    word = re.compile(rf"\b(?:{stem(hit['what'])}|{SAID_AS.get(hit['what'], hit['what'])})", re.I)
    told = [other for other in facts if word.search(said_then(other))]
    if len({other.moment.first for other in told}) > FEW:
        return None
    if any(not one.moment.differs(other.moment) for other in told):
        return None
    if any(one.roots & other.roots and not one.moment.differs(other.moment) for other in facts):
        return None
    return next((other for other in told if is_slip(one, other)), None)
