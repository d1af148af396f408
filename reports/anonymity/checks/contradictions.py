"""
J. Days of one paper that cannot both be true, and a defence that the law does not know.

A reader who finds one of them stops believing the rest. Days of events that happen once are
compared throughout the paper, and both are marked where they disagree.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reports.anonymity.finding import Finding, Kind, Severity, marked
from reports.anonymity.paper import Line, Paper
from reports.anonymity.register import Register
from reports.anonymity.words.days import DAY, WEEKDAYS, Said, day_of, days_in
from reports.anonymity.words.sentences import sentences

CLOSE = 3  # days between two accounts of one meeting
WEEKDAY = re.compile(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})(?:,| the)? (?={DAY.pattern})")
# What happens once, by what one sentence says of it
ONCE = {
    "the appointment of the chair": re.compile(
        r"(?i)(?=.*\bchair\b)(?!.*\b(?:also|previously|other)\b).*\b(?:was|were) appointed\b"
    ),
    "the conviction": re.compile(r"(?i)\b(?:was convicted|pleaded guilty|found guilty)\b"),
    "the sentence": re.compile(r"(?i)\bwas sentenced\b"),
    "the decision to review": re.compile(r"(?i)\bdecided\b.*\bto (?:hold|conduct|commission)\b"),
}
# What a court or an inquest finds, once
OUTCOMES = {
    "the verdict": re.compile(
        r"(?i)\b(?:convicted of|conviction for|found guilty of)(?: (?:her|his|the))? "
        r"(?P<found>murder|manslaughter)\b"
    ),
    "the conclusion of the inquest": re.compile(
        r"(?i)\b(?P<found>narrative|unlawful killing|suicide|open|misadventure|accidental death) "
        r"(?:conclusion|verdict)\b|\b(?:conclusion|verdict) of (?P<of>suicide|unlawful killing|"
        r"misadventure|accidental death)\b"
    ),
    "the minimum term": re.compile(
        r"(?i)\bminimum (?:term|sentence) of (?P<found>\w+(?:-\w+)?) years\b"
    ),
}
AGREED = re.compile(
    r"(?i)\b(?:panel|terms of reference|period)\b.*\bagreed\b|\bagreed by (?:the )?panel\b"
)
# Homicide Act 1957 s. 2 and Coroners and Justice Act 2009 s. 54 are two defences
DEFENCES = re.compile(
    r"(?i)(?:defence of )?diminished responsibility\W+(?:due to|because of|by reason of|from)"
    r"\W+(?:a |his |her )?\W?loss of control\W?"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    dated = [
        Told(line, begin, sentence, days[0])
        for line in paper.filled()
        for begin, sentence in sentences(line.text)
        if (days := days_in(sentence))
    ]
    for event, pattern in ONCE.items():
        yield from disagreeing([one for one in dated if pattern.search(one.sentence)], event)
    yield from agreed_twice([one for one in dated if AGREED.search(one.sentence)])
    for outcome, pattern in OUTCOMES.items():
        yield from different(paper, outcome, pattern)
    for line in paper.filled():
        yield from wrong_weekdays(line)
        for hit in DEFENCES.finditer(line.text):
            yield marked(
                line, hit, Kind.CONTRADICTION, Severity.SLIP,
                "Two defences that the law keeps apart are made one.",
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with a day in it, and where the sentence begins in its line."""

    line: Line
    begin: int
    sentence: str
    day: Said

    def marked(self, reason: str) -> Finding:
        start, end = self.begin + self.day.start, self.begin + self.day.end
        return Finding(self.line, start, end, Kind.CONTRADICTION, Severity.SLIP, reason)


def disagreeing(told: list[Told], event: str) -> Iterator[Finding]:
    if any(one.day.differs(told[0].day) for one in told):
        for one in told:
            if any(one.day.differs(other.day) for other in told):
                yield one.marked(f"Elsewhere {event} has another date.")


def different(paper: Paper, outcome: str, pattern: re.Pattern[str]) -> Iterator[Finding]:
    """Find what is told in two ways; the way that is told less often is marked."""
    hits = [(line, hit) for line in paper.filled() for hit in pattern.finditer(line.text)]
    ways = Counter(way_of(hit) for _, hit in hits)
    most = max(ways, key=lambda way: ways[way], default="")
    for line, hit in hits:
        if way_of(hit) != most:
            yield marked(
                line, hit, Kind.CONTRADICTION, Severity.SERIOUS,
                f"Elsewhere {outcome} is another.",
            )  # fmt: skip


def way_of(hit: re.Match[str]) -> str:
    return str(next(filter(None, hit.groups()))).casefold()


def agreed_twice(told: list[Told]) -> Iterator[Finding]:
    """Find one meeting that is told on two days a day or two apart."""
    for one in told:
        if any(is_close(one.day.exact, other.day.exact) for other in told):
            yield one.marked("Elsewhere the same meeting has another date.")


def is_close(one: date | None, other: date | None) -> bool:
    return bool(one and other and 0 < abs((one - other).days) <= CLOSE)


def wrong_weekdays(line: Line) -> Iterator[Finding]:
    for hit in WEEKDAY.finditer(line.text):
        after = DAY.match(line.text, hit.end())
        said = day_of(after) if after else None
        exact = said.exact if said else None
        if after and exact and WEEKDAYS[exact.weekday()] != hit["weekday"]:
            yield Finding(
                line, hit.start(), after.end(), Kind.CONTRADICTION, Severity.POLICY,
                f"That day was a {WEEKDAYS[exact.weekday()]}.",
            )  # fmt: skip
