"""
J. What cannot come in that order: a plea before the arrest, a period that ends before it begins,
police who arrive before they are called.
"""

import re
from collections.abc import Iterator
from itertools import combinations, product

from anonymity.checking.facts.events import Dated, events_of
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

# Each comes after those before it in its row
ORDERS = (
    ("the beginning of the relationship", "the marriage", "the separation", "the divorce"),
    ("the birth", "the marriage", "the death"),
    ("the separation", "the divorce"),
    (
        "the death",
        "the arrest",
        "the charge",
        "the trial",
        "the conviction",
        "the sentence",
        "the appeal",
    ),
    ("the charge", "the plea", "the sentence"),
    ("the death", "the opening of the inquest", "the end of the inquest"),
    (
        "the death",
        "the notification of the partnership",
        "the decision to review",
        "the first meeting of the panel",
        "the last meeting of the panel",
        "the sending of the report to the Home Office",
    ),
    ("the decision to review", "the first meeting of the panel", "the completion of the report"),
    ("the decision to review", "the appointment of the chair", "the last meeting of the panel"),
    (
        "the first meeting of the panel",
        "the approval of the report",
        ("the sending of the report to the Home Office"),
    ),
    ("the agreement of the terms of reference", "the approval of the report"),
)
RANGE = re.compile(r"(?i)\b(?:from|between)\s+$")
JOINT = re.compile(r"(?i)\s*(?:up )?(?:to|until|and|till|–|-)?\s*(?:the )?")
CLOCK = re.compile(
    r"(?<![\d.:£])(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?![\d:%]|\.\d)\s*(?P<half>[ap]\.?m)?|"
    r"\b(?P<hour2>[01]\d|2[0-3])(?P<minute2>[0-5]\d)\s?(?:hrs|hours)\b"
)
CALLED = re.compile(
    r"(?i)\b(?:called|rang|dialled|telephoned|phoned|999|101|call was (?:made|received))\b"
)
ARRIVED = re.compile(
    r"(?i)\b(?:arrived|attended|reached|were (?:there|with|on (?:the )?scene)|on scene|"
    r"at the scene)\b"
)
NUMBERING = 8  # letters at the head of a paragraph that its number takes
NIGHT = 12 * 60  # minutes: over more, midnight lies between


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    yield from out_of_order(list(events_of(paper, register)))
    for one in statements(paper):
        yield from reversed_range(one)
    by_passage: dict[int, list[Statement]] = {}
    for one in statements(paper):
        by_passage.setdefault(id(one.passage), []).append(one)
    for told in by_passage.values():
        yield from before_the_call(told)


def out_of_order(events: list[Dated]) -> Iterator[Finding]:
    """Find an event that was before what must come first; the one that is told less often."""
    told: dict[str, list[Dated]] = {}
    for one in events:
        told.setdefault(one.what, []).append(one)
    found: set[tuple[int, int]] = set()
    for first, then in dict.fromkeys(pair for row in ORDERS for pair in combinations(row, 2)):
        for one, other in product(told.get(first, []), told.get(then, [])):
            if other.moment.last >= one.moment.first:
                continue
            is_seldom = len(told[first]) < len(told[then])
            worse, better = (one, other) if is_seldom else (other, one)
            key = (id(worse.statement), worse.moment.start)
            if key not in found:
                found.add(key)
                yield worse.statement.finding(
                    (worse.moment.start, worse.moment.end),
                    f"{better.statement.place_first} has {better.what} in {better.moment.text}.",
                    Severity.SLIP,
                )


def reversed_range(one: Statement) -> Iterator[Finding]:
    """Find “from May 2021 to March 2021”."""
    for first, last in zip(one.moments, one.moments[1:], strict=False):
        before = one.text[max(0, first.start - 9) : first.start]
        opens = RANGE.search(before) or re.match(r"(?i)from\b", one.text[first.start :])
        between = one.text[first.end : last.start]
        is_joined = JOINT.fullmatch(between) and (
            between.strip() or re.match(r"(?i)(?:to|until|and)\b", one.text[last.start :])
        )
        if opens and is_joined and last.last < first.first and first.is_sure and last.is_sure:
            yield one.finding((first.start, last.end), "It ends before it begins.", Severity.SLIP)


def before_the_call(told: list[Statement]) -> Iterator[Finding]:
    """Find an arrival at a time before that of the only call of its paragraph."""
    calls, arrivals = [], []
    for one in told:
        times = [hit for hit in CLOCK.finditer(one.text) if one.start + hit.start() > NUMBERING]
        for at, hit in enumerate(times):
            begin = times[at - 1].end() if at else 0
            end = times[at + 1].start() if at + 1 < len(times) else len(one.text)
            before, after = one.text[begin : hit.start()], one.text[hit.end() : end]
            has_come = ARRIVED.search(before) or (
                not CALLED.search(before) and ARRIVED.search(after)
            )
            is_call = CALLED.search(before) or CALLED.search(after)
            if has_come:
                arrivals.append((one, hit))
            elif is_call:
                calls.append((one, hit))
    if len(calls) != 1 or not arrivals:
        return
    called = minutes(calls[0][1])
    for one, hit in arrivals:
        if 0 < called - minutes(hit) < NIGHT:
            yield one.finding(hit.span(), "That is before the call.", Severity.SLIP)


def minutes(hit: re.Match[str]) -> int:
    hour, minute = int(hit["hour"] or hit["hour2"]), int(hit["minute"] or hit["minute2"])
    if hit["half"]:
        hour = hour % 12 + (12 if hit["half"].startswith(("p", "P")) else 0)
    return hour * 60 + minute
