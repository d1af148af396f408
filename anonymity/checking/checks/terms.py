"""
J. How long somebody was sent to prison, told in two ways: eleven years in the summary, fourteen in
the analysis.
"""

import re
from collections import Counter
from collections.abc import Iterator

from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words.counts import COUNT, number_of

AND_MONTHS = rf"(?: (?:and )?(?:a |(?P<more%s>{COUNT}) )months?[’']?)?"
OTHER = rf"(?P<count2>{COUNT})[ -](?P<unit2>year|month|week)s?[’']?{AND_MONTHS % 2}"
TERM = rf"(?P<count>{COUNT})[ -](?P<unit>year|month|week)s?[’']?{AND_MONTHS % ''}"
SENTENCE = re.compile(
    rf"(?i)\b(?:sentence\w* (?:of|to)|imprison\w+ for|imprisonment of|jailed for|serv\w+|term of|"
    rf"received|given) (?:a |an )?(?:(?:custodial |prison |determinate |suspended |extended |total "
    rf"|minimum |sentence |term |of )){{0,4}}{TERM}|\b{OTHER} "
    r"(?:imprisonment|in (?:prison|custody)|custod\w+|(?:prison |custodial |suspended )?sentence)"
)
SUSPENDED = re.compile(r"(?i)\bsuspended\b")
LEAST = re.compile(r"(?i)\b(?:minimum|at least|tariff|before (?:he|she) (?:can|could|may))\b")
OF_THE_KILLING = re.compile(
    r"(?i)\b(?:manslaughter|murder|killing|killed|jury|Crown Court|"
    r"the sentence (?:that|which) was)\b"
)
OF_ELSE = re.compile(
    r"(?i)\b(?:maximum|up to|guideline\w*|research|average|would|could|should|might|consecutive|"
    r"concurrent\w*|served|of which|reduced|increased|appeal|on licence|offence of|"
    r"previous partner)\b"
)
FEWEST = 2


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    kinds: dict[str, list[tuple[str, Statement, tuple[int, int]]]] = {}
    for one in statements(paper):
        for hit in SENTENCE.finditer(one.text):
            kind = kind_of(one, hit)
            if kind and not OF_ELSE.search(one.text):
                length = length_of(hit)
                kinds.setdefault(kind, []).append((length, one, hit.span()))
    for told in kinds.values():
        yield from odd_ones(told)


def length_of(hit: re.Match[str]) -> str:
    """Return “3 years and 4 months” in figures, however it was written."""
    count = number_of(hit["count"] or hit["count2"])
    more = number_of(hit["more"] or hit["more2"] or "")
    length = f"{count} {(hit['unit'] or hit['unit2']).lower()}s"
    return f"{length} and {more} months" if more else length


def kind_of(one: Statement, hit: re.Match[str]) -> str:
    near = one.text[max(0, hit.start() - NEAR) : hit.end() + NEAR]
    if SUSPENDED.search(near):
        return "suspended"
    if LEAST.search(one.text):
        return ""  # `contradictions` compares minimum terms
    return "of the killing" if OF_THE_KILLING.search(one.passage.text) else ""


NEAR = 40


def odd_ones(told: list[tuple[str, Statement, tuple[int, int]]]) -> Iterator[Finding]:
    """Find the length that is told less often; both where neither is told more often."""
    lengths = Counter(length for length, _, _ in told)
    if len(lengths) != FEWEST:
        return
    most = max(lengths.values())
    is_even = min(lengths.values()) == most
    for length, one, span in told:
        if is_even or lengths[length] < most:
            other, where = next((other, where) for other, where, _ in told if other != length)
            yield one.finding(span, f"In {where.place} it is {other}.", Severity.SERIOUS)
