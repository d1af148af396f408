"""How days, parts of months and times of day are written in reports, and which day they say."""

import re
from dataclasses import dataclass
from datetime import date

from anonymity.checking.words.feasts import NAMED

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
YEAR = r"(?:19|20)\d\d\b"
TH = r"(?:\s?(?:st|nd|rd|th))?"

WRITTEN = (
    rf"(?:\d{{1,2}}{TH}\s*(?:-|–|/|&|and|to)\s*)?(?P<day>\d{{1,2}}){TH}\s+(?:day\s+)?(?:of\s+)?"
    rf"(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?"
)
AMERICAN = (
    rf"(?P<month2>{MONTH})\s+(?:the\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%])"
    rf"(?:,?\s+(?P<year2>{YEAR}))?"
)
NUMERIC = (
    r"(?<![\d./])(?P<day3>\d{1,2})(?P<sep>[/.-])(?P<month3>\d{1,2})(?P=sep)"
    r"(?P<year3>(?:19|20)\d\d|\d\d)(?![\d./]\d|\d)"
)
ISO = r"(?P<year4>(?:19|20)\d\d)-(?P<month4>\d\d)-(?P<day4>\d\d)\b"
DAY = re.compile(
    rf"(?P<on>\b[Oo]n\s+)?(?:the\s+)?(?:{WEEKDAY},?\s+(?:the\s+)?)?(?<!\d\.)\b"
    rf"(?:{WRITTEN}|{AMERICAN}|{NUMERIC}|{ISO})"
)
PART_OF_MONTH = re.compile(
    r"\b(?P<in>[Ii]n\s+|[Aa]t\s+|[Oo]n\s+)?(?:the\s+)?(?P<part>(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-]*|"
    r"(?:very\s+)?(?:beginning|start|middle|end)\s+of\s+|"
    r"(?:first|second|third|fourth|last)\s+(?:week(?:end)?|few days|days)\s+(?:of|in)\s+)"
    rf"(?P<month>{MONTH})(?:\s+(?:of\s+)?(?P<year>{YEAR}))?"
)
WEEKDAY_IN_MONTH = re.compile(
    rf"\b(?:(?:[Oo]n|[Oo]ver)\s+)?(?:an?|the|one)\s+(?:{WEEKDAY}|(?:bank holiday )?weekend)"
    rf"(?:\s+(?:morning|afternoon|evening|night))?\s+(?:in|of)\s+(?:early|mid|late)?[\s-]*{MONTH}"
    rf"(?:\s+{YEAR})?"
)
FEAST = re.compile(
    rf"\b(?:[Oo]n\s+)?(?:{NAMED}|"
    r"the (?:day|night|evening|morning) (?:before|after|of) (?:Christmas|Eid|Diwali|Easter|"
    rf"Ramadan|Halloween|New Year))\b(?:,?\s+(?:in\s+)?{YEAR})?"
)
# “At 6.52 he rang”, which may also be the number of a paragraph
WITH_A_STOP = (
    r"(?:(?<=\b[Aa]t )|(?<=\babout )|(?<=\b[Aa]round )|(?<=\b[Uu]ntil )|(?<=\b[Jj]ust after )|"
    r"(?<=\b[Jj]ust before )|(?<=\b[Ss]hortly after )|(?<=\b[Ss]hortly before )|"
    r"(?<=\b[Aa]pproximately ))(?<![\d:.£])"
    r"(?:[01]?\d|2[0-3])\.[0-5]\d(?=[,;:)]|\.(?!\d)|$|\s+(?:[A-Z]|(?:[Hh]e|[Ss]he|[Tt]hey|the|an?|his|"
    r"her|that|on|in|when|and|with|to|from|by|after|before|who|where|officers|police|paramedics|but|"
    r"as)\b))"
)
CLOCK = (
    r"(?:(?<![\d:.£])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])(?:\s*(?:hrs?|hours|[ap]\.?m\b\.?))?|"
    r"(?<![\d:.£])(?:1[0-2]|0?\d)(?:\.[0-5]\d)?\s?[ap]\.?m\b\.?|"
    r"(?<![\d:.£])(?:[01]?\d|2[0-4])\.[0-5]\d\s?(?:hrs?|hours)\b|"
    r"\b(?:half past|quarter (?:past|to)) (?:\d{1,2}|[a-z]+)\b|"
    r"(?<=\bat )(?:[01]\d|2[0-3])\.[0-5]\d(?![\d%])|"
    rf"{WITH_A_STOP}|"
    r"(?<![\d:.£])(?:[01]?\d|2[0-3])\.[0-5]\d(?= (?:that|in the|on the) (?:early |same |"
    r"following )?(?:morning|afternoon|evening|night|day))|"
    r"(?<=[Bb]etween )(?:[01]?\d|2[0-3])\.[0-5]\d(?= and )|"
    r"\b(?:[01]\d|2[0-3])[0-5]\d\s?(?:hrs|hours)\b|"
    r"(?<=\bthe )(?:[01]?\d|2[0-3])[.:][0-5]\d(?= (?:train|bus|coach|ferry|flight)))"
)
NEAR = (
    r"(?:(?:[Jj]ust|[Ss]hortly|[Ss]oon|[Ll]ong)\s+(?:before|after)|(?:at\s+)?(?:[Aa]bout|[Aa]round|"
    r"[Aa]pproximately|[Rr]oughly)|[Aa]t|[Bb]y|[Ff]rom|[Bb]etween|[Ff]ollowing)"
)
TIME = re.compile(
    rf"(?:\b(?:[Aa]t\s+)?{NEAR}\s+)?{CLOCK}"
    rf"(?:\s*(?:-|–|to|and|until|till)\s*{CLOCK})?"
    rf"(?:\s+(?:in the (?:early )?(?:morning|afternoon|evening)|at night|"
    rf"that (?:same )?(?:morning|afternoon|evening|night|day)))?"
    rf"(?:,?\s+on\s+(?:(?:the|that)\s+(?:same\s+|following\s+)?)?{WEEKDAY})?"
)


NUMBER_OF_PARAGRAPH = re.compile(r"(?m)^\s*(\d{1,2}\.\d{1,2})(?=[.\s])")
STOPPED = re.compile(r"(?<![\d.])\d{1,2}\.\d\d$")  # nothing behind it says that it is a time
REFERS = re.compile(
    r"(?i)\b(?:see|set out|described|discussed|paragraphs?|sections?|explained|considered|analysis|"
    r"recommendations?|referred to|noted|listed|detailed|rate|average|score\w*|stood)\W+(?:\w+ )?$"
)


def numbers_of_paragraphs(whole: str) -> frozenset[str]:
    """Return the numbers of two parts at the head of the lines of a paper."""
    return frozenset(NUMBER_OF_PARAGRAPH.findall(whole))


def is_a_paragraph(time: re.Match[str], paragraphs: frozenset[str]) -> bool:
    """Whether “6.52” sends its reader to a paragraph and is no time of day."""
    bare = STOPPED.search(time[0])
    refers = REFERS.search(time.string, 0, time.start())
    return bool(bare and (bare[0] in paragraphs or refers))


def month_of(word: str) -> int:
    return next(at for at, name in enumerate(MONTHS, 1) if name[:3] == word[:3])


def parts_of(hit: re.Match[str]) -> tuple[int | None, int, int] | None:
    """Return year, month and day of a match of DAY; nothing when there is no such day."""
    found = {key.rstrip("234"): value for key, value in hit.groupdict().items() if value}
    try:
        month = int(found["month"]) if found["month"].isdigit() else month_of(found["month"])
        year = int(found["year"]) if "year" in found else None
        if year is not None and year < 100:
            year += 2000 if year < 40 else 1900
        date(year or 2000, month, int(found["day"]))  # 2000 had a 29 February
    except ValueError:
        return None
    return year, month, int(found["day"])


def month_and_year(year: int | None, month: int) -> str:
    return f"{MONTHS[month - 1]} {year}" if year else MONTHS[month - 1]


# The days of a sentence, to compare them with those of others

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY_OF_YEAR = re.compile(
    rf"(?<!\d\.)\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH})\.?,? "
    r"(?P<year>\d{4})\b"
    r"|\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4}|\d{2})\b"
)
MONTH_OF_YEAR = re.compile(rf"\b(?P<month>{MONTH})\.? (?P<year>\d{{4}})\b")
CENTURY = 2000  # of years written with two digits


@dataclass(frozen=True, slots=True)
class Said:
    """A day, or a month where the day is not said, and where it stands in its line."""

    year: int
    month: int
    day: int | None
    start: int
    end: int

    @property
    def exact(self) -> date | None:
        try:
            return date(self.year, self.month, self.day) if self.day else None
        except ValueError:
            return None

    def differs(self, other: "Said") -> bool:
        """Test whether both cannot be true; a month and a day of it can."""
        if (self.year, self.month) != (other.year, other.month):
            return True
        return bool(self.day and other.day and self.day != other.day)


def days_in(text: str) -> list[Said]:
    """Return the days and months of a text, in its order. Days are written as in the UK."""
    found = [said for hit in DAY_OF_YEAR.finditer(text) if (said := day_of(hit))]
    months = (
        Said(int(hit["year"]), month_of(hit["month"]), None, hit.start(), hit.end())
        for hit in MONTH_OF_YEAR.finditer(text)
    )
    alone = [one for one in months if not any(day.start < one.end <= day.end for day in found)]
    return sorted([*found, *alone], key=lambda one: one.start)


def day_of(hit: re.Match[str]) -> Said | None:
    if hit["day"]:
        year, month, day = int(hit["year"]), month_of(hit["month"]), int(hit["day"])
    else:
        year, month, day = int(hit["y"]), int(hit["m"]), int(hit["d"])
    year += CENTURY if year < 100 else 0
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Said(year, month, day, hit.start(), hit.end())
