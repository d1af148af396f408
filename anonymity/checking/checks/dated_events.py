"""
J. What happens once and is told on two days, in two months or years.

The summary was written first, the chapter on the facts later, the appendix came from another file.
A reader who finds two dates of one trial stops believing the rest. What stands against the others
is marked; where there are two, both.
"""

from collections.abc import Iterator
from datetime import date

from anonymity.checking.facts.events import DEATH, Dated, events_of
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words.cast import VICTIM


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told: dict[str, list[Dated]] = {}
    for one in events_of(paper, register):
        told.setdefault(one.what, []).append(one)
    died = [one.died_on for one in register.people if one.role == VICTIM and one.died_on]
    if len(died) == 1:
        yield from on_another_day(told.pop(DEATH, []), died[0])
    for what, all_told in told.items():
        yield from disagreeing(what, all_told)


def on_another_day(told: list[Dated], died: date) -> Iterator[Finding]:
    """Find a death that is told of another month than that which the register has."""
    for one in told:
        if not one.moment.first <= died <= one.moment.last:
            yield one.statement.finding(
                (one.moment.start, one.moment.end),
                "The register has another day of the death.", Severity.POLICY,
            )  # fmt: skip


def disagreeing(what: str, told: list[Dated]) -> Iterator[Finding]:
    against = [[other for other in told if one.moment.differs(other.moment)] for one in told]
    fewest = [len(others) for others in against if others]
    if not fewest or len({(one.moment.first, one.moment.last) for one in told}) > WAYS:
        return
    for one, others in zip(told, against, strict=True):
        if others and len(others) >= len(told) - len(others):
            other = others[0]
            yield one.statement.finding(
                (one.moment.start, one.moment.end),
                f"Of {what}, {other.statement.place} says {other.moment.text}.",
                Severity.POLICY,
            )


WAYS = 3  # in which it is told: what is told in more happens more than once
