"""Every check, put to a paper."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reports.anonymity.checks import (
    contradictions,
    counts,
    living,
    names,
    numbers,
    other_reviews,
    placeholders,
    places,
    precise_times,
    professionals,
    promises,
    pseudonyms,
    quotations,
    structure,
    truncated,
)
from reports.anonymity.finding import Finding
from reports.anonymity.paper import Paper
from reports.anonymity.register import Register


@dataclass(frozen=True)
class Check:
    """code: the name of its file. find: yields what it finds, in any order."""

    code: str
    title: str
    find: Callable[[Paper, Register], Iterable[Finding]]


CHECKS = (
    Check("names", "True names", names.find),
    Check("numbers", "Numbers and addresses of one person", numbers.find),
    Check("other_reviews", "Text of another review", other_reviews.find),
    Check("placeholders", "Placeholders and what editing left", placeholders.find),
    Check("pseudonyms", "Pseudonyms", pseudonyms.find),
    Check("precise_times", "Days, times and ages more exact than published", precise_times.find),
    Check("places", "Named places, and homes and relatives by town", places.find),
    Check("living", "What is told of people who live on", living.find),
    Check("quotations", "Words that can be searched for", quotations.find),
    Check("professionals", "Professionals who are named", professionals.find),
    Check("contradictions", "What cannot both be true", contradictions.find),
    Check("counts", "How many there are", counts.find),
    Check("truncated", "Sentences that end too soon", truncated.find),
    Check("structure", "What should be there and is not", structure.find),
)


def check_paper(
    paper: Paper, register: Register, *, tell: Callable[[str], None] = lambda title: None
) -> list[Finding]:
    """
    Return everything that the checks find, in the order of the paper.

    Where findings overlap, the gravest and then the longest stands for all of them.
    tell: is told the title of each check before it looks.
    """
    places = {line: place for place, line in enumerate(paper.lines)}
    found: list[Finding] = []
    for check in CHECKS:
        tell(check.title)
        found += check.find(paper, register)
    found += promises.broken(paper, found)
    return sorted(without_overlaps(found), key=lambda one: (places[one.line], one.start, one.end))


def without_overlaps(found: Iterable[Finding]) -> Iterator[Finding]:
    taken: dict[object, list[Finding]] = {}
    for one in sorted(found, key=lambda one: (one.severity, one.start - one.end, one.kind)):
        others = taken.setdefault(one.line, [])
        if not any(one.start < other.end and other.start < one.end for other in others):
            others.append(one)
            yield one
