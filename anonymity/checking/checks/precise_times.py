"""
E. Days, times of day, ages and weeks more exact than what is published of a life.

A month and a decade tell what is to be learnt. A day, an hour or an age finds the report of the
trial, and with it every name. Gravest is the day of the death: reports that write “in October”
often give it away as the day on which the period under review ends.

The days of the review itself (its meetings, its drafts) and those of laws and books may stand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, Sentence, passages
from anonymity.checking.register import Register
from anonymity.checking.words import ages
from anonymity.checking.words.dates import (
    DAY,
    FEAST,
    MONTH,
    PART_OF_MONTH,
    TIME,
    WEEKDAY_IN_MONTH,
    YEAR,
    is_a_paragraph,
    month_and_year,
    month_of,
    numbers_of_paragraphs,
    parts_of,
)
from anonymity.checking.words.people import CODED, POPULATION, PROCESS, named, somebody

S = Severity
DEATH = "The exact day of the death."
DEATH_BY_PERIOD = "The period under review ends on the day of the death, and so gives it away."
BIRTH = "The exact day on which somebody was born."
DAY_OF_LIFE = "A day of somebody’s life, where the month is published."
PART_OF_LIFE = "A part of a month beside a birth, a death or a marriage, where the month will do."
HOUR = "A time of day more exact than the part of the day."
WEEKDAY = "A weekday beside a month leaves four days to choose from."
AGE = "An exact age, where a decade is published."
BORN = "The year in which somebody was born."
PREGNANT = "Weeks of a pregnancy fix the birth of a child to a few days."
POLICY = {
    DEATH: "day_of_death",
    DEATH_BY_PERIOD: "day_of_death",
    BIRTH: "dates_of_birth",
    HOUR: "times_of_day",
    AGE: "exact_ages",
    BORN: "exact_ages",
    PREGNANT: "weeks_of_pregnancy",
}

DIED = re.compile(
    r"(?i)\b(?:died|dead|deaths?|killed|killing|murdered|murder|homicide|fatal(?:ly)?|"
    r"took (?:her|his|their) own li(?:fe|ves)|body was (?:found|discovered)|passed away)\b"
)
TURN_OF_LIFE = re.compile(
    r"(?i)\b(?:gave birth|births?|born|pregnan\w+|died|death|killed|murder(?:ed)?|homicide|"
    r"married|wedding|miscarr\w+|overdose|(?<!risk of )(?<!about )(?<!thoughts of )suicide|"
    r"stabb\w+)\b"
)
PERIOD = re.compile(
    r"(?i)\b(?:period|time ?frame|time ?scale|scope|terms of reference|chronolog\w+|between|"
    r"from)\b"
)
OF_THE_DEATH = re.compile(
    r"(?i)\b(?:date|day|time)\s+(?:of|on which|when)\s+(?:\S+\s+){0,4}?(?:death|homicide|murder|"
    r"killing|fatal|incident|died|killed)|\b(?:fatal incident|until (?:her|his|the) death)"
)
RANGE_BEFORE = re.compile(
    rf"(?:\b[Bb]etween\s+|\b[Ff]rom\s+)?(?:(?:the\s+)?\b(?:\d{{1,2}}(?:st|nd|rd|"
    rf"th)?\s+(?:of\s+)?)?"
    rf"{MONTH}\s+)?(?:\d{{1,2}}[/.]\d{{1,2}}[/.])?(?:{YEAR}|\d\d)\s*(?:,?\s*(?:and|through|up|"
    rf"right)\s+)?"
    r"(?:to|until|till|and|-|–|up\s+to)\s*(?:and\s+including\s+)?(?:the\s+)?$"
)
ENGAGING = re.compile(
    r"(?i)\b(?:contacted|wrote|letters?|interview(?:ed)?|invited|meetings?|met|shared|feedback|"
    r"spoke|provided|appointed|notified|referred to the csp|notification)\b"
)
CONTACT = re.compile(
    r"(?i)\b(?:police (?:attended|were)|arrest(?:ed)?|incident|allegations?|referr(?:al|ed)|"
    r"appointment|consultation|assessment|visit(?:ed)?|tenancy|999|notice|officers?|"
    r"marac|mash|shared|call(?:ed)?|attended|seen|conference|hearing|letter|e?-?mail(?:ed)?)\b"
)
OF_THE_PANEL = re.compile(
    r"(?i)\b(?:panel|meeting|review|workshop|conference|board|decision|commissioned|home office)\b"
)
BY_THE_PANEL = re.compile(
    r"(?i)\b(?:panel|chair|board|partnership)\b[^.]*\b(?:met|agreed|decided|considered|convened|wrote|"
    r"approved|resolved)\b"
)
MANY = 3  # days that one sentence lists: those of meetings
OPENING_HOURS = re.compile(
    r"(?i)\b(?:opens?(?=\s+(?:at|from|on|until|between|daily)\b)|opening|operat(?:es|ing|"
    r"ional)|office hours|helpline|out[- ]of[- ]hours|"
    r"runs from|monday (?:to|-|–) (?:friday|sunday)|available|meeting)\b"
)
RESPONSE = re.compile(r"(?i)\bdelay(?:s|ed)?\b|\bresponse times?\b|\btarget\b")
JOINER = re.compile(
    r"(?i)[\s,;()–-]*(?:(?:and|at|on|from|to|until|about|approximately|around|of|the|just|before|"
    r"after|in|that|was|hours|early|late|morning|afternoon|evening|night|then)[\s,]*)*"
)
MAY_TELL = re.compile(
    r"\d|o[’']clock|in the (?:morning|afternoon|evening)|\b(?:to|past) (?:one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\bhalf past|\bquarter|\bwas\b|\bEve\b|"
    r"\bDay\b|anniversary|holiday|"
    r"\bEaster\b|\bChristmas\b|\bEid\b|\bDiwali\b|\bNight\b|\bborn\b|midnight|noon|Halloween|"
    r"\bage|\byear|\bweek|\bweekend|day\b"
)
LONGEST_JOINER = 24


@dataclass(frozen=True)
class Hit:
    start: int
    end: int
    severity: Severity
    reason: str
    proposal: str = ""


class Lives:
    """
    What is known of those whose lives a paper tells, as the patterns that find them.

    paragraphs: the numbers of those of the paper, which are no times of day.
    """

    def __init__(self, register: Register, paragraphs: frozenset[str] = frozenset()) -> None:
        names = named(register)
        self.paragraphs = paragraphs
        self.somebody = somebody(register)
        self.subject = re.compile(
            rf"\b(?:{names}|{CODED}|(?i:the\s+(?:victim|perpetrator|deceased)))\b"
        )
        self.deaths = {one.died_on for one in register.people if one.died_on}
        self.births = {one.born_on for one in register.people if one.born_on}
        self.ends = self.deaths or {day for day in [register.period_to] if day and not closes(day)}
        self.published = tuple(
            one.published_as.lower() for one in register.generalised if one.published_as
        )
        who = rf"(?:(?:{names}|{CODED})|[Ss]he|[Hh]e|who|[Tt]he\s+(?:victim|perpetrator|deceased))"
        bare = rf"(?:(?:aged|just|only|then)\s+)*{ages.AGE}{ages.BARE_END}{ages.NOT_ONE_AGE}"
        self.age = re.compile(
            rf"(?:\b{who}\s+(?:was|is|being|were|had\s+been)\s+{bare}(?:\s+years\s+(?:old|"
            rf"of\s+age))?"
            rf"(?:,?\s+and\s+{who}\s+(?:was\s+|is\s+)?{bare}(?:\s+years\s+(?:old|of\s+age))?)*|"
            rf"(?:{names}|{CODED})[’']?\s*(?:\((?:aged?\s+)?\d{{2}}\)|"
            rf",\s+(?:aged?\s+)?\d{{2}}(?=,))|"
            rf"(?:\b(?:{names})[’']?\s+(?:was\s+)?)?{ages.AGED}(?:\s+(?:years|and\s+\d\d\b))?|"
            rf"{ages.YEARS_OLD}|{ages.TO_THE_MONTH}|{ages.BIRTHDAY})"
        )

    def publish(self, words: str) -> bool:
        return any(words.lower() in one or one in words.lower() for one in self.published)

    def told_in(self, passage: Passage, sentence: Sentence) -> bool:
        """Whether a sentence tells of a life, and not of the review or of a law or a book."""
        if passage.chapter in (Chapter.SOURCES, Chapter.PLAN) or PROCESS.search(sentence.text):
            return False
        if passage.is_row and OF_THE_PANEL.search(sentence.text):
            return False
        if len(DAY.findall(sentence.text)) >= MANY and OF_THE_PANEL.search(sentence.text):
            return False
        if BY_THE_PANEL.search(sentence.text):
            return False
        if passage.chapter is Chapter.LIFE:
            return True  # what is left on purpose is told above
        if passage.chapter is Chapter.OPENING:
            return bool(self.somebody.search(sentence.text))
        return bool(self.subject.search(sentence.text)) and not ENGAGING.search(sentence.text)


def closes(day: date) -> bool:
    """A period that ends with a month tells no death."""
    return (day.month, day.day) in {(1, 31), (3, 31), (6, 30), (9, 30), (12, 31)}


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    lives = Lives(register, numbers_of_paragraphs(paper.whole))
    for passage in passages(paper):
        for sentence in passage.sentences():
            for hit in merged(hits(passage, sentence, lives), sentence.text):
                if sentence.text[: hit.end].strip(" .") in paper.numbers and not sentence.start:
                    continue
                span = (sentence.start + hit.start, sentence.start + hit.end)
                yield passage.finding(
                    span, Kind.PRECISE, hit.severity, hit.reason, hit.proposal,
                    POLICY.get(hit.reason, ""),
                )  # fmt: skip


def hits(passage: Passage, sentence: Sentence, lives: Lives) -> Iterator[Hit]:
    if not MAY_TELL.search(sentence.text):
        return
    told = lives.told_in(passage, sentence)
    yield from days(sentence.text, lives, told=told)
    yield from exact_ages(sentence.text, lives)
    if told or (passage.chapter is Chapter.LIFE and not OF_THE_PANEL.search(sentence.text)):
        yield from hours(sentence.text, lives)
        yield from days_and_hours_in_words(sentence.text)
    if told:
        yield from parts_of_months(sentence.text, lives)
        yield from weeks(sentence.text)


def days(text: str, lives: Lives, *, told: bool) -> Iterator[Hit]:
    for found in DAY.finditer(text):
        day = parts_of(found)
        if not day:
            continue
        proposal = month_and_year(day[0], day[1])
        if found["on"]:
            proposal = f"{'In' if found['on'][0] == 'O' else 'in'} {proposal}"
        span = found.span()
        if is_one_of(day, lives.ends) or is_anniversary(day, text, lives.deaths):
            before = RANGE_BEFORE.search(text, 0, found.start())
            reason = DEATH_BY_PERIOD if before or day_of(day) not in lives.deaths else DEATH
            yield Hit(*span, S.STOP, reason, "" if before else proposal)
        elif day_of(day) in lives.births:
            yield Hit(*span, S.STOP, BIRTH, proposal)
        elif not lives.ends and OF_THE_DEATH.search(text):
            yield from day_of_an_unknown_death(text, found, proposal)
        elif told and not OF_EVERYBODY.search(text):
            died = not lives.deaths and DIED.search(text)
            severity, reason = (S.SERIOUS, DEATH) if died else (S.POLICY, DAY_OF_LIFE)
            yield Hit(*span, severity, reason, proposal)


def day_of_an_unknown_death(text: str, found: re.Match[str], proposal: str) -> Iterator[Hit]:
    """A paper that says itself that a day is that of the death."""
    before = RANGE_BEFORE.search(text, 0, found.start())
    if before:
        yield Hit(before.start(), found.end(), S.STOP, DEATH_BY_PERIOD)
    elif not RANGE_AFTER.match(text, found.end()):
        yield Hit(*found.span(), S.SERIOUS, DEATH, proposal)


# What the period under review begins with, and what happened to a whole country
OF_EVERYBODY = re.compile(
    r"(?i)\b(?:period\s+(?:under\s+review|considered|covered|reviewed|of\s+the\s+review)|"
    r"period\s+(?:from|between)|review\s+(?:covers|considers|looks\s+at|period|runs|takes\s+in)|"
    r"(?:national\s+)?lockdown|(?:national\s+|Covid(?:-19)?\s+)restrictions|state\s+of\s+emergency|royal\s+assent|(?:came|come|"
    r"brought)\s+into\s+force|"
    r"prime\s+minister|ministers?\s+for|secretary\s+of\s+state|the\s+government|nationally|"
    r"all\s+(?:councils|local\s+authorities)|supreme\s+court|new\s+legislation|"
    r"pandemic\s+(?:was\s+declared|began)|(?:in|throughout|across)\s+England\s+and\s+Wales|"
    r"statistics|census|(?:available|criminal\s+offence|ha[sd]\s+operated)\s+(?:\w+\s+){0,4}since|"
    r"(?:[Aa]ct|[Ss]cheme|[Rr]egulations?|[Gg]uidance|[Cc]ode)\s+(?:was|were)\s+(?:introduced|"
    r"enacted|launched|replaced|repealed))\b"
)
RANGE_AFTER = re.compile(r"\s*(?:to|until|till|and|-|–|up to)\b")


def is_one_of(day: tuple[int | None, int, int], known: Iterable[date]) -> bool:
    year, month, number = day
    return any(
        (one.month, one.day) == (month, number) and year in (None, one.year) for one in known
    )


TO_THE_DAY = re.compile(
    r"(?i)\b(?:anniversary|to the day|years? (?:after|since|later|on)|memorial|vigil|remember\w+)\b"
)


def is_anniversary(day: tuple[int | None, int, int], text: str, deaths: Iterable[date]) -> bool:
    is_same = any((one.month, one.day) == day[1:] for one in deaths)
    return is_same and bool(TO_THE_DAY.search(text))


def day_of(day: tuple[int | None, int, int]) -> date | None:
    try:
        return date(day[0], day[1], day[2]) if day[0] else None
    except ValueError:
        return None


def days_and_hours_in_words(text: str) -> Iterator[Hit]:
    """Find "on the 19th" and "at ten to four"."""
    for found in (*ORDINAL.finditer(text), *HOUR_IN_WORDS.finditer(text)):
        yield Hit(*found.span(), S.POLICY, HOUR if found.re is HOUR_IN_WORDS else DAY_OF_LIFE)


ORDINAL = re.compile(
    r"\b[Oo]n\s+the\s+\d{1,2}(?:st|nd|rd|th)\b(?:\s+of\s+(?:the|that|this)\s+"
    r"(?:same\s+|following\s+)?month\b)?(?!\s+(?:of|[A-Z]|floor|day|occasion|anniversary|"
    r"grade))"
)
CLOCK_WORDS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
HOUR_IN_WORDS = re.compile(
    rf"\b(?:[Aa]t|[Bb]y|[Aa]round|[Aa]bout|[Aa]fter|[Bb]efore|[Uu]ntil|[Aa]pproximately)\s+"
    r"(?:(?:just|about|around|approximately|roughly|nearly|almost)\s+)?(?:(?:five|ten|"
    rf"twenty(?:-five)?|a?\s?quarter|half)\s+(?:minutes\s+)?"
    rf"(?:to|past)\s+(?:{CLOCK_WORDS}|midnight|noon)|{CLOCK_WORDS}\s+o[’']clock)\b(?:\s+in\s+the\s+(?:morning|"
    rf"afternoon|evening))?"
    rf"|\b(?:[Aa]t|[Bb]y|[Aa]round|[Aa]bout|[Aa]fter|[Bb]efore|[Uu]ntil|[Bb]etween)\s+"
    rf"(?:{CLOCK_WORDS}|\d{{1,2}})(?:\s+and\s+(?:{CLOCK_WORDS}|\d{{1,2}}))?\s+(?:in\s+the|that)\s+"
    r"(?:morning|afternoon|evening)\b"
)


def parts_of_months(text: str, lives: Lives) -> Iterator[Hit]:
    for found in WEEKDAY_IN_MONTH.finditer(text):
        yield Hit(*found.span(), S.POLICY, WEEKDAY)
    for found in FEAST.finditer(text):
        yield Hit(*found.span(), S.POLICY, DAY_OF_LIFE)
    if not TURN_OF_LIFE.search(text):
        return
    for found in PART_OF_MONTH.finditer(text):
        if lives.publish(found[0]):
            continue
        year = int(found["year"]) if found["year"] else None
        proposal = month_and_year(year, month_of(found["month"]))
        if found["in"]:
            proposal = f"{'In' if found['in'][0].isupper() else 'in'} {proposal}"
        yield Hit(*found.span(), S.POLICY, PART_OF_LIFE, proposal)


def hours(text: str, lives: Lives) -> Iterator[Hit]:
    if OPENING_HOURS.search(text) or RESPONSE.search(text):
        return
    for found in TIME.finditer(text):
        if not is_a_paragraph(found, lives.paragraphs):
            yield Hit(*found.span(), S.POLICY, HOUR, part_of_day(found[0]))


def part_of_day(words: str) -> str:
    if re.search(r"[A-Z][a-z]+day\b|\band\b|\bto\b|[-–]", words):
        return ""
    found = re.search(r"(\d{1,2})(?:[:.]?\d\d)?", words)
    hour = int(found[1]) if found else 0
    if re.search(r"(?i)p\.?m", words):
        hour = hour % 12 + 12
    for until, name in ((5, "at night"), (12, "in the morning"), (17, "in the afternoon")):
        if hour % 24 < until:
            return name
    return "in the evening"


def weeks(text: str) -> Iterator[Hit]:
    for found in re.finditer(ages.WEEKS, text):
        yield Hit(*found.span(), S.POLICY, PREGNANT)


def exact_ages(text: str, lives: Lives) -> Iterator[Hit]:
    """Ages of adults: those of children are looked for with all else of the living."""
    of_whom = lives.subject if POPULATION.search(text) else lives.somebody
    if not of_whom.search(text) and not ages.OF_SOMEBODY.search(text):
        return
    for found in lives.age.finditer(text):
        age = ages.number_of(re.sub(CODED, "", found[0]))
        if found[0].endswith("birthday"):
            told = re.search(r"\d+(?=[a-z])", found[0])
            age = int(told[0]) if told else ages.GROWN_UP
        if age is None or age < 10 or WRONG_AGE.search(text, 0, found.start()):
            continue
        yield Hit(*found.span(), S.POLICY, AGE, in_decades(found[0], age))
    for found in re.finditer(ages.BIRTH_YEAR, text):
        yield Hit(*found.span(), S.POLICY, BORN)


def in_decades(words: str, age: int) -> str:
    """Return how “She was aged 34” is published; nothing where a person has to put it."""
    told = ONE_AGE.fullmatch(words)
    if not told:
        return ""
    whose = {"she": "her", "he": "his"}.get(words.split()[0].lower(), "their")
    return f"{told[1] or ''}{ages.band_of(age, whose)}"


ONE_AGE = re.compile(rf"(.*?\b(?:was|is)\s+)?(?:(?:just|only|then|aged)\s+)*{ages.AGE}")
WRONG_AGE = re.compile(r"(?i)\b(?:those|people|persons?|women|men|adults|anyone|over|under)\s+$")


def merged(found: Iterable[Hit], text: str) -> Iterator[Hit]:
    """Put together what stands side by side: a day and its hour are one telling phrase."""
    last: Hit | None = None
    for hit in sorted(found, key=lambda one: (one.start, -one.end)):
        if last is None:
            last = hit
        elif hit.start < last.end or is_joined(text[last.end : hit.start]):
            graver = min(last, hit, key=lambda one: one.severity)
            proposal = graver.proposal if hit.end <= last.end else ""
            last = Hit(last.start, max(last.end, hit.end), graver.severity, graver.reason, proposal)
        else:
            yield last
            last = hit
    if last:
        yield last


def is_joined(gap: str) -> bool:
    return len(gap) <= LONGEST_JOINER and bool(JOINER.fullmatch(gap))
