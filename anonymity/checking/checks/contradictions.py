"""
J. Days that were no such weekday, meetings on two days, two verdicts, and a defence that the law
does not know.

A reader who finds one of them stops believing the rest. `dated_events` compares the days of events.
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from anonymity.checking.finding import Finding, Kind, Severity, marked
from anonymity.checking.paper import Line, Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.counts import number_of
from anonymity.checking.words.dates import (
    DAY_OF_YEAR,
    MONTH,
    WEEKDAYS,
    Said,
    day_of,
    days_in,
    month_of,
)

CLOSE = 3  # days between two accounts of one meeting
WEEKDAY = re.compile(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})(?:,| the)? (?={DAY_OF_YEAR.pattern})")
# What a court or an inquest finds, once
OUTCOMES = {
    "the verdict": (
        (
            r"(?i)\b(?:convicted (?:\w+ )?of|convictions? (?:for|of)|found (?:(?!not)\w+ )?guilty "
            r"of|guilty verdict (?:of|for)|(?:sentenced|jailed|imprison\w+|life sentence) for|"
            r"verdict of)(?: (?:her|his|the))? (?P<found>murder|manslaughter)\b"
        ),
        r"(?i)\b(?P<found>murder|manslaughter) convictions?\b",
        r"(?i)\b(?:guilty plea|plea of guilty) to (?:the )?(?P<found>murder)\b(?! charge)",
        (  # where nothing says that the prosecution went on to try for murder
            r"(?i)\bpleaded guilty\b[^.;]{0,60}\bto (?P<found>manslaughter)\b"
            r"(?![^\t]{0,400}\b(?:not (?:be )?accept\w*|reject\w*|trial|tried|jury|jurors|"
            r"convicted|conviction|found guilty)\b)(?=[^.;]{0,160}\b(?:accept\w*|sentenced|"
            r"hospital order|imprison\w+|jailed|detained|diminished responsibility)\b)"
        ),
        (
            r"(?i)\baccept\w* (?:an?|his|her|the) (?:guilty )?plea (?:of guilty )?to "
            r"(?P<found>murder|"
            r"manslaughter)\b"
        ),
        r"(?i)\bplea (?:of guilty )?to (?P<found>murder|manslaughter)[^.]{0,80}\baccepted\b",
        (
            r"(?i)\b(?:was |been |be )?(?:found |ruled |held )(?:to be )?"
            r"(?P<found>unfit to (?:plead|stand trial))\b"
        ),
        r"(?i)\b(?P<found>not guilty by reason of insanity)\b",
        (
            r"(?i)\b(?:was |been )(?P<found>acquitted|cleared) of (?:murder|manslaughter|"
            r"the killing)\b(?![^.;]{0,30}\b(?:but|and) (?:\w+ ){0,2}(?:convicted|guilty))"
        ),
    ),
    "whether anybody was tried": (
        (
            r"(?i)\b(?:was|been) convicted (?:of|on) (?P<tried>murder|manslaughter|"
            r"(?:both|all) counts)\b"
        ),
        r"(?i)\b(?:was|is) (?:therefore )?no (?:criminal )?(?P<untried2>trial)\b",
        (
            r"(?i)\b(?:no (?:criminal )?(?P<untried>charges?) (?:was|were|has been|have been) "
            r"brought|"
            r"(?:nobody|no one) "
            r"(?P<uncharged>was|has been) charged)\b"
        ),
    ),
    "the conclusion of the inquest": (
        (
            r"(?i)\b(?P<found>narrative|unlawful killing|suicide|open|misadventure|accidental "
            r"death) "
            r"(?:conclusion|verdict)\b"
        ),
        (
            r"(?i)\bconclusion (?:was|recorded was)(?: one of)? (?P<found>suicide|unlawful "
            r"killing|misadventure|accidental death|open|narrative)\b"
        ),
        (
            r"(?i)\b(?:conclusion|verdict) of (?P<found>suicide|unlawful killing|misadventure|"
            r"accidental death)\b"
        ),
        (
            r"(?i)\b(?:coroner|inquest)\b[^.]{0,60}\b(?:found|concluded|recorded|ruled) (?:that "
            r")?[^.]{0,40}?"
            r"\b(?P<found>suicide|unlawful killing|unlawfully killed|took (?:her|his) own life)\b"
        ),
    ),
    "the sentence": (
        (
            r"(?i)\b(?:sentenced to|given|serving|received|imposed) (?:a )?(?:mandatory )?"
            r"(?P<found>life) (?:imprisonment|sentence)\b"
        ),
        (
            r"(?i)\b(?:made subject (?:to|of)|given|sentenced to|imposed|detained under) an? "
            r"(?:indefinite )?(?P<found>hospital order)\b"
        ),
    ),
    "the minimum term": (
        (
            r"(?i)\bminimum (?:custodial )?(?:term|sentence|tariff|period)(?: \w+){0,5}? "
            r"(?:of|at|to be|as|was|is|being) (?:at least )?(?P<found>\w+(?:-\w+)?) years\b"
        ),
        (
            r"(?i)\b(?:life|sentence\w*|imprison\w+|jail\w*|custody|prison|judge)\b[^.;]{0,60}?"
            r"\b(?:minimum|tariff) of (?P<found>\w+(?:-\w+)?) years\b"
        ),
        r"(?i)\b(?P<found>\w+(?:-\w+)?)[ -]year (?:minimum|tariff)\b",
        r"(?i)\btariff (?:was |is )?(?:set |fixed )?(?:at|of) (?P<found>\w+(?:-\w+)?) years\b",
        (
            r"(?i)\bserve (?:a minimum of|at least|not less than|no less than) "
            r"(?P<found>\w+(?:-\w+)?) years\b"
        ),
        (
            r"(?i)\b(?P<found>\w+(?:-\w+)?) years (?:must pass |have to pass |in (?:prison|"
            r"custody) )?before (?:he|she|they) (?:can|could|may|might|will|would|is|was) "
            r"(?:be )?(?:\w+ )?(?:considered|eligible|released?|apply)\b"
        ),
        (
            r"(?i)\b(?:eligible|considered) for (?:parole|release) (?:for|until \w+ has served) "
            r"(?:at least )?(?P<found>\w+(?:-\w+)?) years\b"
        ),
    ),
}
OUTCOMES_FOUND = {
    outcome: tuple(re.compile(words) for words in spelled) for outcome, spelled in OUTCOMES.items()
}
MEANS = {
    "took her own life": "suicide",
    "took his own life": "suicide",
    "unlawfully killed": "unlawful killing",
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
        Told(passage, sentence.start, sentence.text, days[0])
        for passage in passages(paper)
        for sentence in passage.sentences()
        if (days := days_in(sentence.text))
    ]
    yield from on_another_day(dated)
    yield from agreed_twice([one for one in dated if AGREED.search(one.sentence)])
    for outcome, patterns in OUTCOMES_FOUND.items():
        yield from different(paper, outcome, patterns)
    for line in paper.filled():
        yield from wrong_weekdays(line)
        yield from days_of_no_calendar(line)
        for hit in DEFENCES.finditer(line.text):
            yield marked(
                line, hit, Kind.CONTRADICTION, Severity.SLIP,
                "Two defences that the law keeps apart are made one.",
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with a day in it, and where the sentence begins in its passage."""

    passage: Passage
    begin: int
    sentence: str
    day: Said

    def marked(self, reason: str) -> Finding:
        start, end = self.begin + self.day.start, self.begin + self.day.end
        return self.passage.finding((start, end), Kind.CONTRADICTION, Severity.SLIP, reason)


def different(
    paper: Paper, outcome: str, patterns: tuple[re.Pattern[str], ...]
) -> Iterator[Finding]:
    """
    Find what is told in two ways; the way that is told less often is marked, or all of them
    where none is told more often.
    """
    hits = [
        (passage, hit)
        for passage in passages(paper)
        if passage.chapter is not Chapter.SOURCES
        for pattern in patterns
        for hit in pattern.finditer(passage.text)
    ]
    hits.sort(key=lambda one: (one[0].lines[0].number, one[1].start()))
    hits = [one for at, one in enumerate(hits) if not at or not is_one(hits[at - 1], one)]
    if outcome == INQUEST:
        together = told_together(paper)
        hits = [one for one in hits if way_of(one[1]) not in together]
        if together and hits:
            yield from (inquest_of(passage, hit) for passage, hit in hits)
            return
    ways = Counter(way_of(hit) for _, hit in hits)
    most = max(ways.values(), default=0)
    is_even = list(ways.values()).count(most) > 1
    for passage, hit in hits:
        if is_even or ways[way_of(hit)] < most:
            yield passage.finding(
                hit.span(), Kind.CONTRADICTION, Severity.SERIOUS, f"Elsewhere {outcome} is another."
            )


def is_one(one: tuple[Passage, re.Match[str]], other: tuple[Passage, re.Match[str]]) -> bool:
    """Whether two patterns found the same words."""
    return one[0] is other[0] and other[1].start() < one[1].end()


def told_together(paper: Paper) -> frozenset[str]:
    """Return the conclusions on two deaths that one sentence tells: of those killed, of who did."""
    for passage in passages(paper):
        for sentence in passage.sentences():
            if all(each.search(sentence.text) for each in (UNLAWFUL, SUICIDE, OF_AN_INQUEST)):
                return frozenset({"unlawful killing", "suicide"})
    return frozenset()


def inquest_of(passage: Passage, hit: re.Match[str]) -> Finding:
    return passage.finding(
        hit.span(), Kind.CONTRADICTION, Severity.SERIOUS, f"Elsewhere {INQUEST} is another."
    )


INQUEST = "the conclusion of the inquest"
OF_AN_INQUEST = re.compile(r"(?i)\b(?:coroner|inquests?)\b")
UNLAWFUL = re.compile(r"(?i)\bunlawful(?:ly)?\s+kill(?:ed|ing)\b")
SUICIDE = re.compile(r"(?i)\b(?:suicide|(?:taken|took)\s+(?:her|his)\s+own\s+life)\b")


def way_of(hit: re.Match[str]) -> str:
    if hit.lastgroup and hit.lastgroup not in ("found", "of"):
        return hit.lastgroup.replace("uncharged", "untried").rstrip("2")
    found = re.sub(r"\s+", " ", hit["found"].casefold())
    way = MEANS.get(found, found)
    number = number_of(way)
    return str(number) if number else way


def agreed_twice(told: list[Told]) -> Iterator[Finding]:
    """Find one meeting that is told on two days a day or two apart."""
    for one in told:
        if any(is_close(one.day.exact, other.day.exact) for other in told):
            yield one.marked("Elsewhere the same meeting has another date.")


def on_another_day(dated: list[Told]) -> Iterator[Finding]:
    """Find "its meeting on 18 March", where the panel lists its days and met on the 11th."""
    listed = [
        one for one in dated if len(days_in(one.sentence)) >= MANY and MET.search(one.sentence)
    ]
    days = {day.exact for one in listed for day in days_in(one.sentence) if day.exact}
    for one in dated:
        for hit in AT_ITS_MEETING.finditer(one.sentence):
            day = next((day for day in days_in(one.sentence) if day.start >= hit.end()), None)
            exact = day.exact if day and day.start - hit.end() <= CLOSE else None
            if not day or not exact or exact in days:
                continue
            for other in listed:
                for same in days_in(other.sentence):
                    if same.exact and (same.year, same.month) == (day.year, day.month):
                        reason = "Elsewhere the same meeting has another date."
                        yield replace(one, day=day).marked(reason)
                        yield replace(other, day=same).marked(reason)


MANY = 3  # days that a sentence lists
MET = re.compile(r"(?i)\bpanel\b.*\b(?:met|meetings)\b")
AT_ITS_MEETING = re.compile(r"(?i)\b(?:its|the|panel(?:’s)?|review) meeting (?:held )?(?:on|of) ")


def is_close(one: date | None, other: date | None) -> bool:
    return bool(one and other and 0 < abs((one - other).days) <= CLOSE)


def wrong_weekdays(line: Line) -> Iterator[Finding]:
    for hit in WEEKDAY.finditer(line.text):
        after = DAY_OF_YEAR.match(line.text, hit.end())
        said = day_of(after) if after else None
        exact = said.exact if said else None
        if after and exact and WEEKDAYS[exact.weekday()] != hit["weekday"]:
            yield Finding(
                line, hit.start(), after.end(), Kind.CONTRADICTION, Severity.POLICY,
                f"That day was a {WEEKDAYS[exact.weekday()]}.", policy="weekdays",
            )  # fmt: skip


def days_of_no_calendar(line: Line) -> Iterator[Finding]:
    """Find the 31st of June, and a 29th of February of a year that had none."""
    for hit in DAY_OF_MONTH.finditer(line.text):
        year = int(hit["year"]) if hit["year"] else LEAP
        if hit["day"] == "0" or int(hit["day"]) > monthrange(year, month_of(hit["month"]))[1]:
            yield marked(
                line, hit, Kind.CONTRADICTION, Severity.SLIP, "There is no such day.",
                policy="weekdays",
            )  # fmt: skip


DAY_OF_MONTH = re.compile(
    rf"(?<![\d.£,–-])(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH})"
    r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)
LEAP = 2000  # a year whose February had 29 days
