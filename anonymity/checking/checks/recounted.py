"""
J. One thing counted in two chapters: seven reports to the police in one, four in the other.

Two sentences count one thing where they share words that few others have, count the same kind of
thing, and do not speak of two different times. The one that does not stand in the chapter on the
facts is marked, and both where both stand in one chapter or outside of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from anonymity.checking.facts.amounts import OF_A_WHOLE, Amount, amounts_in
from anonymity.checking.facts.likeness import Weights, stem, telling
from anonymity.checking.facts.moments import Moment
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

NOT_OF_LIVES = ("plan",)
FEWEST, ENOUGH = 2, 5.0  # words shared, and how much they tell
SHARE = 0.34  # of what the shorter of the two says
ENOUGH_OF_A_SHARE = 2.0
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
    if one.statement.passage is other.statement.passage:
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
