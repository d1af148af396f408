"""
J. What a sentence puts before and after, and the days put otherwise: a report sent in April “after
its completion” in June, somebody who was admitted in May and discharged in April.
"""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from anonymity.checking.facts.events import Dated, events_of
from anonymity.checking.facts.moments import Moment
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

EVENTS = {
    "the death": r"(?:death|murder|killing|homicide)",
    "the conviction": r"(?:conviction|being convicted|was convicted)",
    "the sentence": r"(?:being sentenced|was sentenced)",
    "the trial": r"trial",
    "the marriage": r"(?:wedding|marriage)",
    "the separation": r"separation",
    "the divorce": r"divorce",
    "the completion of the report": r"(?:its |the |(?:the )?report’s )?completion",
    "the first meeting of the panel": r"first (?:panel )?meeting",
    "the last meeting of the panel": r"(?:last|final) (?:panel )?meeting",
    "the end of the inquest": r"(?:inquest)",
    "the decision to review": r"decision to (?:review|hold)",
}
WHICH = {
    what: re.compile(
        rf"(?i)\b(?P<way>after|before|following) (?:(?:her|his|the|its|their|\w+’s) )?{words}\b"
        r"(?! of (?:her|his) (?:father|mother|brother|sister|son|daughter|husband|wife|friend|"
        r"parents))"
    )
    for what, words in EVENTS.items()
}  # fmt: skip
BETWEEN = re.compile(r"(?i)^[^.;:]{0,70}?\b(?P<way>after|before)\b[^.;:]{0,70}$")
# “in January and again after changes in April”: two days of two things
JOINS = re.compile(r"\b(?:and|but)\b")
UNREAL = re.compile(
    r"(?i)\b(?:if|would|should|could|might|will|planned|due|expected|scheduled|hoped|until|since|"
    r"dated|between|from|as of|by|every|each)\b"
)
LOOKS_BACK = re.compile(
    r"(?i)\b(?:had|has|have|since|previous(?:ly)?|earlier|before|until|ago|dated|history|already|"
    r"last|first|between|from|when|who|which|that|after|following|where|while|review|panel|"
    r"report(?:ed)?|records?|said|told|born|aged|back|by|following|inquest|trial|again|also|"
    r"another|later|example|both|including|like|compared?|than)\b"
)
ON = re.compile(r"(?i)\b(?:in|on)\s+(?:the\s+)?$")
MOST = 400  # days that it steps back: more is another thread


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = statements(paper)
    events = events_of(paper, register)
    for one in told:
        if one.moments:
            yield from list(against_events(one, events))[:1] or list(within(one))[:1]
    facts = (one for one in told if one.region == "facts" and not one.passage.is_row)
    for _, each in groupby(facts, key=lambda one: id(one.passage)):
        yield from steps_back(list(each))


def against_events(one: Statement, events: tuple[Dated, ...]) -> Iterator[Finding]:
    """Find “in January 2023, after his conviction” of somebody convicted in March 2023."""
    dated = [each for each in one.moments if each.is_sure and each.start >= 0]
    for what, pattern in WHICH.items():
        hit = pattern.search(one.text)
        known = [each for each in events if each.what == what and each.statement is not one]
        near = [each for each in dated if each.end <= (hit.start() if hit else -1)][-1:]
        is_alone = len({(each.moment.first, each.moment.last) for each in known}) == 1
        if not hit or not near or not is_alone or UNREAL.search(one.text[: hit.start()][-60:]):
            continue
        day, other = near[0], known[0]
        is_first = hit["way"].lower() == "before"
        wrong = day.first > other.moment.last if is_first else day.last < other.moment.first
        if wrong and hit.start() - day.end <= CLOSE:
            yield one.finding(
                (max(day.start, 0), hit.end()),
                f"{other.statement.place_first} has {what} in {other.moment.text}.",
                Severity.POLICY,
            )


CLOSE = 45  # letters


def within(one: Statement) -> Iterator[Finding]:
    """Find “in October 2020, a month after the death in November 2020”."""
    for first, then in pairwise(one.moments):
        hit = BETWEEN.match(one.text[first.end : then.start]) if first.start >= 0 else None
        if not hit or not first.is_sure or not then.is_sure or UNREAL.search(hit[0]):
            continue
        if JOINS.search(hit[0]):
            continue
        is_before = hit["way"].lower() == "before"
        wrong = first.first > then.last if is_before else first.last < then.first
        if wrong and ON.search(f"{one.text[: first.start]} in "):
            yield one.finding(
                (first.start, then.end), "The days are in another order.", Severity.POLICY
            )


def steps_back(told: list[Statement]) -> Iterator[Finding]:
    """Find “in May he was admitted. He was discharged in April”, in one paragraph."""
    last: Moment | None = None
    for one in told:
        for day in one.moments:
            if not day.is_month or not day.is_sure:
                continue
            if day.start < 0:
                last = day
                continue
            begin = max((other.end for other in one.moments if other.end <= day.start), default=0)
            before = one.text[max(begin, 0) : max(day.start, 0)]
            after = one.text[day.end :].split(".")[0].split(";")[0]
            is_told = not LOOKS_BACK.search(before) and not LOOKS_BACK.search(after[:60])
            if last and is_told and day.last < last.first and (last.first - day.last).days < MOST:
                start = max(day.start, 0)
                yield one.finding(
                    (start, day.end), "What is told before it was later.", Severity.POLICY
                )
            elif is_told or last is None:
                last = day
