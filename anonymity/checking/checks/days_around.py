"""
E. What lies beside the death and has a day of its own: “notified on 4 June, two days after she was
killed”, St Patrick’s Day, “the second Tuesday of the month”.

The death itself is told by its month. The day on which a body was told of it, a feast or a
neighbour’s memory of that evening leads back to it.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.counts import COUNT, number_of
from anonymity.checking.words.dates import DAY, WEEKDAY, YEAR, parts_of
from anonymity.checking.words.feasts import WITH_A_DAY, WITHOUT_A_DAY, day_called

S = Severity
RECKONED = "With the day beside it, this says on which day somebody died."
FEAST = "A weekday or a feast beside the death says on which day it was."
OF_MONTH = "A week or a weekday of the month of the death says on which day it was."
WHOSE = r"(?:(?:the|her|his|their|this|that|[A-Z]\w*[’']s?|[A-Z][a-z]+|she|he|they)\s+)?"
ENDED = (
    r"(?:(?:fatal\s+)?(?:death|homicide|murder|killing|attack|assault|stabbing|shooting|incident|"
    r"fire)s?(?!\s+(?:inquiry|review|squad|trial|investigation))|(?:had\s+)?(?:died|been\s+killed|"
    r"was\s+(?:killed|murdered|found\s+dead|"
    r"stabbed)|killed\s+(?:her|him|[A-Z]\w+)|took\s+(?:her|his)\s+own\s+life|"
    # “the day after the couple were found”
    r"(?:couple|bod(?:y|ies)|deaths?|two|three)\s+(?:were|was|had\s+been)\s+(?:found|discovered)|"
    r"(?:were|was)\s+found\s+(?:together|by\s+(?:her|his|their|a|the)\s+\w+)))"
)
UNIT = r"(?:days?|nights?|hours|mornings?|evenings?|afternoons?)"
# "the day after the homicide", "two days before she died", "within 48 hours of the killing"
APART = (
    rf"(?:[Tt]he\s+(?:very\s+)?(?P<one>(?:next\s+|following\s+)?(?:day|night|morning|evening|"
    rf"afternoon))|(?P<same>(?:[Oo]n\s+)?[Tt]he\s+(?:same|very)\s+day|(?:only\s+)?hours)|"
    rf"(?:[Ww]ithin\s+|just\s+|only\s+)*(?P<count>{COUNT}|a\s+single|the\s+first)\s+(?P<unit>(?:working\s+|clear\s+)?"
    rf"{UNIT}))\s+(?P<side>after|before|following|of|prior\s+to|on\s+which|as|that)\s+"
    rf"{WHOSE}(?:[\w’]+\s+){{0,2}}?{ENDED}\b"
)
AFTER_A_DAY = re.compile(rf"[\s,;(–-]*(?:(?:that\s+is|which\s+was|being|i\.e\.)[\s,]*)?{APART}")
BEFORE_A_DAY = re.compile(rf"\b{APART}(?P<gap>[\s,;(–-]{{0,3}}(?:(?:being|on|that\s+is)\s+)?)$")
# "She had been killed on the day before", told after a day
LOOKING_BACK = re.compile(
    rf"\b{ENDED}\s+(?:\w+\s+){{0,2}}?(?:the\s+(?P<one>(?:previous|preceding)\s+(?:day|night|evening|"
    rf"afternoon)|(?:day|night|evening|afternoon)\s+before)|(?P<count>{COUNT})\s+(?P<unit>{UNIT})\s+"
    r"(?:earlier|before|previously))(?=[\s.,;)])"
)
# “Five days earlier she had been killed”
BACK_FROM = re.compile(
    rf"\b(?:[Tt]he\s+(?P<one>day|night|evening)|(?P<count>{COUNT})\s+(?P<unit>{UNIT}))\s+"
    rf"(?:earlier|before|previously),?\s+{WHOSE}had\s+{ENDED}\b",
    re.IGNORECASE,
)
LENGTH = re.compile(rf"\b{UNIT}\b")
HOURS_OF_A_DAY = 24
LATEST = 60  # days after which nobody reckons back
NEAR = 220  # letters between a day and what looks back from it
OF_THE_KILLING = re.compile(
    r"(?i)\b(?:died|dead|killed|murdered|fatal\w*|post-?mortem|lifeless|unresponsive|not\s+breathing|"
    r"pronounced|stabbed\s+(?:her|him)|strangled\s+(?:her|him)|the\s+(?:homicide|murder|killing|"
    r"death)|took\s+(?:her|his)\s+own\s+life)\b"
)
NTH = r"(?:first|second|third|fourth|fifth|last|final|penultimate|only|\d{1,2}(?:st|nd|rd|th))"
OF_THE_MONTH = re.compile(
    rf"\b(?:[Oo]n\s+|[Ii]n\s+|[Dd]uring\s+|[Oo]ver\s+)?the\s+(?:very\s+)?(?:{NTH}\s+(?:{WEEKDAY}|"
    rf"day|weekend|week|working\s+day)|\d{{1,2}}(?:st|nd|rd|th)|{WEEKDAY}\s+(?:of|in)\s+the\s+{NTH}\s+"
    r"week)\s+(?:of|in)\s+(?:the|that|the\s+same)\s+month\b|\b[Ii]t\s+was\s+(?:a|the|on\s+a)\s+(?:\w+\s+)?"
    rf"{WEEKDAY}\b(?!s)"
)
EVERY = re.compile(r"(?i)\b(?:every|each|usually|always|monthly|regular\w*|would)\b")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    deaths = {one.died_on for one in register.people if one.died_on}
    for passage in passages(paper):
        if passage.chapter in (Chapter.SOURCES, Chapter.PLAN):
            continue
        is_of_it = passage.chapter is Chapter.LIFE and bool(OF_THE_KILLING.search(passage.text))
        for span, severity, reason in (
            *reckoned(passage, deaths),
            *feasts(passage, deaths, is_of_it=is_of_it),
            *(of_the_month(passage) if is_of_it else ()),
        ):
            yield passage.finding(span, Kind.PRECISE, severity, reason)


Found = tuple[tuple[int, int], Severity, str]


def reckoned(passage: Passage, deaths: set[date]) -> Iterator[Found]:
    """Find a day beside which stands how long before or after it somebody died."""
    if not LENGTH.search(passage.text):
        return
    for hit in DAY.finditer(passage.text):
        parts = parts_of(hit)
        if not parts:
            continue
        ahead = (passage.text, hit.end(), hit.end() + NEAR)
        end = LOOKING_BACK.search(*ahead) or BACK_FROM.search(*ahead)
        for beside in (
            AFTER_A_DAY.match(passage.text, hit.end()),
            BEFORE_A_DAY.search(passage.text, max(0, hit.start() - NEAR), hit.start()),
            end if end and not DAY.search(passage.text, hit.end(), end.end()) else None,
        ):
            if beside and (days := days_of(beside)) is not None:
                span = (min(hit.start(), beside.start()), max(hit.end(), beside.end()))
                is_day = falls_on(parts, days, deaths)
                yield span, S.STOP if is_day else S.SERIOUS, RECKONED


def days_of(beside: re.Match[str]) -> int | None:
    """Return how many days the death lies before the day, less than none if it lies after it."""
    found = beside.groupdict()
    if found.get("same"):
        return 0
    side = (found.get("side") or "after").split()[0]
    if found["one"] and side in ("of", "on", "that", "as"):
        return 0
    count = number_of(found["count"] or "") or 1
    if "hour" in (found["unit"] or ""):
        count = count // HOURS_OF_A_DAY or 1
    if count > LATEST:
        return None
    return -count if side in ("before", "prior") else count


def falls_on(parts: tuple[int | None, int, int], days: int, deaths: set[date]) -> bool:
    years = {parts[0]} if parts[0] else {one.year for one in deaths}
    told = {day for year in years if year and (day := date_of(year, *parts[1:]))}
    return any(day - timedelta(days) in deaths for day in told)


def date_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def feasts(passage: Passage, deaths: set[date], *, is_of_it: bool) -> Iterator[Found]:
    """Find a feast that was the day of the death or one beside it, or is told beside it."""
    for hit in WITH_A_DAY.finditer(passage.text):
        years = {int(one) for one in re.findall(rf"\b{YEAR}", sentence_at(passage, hit.start()))}
        if any(is_beside(hit[0], one) for one in deaths if not years or one.year in years) or (
            is_of_it and not deaths
        ):
            yield hit.span(), S.SERIOUS, FEAST
    if is_of_it:
        yield from ((hit.span(), S.SERIOUS, FEAST) for hit in WITHOUT_A_DAY.finditer(passage.text))


def is_beside(name: str, death: date) -> bool:
    day = day_called(name, death.year)
    return day is not None and abs((day - death).days) <= 1


def sentence_at(passage: Passage, place: int) -> str:
    return next(
        (one.text for one in reversed(passage.sentences()) if one.start <= place), passage.text
    )


def of_the_month(passage: Passage) -> Iterator[Found]:
    for sentence in passage.sentences():
        if not EVERY.search(sentence.text):
            for hit in OF_THE_MONTH.finditer(sentence.text):
                span = (sentence.start + hit.start(), sentence.start + hit.end())
                yield span, S.SERIOUS, OF_MONTH
