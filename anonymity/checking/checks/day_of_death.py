"""
E. What says on which day somebody died without giving its date.

"October 2018" is published; "the second Tuesday of October", or "the Sunday" beside the killing,
leaves one day, or four. An anniversary gives it away as well as a date.
"""

import re
from collections.abc import Iterator
from datetime import date

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, passages
from anonymity.checking.register import Register
from anonymity.checking.words.ages import SPELLED
from anonymity.checking.words.dates import MONTH, MONTHS, WEEKDAY, YEAR

BY_DAY = "A weekday or a feast beside the death says on which day it was."
BY_WEEK = "A week or a weekday of the month of the death says on which day it was."
NTH = (
    r"(?:first|second|third|fourth|fifth|last|final|penultimate|1st|2nd|3rd|4th|opening|closing|"
    r"one|two|three|four|five|six|a\s+few|several|next|same|following)"
)
UNIT = rf"(?:{WEEKDAY}s?|weeks?|weekend|fortnight|days?|half|bank\s+holiday)"
OF = r"(?:in|of|before|after|into|from|short\s+of)"
# "On the Wednesday in the fourth week of November", "three days before the end of May"
OF_A_MONTH = re.compile(
    rf"\b(?:[Oo]n\s+|[Ii]n\s+|[Dd]uring\s+|[Oo]ver\s+)?(?:(?:the|a|an)\s+)?(?:{WEEKDAY}\s+(?:{OF}\s+)?"
    rf"(?:the\s+)?)?(?:{NTH}\s+)?(?:\w+\s+)?{UNIT}\s+{OF}\s+(?:the\s+)?(?:(?:end|start|beginning|"
    rf"middle|turn)\s+of\s+)?(?P<month>{MONTH})(?:\s+(?P<year>{YEAR}))?"
)
TELLING = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b[^.;]{0,70}|"
    r"[^.;]{0,40}\b(?:wedding\s+anniversary|birthday|"
    r"bank\s+holiday|Mother[’']s\s+Day|Father[’']s\s+Day|half-term|schools?\s+broke\s+up|Easter|"
    r"Eid|Diwali|Ramadan|Hanukkah|Passover|Halloween|Bonfire\s+Night|Remembrance\s+Sunday|"
    r"Pancake\s+Day|Jubilee|Coronation|general\s+election|cup\s+final|lockdown\s+(?:began|ended)|"
    r"Christmas|New\s+Year)\b[^.;,]{0,30})"
)
ENDED = (
    r"(?:died|was\s+(?:killed|murdered|found\s+dead)|took\s+(?:her|his)\s+own\s+life|were\s+found|"
    r"was\s+stabbed|"
    r"(?:her|his|the)\s+(?:death|body|killing|homicide))"
)
DIED_ON = re.compile(
    rf"\b(?:[Ss]he|[Hh]e|[Tt]hey|"
    rf"[A-Z]\w+)\s+{ENDED}\s+(?:\w+\s+){{0,4}}?on\s+(?:the|a|what|her|his|"
    rf"their)\s+{TELLING}"
)
ON_WHICH_DIED = re.compile(
    rf"\b[Oo]n\s+(?:the|a|what|her|his|"
    rf"their)\s+(?:[\w-]+\s+){{0,6}}?{TELLING}[^.;]{{0,60}}?\b{ENDED}"
    r"|\bon\s+what\s+would\s+have\s+been\s+(?:her|his|their)\s+[\w\s-]{0,30}?(?:birthday|"
    r"anniversary)"
)
# "Thirteen days after that she was killed": beside any day it can be reckoned
SO_LONG = rf"(?:\d{{1,3}}|{SPELLED}|[Aa]\s+few|[Ss]everal)\s+(?:days?|hours|nights?)\s+"
SO_LONG_AFTER = re.compile(
    rf"(?i:\b{SO_LONG}(?:later|afterwards|after\s+(?:that|this|the|her|his|she|he)\b)[^.;]{{0,60}}?"
    rf"\b{ENDED}|\b{ENDED}\s+(?:\w+\s+){{0,3}}?{SO_LONG}(?:later|afterwards|after)\b)"
)
# A weekday in a sentence that tells of the killing itself
A_WEEKDAY = re.compile(
    rf"\b(?:(?:[Oo]n|[Bb]y|[Ll]ate\s+on|[Ee]arly\s+on|[Uu]ntil|[Bb]efore|[Ff]rom)\s+)(?:(?:the|that)\s+)?"
    rf"(?:\w+\s+)?{WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?\b"
    rf"|\b(?:hours|morning|afternoon|evening|night)\s+of\s+(?:the\s+)?(?:\w+\s+)?{WEEKDAY}\b"
    rf"|\b(?:the|that)\s+{WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?\b"
)
OF_THE_KILLING = re.compile(
    r"(?i)\b(?:died|dead|killed|murdered|fatal\w*|post-?mortem|body|lifeless|unresponsive|"
    r"paramedics|pronounced|stabbed\s+(?:her|him)|strangled\s+(?:her|him)|the\s+(?:homicide|murder|"
    r"killing|death)|last\s+(?:seen|spoke|heard)|took\s+(?:her|his)\s+own\s+life)\b"
)
FEASTS = (
    r"(?:Mother[’']s\s+Day|Father[’']s\s+Day|Easter|Eid|Diwali|Christmas|New\s+Year|Boxing\s+Day|"
    r"Valentine[’']s\s+Day|Halloween|Bonfire\s+Night|Ramadan|bank\s+holiday|half-term|birthday|"
    r"(?:wedding\s+)?anniversary)"
)
AFTER_A_FEAST = re.compile(
    r"\b(?:\w+\s+)?(?:days?|weeks?|hours|evening|night|morning|eve)\s+(?:before|after|of|following)\s+"
    rf"(?:(?:the|her|his|their|[A-Z]\w+[’']s)\s+)?(?:[\w-]+\s+){{0,2}}?{FEASTS}"
)
AGO = re.compile(
    r"(?i)\b(?:the\s+)?(?:\w+\s+)?(?:(?:day|week|month)s?\s+to\s+the\s+day|years?\s+to\s+the\s+day|"
    r"(?:\w+\s+)?anniversary\s+of\s+(?:her|his|their|the)\s+(?:death|killing|murder))\b[^.;]{0,40}"
)


# A meeting has its day in another chapter: “at the third meeting, on the anniversary of his death”
ON_AN_ANNIVERSARY = re.compile(
    r"(?i)\b(?:meeting|met|meets|hearing|visit(?:ed)?|inquest|published|sentenc\w+|appointed)\b[^.;]{0,60}?"
    r"\b(?:on|was|fell on|with|being)\s+(?:\w+\s+){0,2}?the\s+(?:\w+\s+)?anniversary\s+of\s+"
    r"(?:her|his|their|the|[A-Z]\w+[’']s)\s+(?:death|killing|murder)s?\b"
    # “it will be a year on the 23rd since your father died”
    r"|\b(?:year|years|anniversary)\b[^.;]{0,30}?\bon\s+the\s+\d{1,2}(?:st|nd|rd|th)\b[^.;]{0,30}?"
    r"\b(?:died|death|killed|lost)\b"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    deaths = {one.died_on for one in register.people if one.died_on}
    printed = [one.published_as.lower() for one in register.generalised]
    for passage in passages(paper):
        if passage.chapter in (Chapter.SOURCES, Chapter.PLAN):
            continue
        for sentence in passage.sentences():
            for span, reason in spans(sentence.text, deaths, tells=passage.chapter is Chapter.LIFE):
                words = sentence.text[slice(*span)].lower()
                if any(words in one for one in printed):
                    continue
                yield passage.finding(
                    (sentence.start + span[0], sentence.start + span[1]),
                    Kind.PRECISE, Severity.SERIOUS, reason,
                )  # fmt: skip


def spans(text: str, deaths: set[date], *, tells: bool) -> Iterator[tuple[tuple[int, int], str]]:
    is_of_it = OF_THE_KILLING.search(text)
    yield from ((hit.span(), BY_DAY) for hit in ON_AN_ANNIVERSARY.finditer(text))
    for hit in OF_A_MONTH.finditer(text):
        if A_WEEK_OF.search(hit[0]) and not is_of_it:
            continue
        if is_its_month(hit, deaths) or (not deaths and is_of_it):
            yield hit.span(), BY_WEEK
    if tells:
        yield from ((span, BY_DAY) for span in beside_the_killing(text, is_of_it=bool(is_of_it)))


def beside_the_killing(text: str, *, is_of_it: bool) -> Iterator[tuple[int, int]]:
    for pattern in (DIED_ON, ON_WHICH_DIED, SO_LONG_AFTER):
        yield from (hit.span() for hit in pattern.finditer(text))
    for hit in AGO.finditer(text):
        if EXACT.search(hit[0]):
            yield hit.span()
    if is_of_it:
        yield from (hit.span() for hit in A_WEEKDAY.finditer(text))
        yield from (hit.span() for hit in AFTER_A_FEAST.finditer(text))


# A week in which something else happened
A_WEEK_OF = re.compile(
    rf"^(?!.*{WEEKDAY}).*\b(?:weeks?|fortnight|half|(?:first|opening|early|last|few)\s+days)\s+(?:in|of)\s+"
    rf"(?:the\s+)?{MONTH}"
)
EXACT = re.compile(rf"\b{MONTH}|\b\d|\bday\b")


def is_its_month(hit: re.Match[str], deaths: set[date]) -> bool:
    year = int(hit["year"]) if hit["year"] else None
    return any(
        MONTHS[one.month - 1][:3] == hit["month"][:3] and year in (None, one.year) for one in deaths
    )
