"""
J. One thing counted in two chapters: seven reports to the police in one, four in the other.

Two sentences count one thing where they share words that few others have, count the same kind of
thing, and do not speak of two different times. The one that does not stand in the chapter on the
facts is marked, and both where both stand in one chapter or outside of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anonymity.checking.facts.amounts import OF_A_WHOLE, Amount, amounts_in
from anonymity.checking.facts.likeness import Weights, stem, telling
from anonymity.checking.facts.moments import Moment
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Passage
from anonymity.checking.register import Register
from anonymity.checking.words.counts import COUNT, number_of

NOT_OF_LIVES = ("plan",)
FEWEST, ENOUGH = 2, 5.0  # words shared, and how much they tell
SHARE = 0.34  # of what the shorter of the two says
ENOUGH_OF_A_SHARE, ENOUGH_OF_ALL = 2.0, 4.0
ROUND = 110  # letters about a number that say what it counts


@dataclass(frozen=True)
class Counted:
    statement: Statement
    amount: Amount
    roots: frozenset[str]
    moments: tuple[Moment, ...]


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    names = frozenset(
        stem(word) for one in register.people for word in (one.pseudonym or "").split()
    )
    told = list(counted_in(paper, names))
    weights = Weights(telling(one.text, names) for one in statements(paper))
    marked: set[tuple[int, int]] = set()
    for at, one in enumerate(told):
        for other in told[at + 1 :]:
            if is_one_thing(one, other, weights):
                for each, against in sided(one, other):
                    key = (id(each.statement), each.amount.start)
                    if key not in marked:
                        marked.add(key)
                        yield finding(each, against)
    yield from other_wholes(paper, names)


# All that there were: “all nine of the calls”, where another chapter speaks of “the six calls”
WHOLE = re.compile(
    rf"(?i)\b(?P<who>all|each of the|none of the|any of the|either of the|the|those|these|her|his|"
    rf"their|its) (?P<count>{COUNT})(?: of (?:the|these|those|her|his|their))? (?:[a-z-]+ )?"
    r"(?P<noun>calls|visits|appointments|reports|referrals|attendances|admissions|messages|letters|"
    r"arrests|disclosures|assessments|sessions|notifications|assaults|consultations|interviews|"
    r"incidents|contacts|conversations|tests|attempts)\b(?! (?:of|in|from|by) (?:the )?(?:first|"
    r"second|last|same|\w+ ?\d))"
)
OF_ALL = ("all", "each of the", "none of the", "any of the", "either of the")
LEFT = re.compile(
    r"(?i)\b(?:first|last|next|previous|other|remaining|further|earlier|later|recent|"
    r"best|more)\b"
)


@dataclass(frozen=True)
class Total:
    statement: Statement
    hit: re.Match[str]
    roots: frozenset[str]

    @property
    def count(self) -> int:
        return number_of(self.hit["count"]) or 0

    @property
    def is_of_all(self) -> bool:
        return self.hit["who"].lower() in OF_ALL


def other_wholes(paper: Paper, names: frozenset[str]) -> Iterator[Finding]:
    """Find “all nine of the calls” to a body, where the facts speak of “the six calls” to it."""
    told = [one for one in statements(paper) if one.region not in NOT_OF_LIVES]
    totals = [
        Total(one, hit, telling(one.passage.text, names) - {stem(hit["noun"])})
        for one in told
        for hit in WHOLE.finditer(one.text)
        if not LEFT.search(hit[0])
    ]
    if not any(one.is_of_all for one in totals):
        return
    weights = Weights(telling(one.text, names) for one in passages_of(told))
    for one in totals:
        for other in totals if one.is_of_all and one.statement.region != "facts" else ():
            if are_unlike(one, other) and weights.of(one.roots & other.roots) >= ENOUGH_OF_ALL:
                yield one.statement.finding(
                    one.hit.span(), f"In {other.statement.place} they are {other.count}.",
                    Severity.POLICY, "counts",
                )  # fmt: skip
                break


def passages_of(told: list[Statement]) -> list[Passage]:
    return list({id(one.passage): one.passage for one in told}.values())


def are_unlike(one: Total, other: Total) -> bool:
    if one.hit["noun"].lower() != other.hit["noun"].lower() or one.count == other.count:
        return False
    if one.statement.passage is other.statement.passage or other.statement.region != "facts":
        return False
    apart = one.statement.moments and other.statement.context
    return not apart or any(
        not a.differs(b) for a in one.statement.moments for b in other.statement.context
    )


def finding(one: Counted, other: Counted) -> Finding:
    return one.statement.finding(
        (one.amount.start, one.amount.end),
        f"In {other.statement.place} this number is {other.amount.count}.",
        Severity.POLICY, "counts",
    )  # fmt: skip


def counted_in(paper: Paper, names: frozenset[str]) -> Iterator[Counted]:
    for statement in statements(paper):
        if statement.region in NOT_OF_LIVES:
            continue
        for amount in amounts_in(statement):
            begin, end = max(0, amount.start - ROUND), amount.end + ROUND
            around = statement.text[begin : amount.start] + statement.text[amount.end : end]
            is_share = amount.thing.startswith(OF_A_WHOLE)
            told = around if is_share else statement.text[begin:end]
            roots = telling(told, names) - {stem(amount.thing)}
            yield Counted(statement, amount, roots, tuple(statement.moments))


def is_one_thing(one: Counted, other: Counted, weights: Weights) -> bool:
    if one.amount.thing != other.amount.thing or one.amount.count == other.amount.count:
        return False
    if one.statement.passage is other.statement.passage or are_of_two(one, other):
        return False
    if one.moments and other.moments and not any(
        not a.differs(b) for a in one.moments for b in other.moments
    ):  # fmt: skip
        return False
    shared = one.roots & other.roots
    told = weights.of(shared)
    if one.amount.thing.startswith("times a") and is_of_one_time(one, other):
        return True
    if one.amount.thing.startswith(OF_A_WHOLE):
        return weights.of(frozenset(map(stem, one.roots)) & frozenset(map(stem, other.roots))) >= (
            ENOUGH_OF_A_SHARE
        )
    shorter = min(weights.of(one.roots), weights.of(other.roots))
    return len(shared) >= FEWEST and told >= ENOUGH and told >= SHARE * shorter


OF_THE_REVIEW = re.compile(r"(?i)\b(?:chair|panel|review|author)\b")
# “13.6 Harbour Trust. The nurse …”: the paragraph is about what stands before its first stop
RUN_IN = re.compile(r"^[\d.]*\s*(?P<head>[A-Z][\w’&-]*(?: [\w’&,-]+){0,9})\.\s")


def are_of_two(one: Counted, other: Counted) -> bool:
    """Whether one tells of the review and the other of a life, or each of a body of its own."""
    texts = (one.statement.text, other.statement.text)
    if len({bool(OF_THE_REVIEW.search(text)) for text in texts}) > 1:
        return True
    heads = [RUN_IN.match(each.statement.passage.text) for each in (one, other)]
    return all(heads) and len({hit["head"] for hit in heads if hit}) > 1


def is_of_one_time(one: Counted, other: Counted) -> bool:
    """Whether both say how often something was in one month or season."""
    return any(not a.differs(b) for a in one.moments for b in other.moments)


def sided(one: Counted, other: Counted) -> Iterator[tuple[Counted, Counted]]:
    """Yield which of the two is to be marked, with what stands against it."""
    facts = (one.statement.region == "facts", other.statement.region == "facts")
    if facts != (True, False):
        yield one, other
    if facts != (False, True):
        yield other, one
