"""The forms in which a time of day is written. First rule that fits wins."""

import re
from datetime import time
from re import Match

from chronologies.dates.precision import TimePrecision
from chronologies.dates.reading import TimeReading
from chronologies.dates.tokens import Builder, Kind, Rule, Token
from chronologies.dates.written import Written

HALF = r"(?P<half>a\.?m\.?|p\.?m\.?)(?![a-z])"
HOURS = r"(?:hours|hrs|hr|h)(?![a-z])"
LAST_MINUTE = time(23, 59)

# From the first minute to the last that the words can mean.
PARTS_OF_DAY = {
    "early hours of the morning": (time(0), time(5, 59)),
    "early hours": (time(0), time(5, 59)),
    "early morning": (time(5), time(8, 59)),
    "mid morning": (time(9), time(10, 59)),
    "mid-morning": (time(9), time(10, 59)),
    "late morning": (time(10), time(11, 59)),
    "morning": (time(5), time(11, 59)),
    "lunchtime": (time(12), time(13, 59)),
    "lunch time": (time(12), time(13, 59)),
    "early afternoon": (time(12), time(14, 59)),
    "mid afternoon": (time(14), time(15, 59)),
    "mid-afternoon": (time(14), time(15, 59)),
    "late afternoon": (time(15), time(17, 59)),
    "afternoon": (time(12), time(17, 59)),
    "early evening": (time(17), time(19, 59)),
    "late evening": (time(21), LAST_MINUTE),
    "evening": (time(17), LAST_MINUTE),
    "late at night": (time(21), LAST_MINUTE),
    "late night": (time(21), LAST_MINUTE),
    "overnight": (time(18), LAST_MINUTE),
    "night": (time(18), LAST_MINUTE),
    "a.m.": (time(0), time(11, 59)),
    "am": (time(0), time(11, 59)),
    "p.m.": (time(12), LAST_MINUTE),
    "pm": (time(12), LAST_MINUTE),
}
MIDNIGHT = "Midnight can be the first or the last minute of this day."


def at(moment: time, precision: TimePrecision = TimePrecision.EXACT) -> TimeReading:
    return TimeReading(moment, moment, precision)


def clock_token(match: Match[str], reading: TimeReading) -> Token:
    return Token(Kind.CLOCK, match.group(), clock=reading)


def time_of(hour: str, minute: str | None, half: str | None) -> time | None:
    """Return a time of day; None where there is none such. "12am" is the first minute."""
    hours, minutes = int(hour), int(minute or 0)
    if half and hours <= 12:
        hours = hours % 12 + (12 if half.startswith("p") else 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def clock(match: Match[str], _reference_year: int) -> Token:
    found = match.groupdict()
    moment = time_of(found["hour"], found.get("minute"), found.get("half"))
    if moment is None:
        note = f"“{match.group().strip()}” is no time of day."
        return clock_token(match, TimeReading(notes=(note,)))
    return clock_token(match, at(moment))


def clocks_sharing_a_half(match: Match[str], _reference_year: int) -> Token | None:
    """Read "2-4pm" and "11-1pm": the half of the day counts for both, if that can be."""
    end = time_of(match["to_hour"], match["to_minute"], match["half"])
    shared = time_of(match["hour"], match["minute"], match["half"])
    other = "a" if match["half"].startswith("p") else "p"
    start = shared if shared and end and shared < end else None
    start = start or time_of(match["hour"], match["minute"], other)
    if start is None or end is None or start >= end:
        return None
    return clock_token(match, TimeReading(start, end, TimePrecision.RANGE))


def noon(match: Match[str], _reference_year: int) -> Token:
    return clock_token(match, at(time(12)))


def midnight(match: Match[str], _reference_year: int) -> Token:
    reading = TimeReading(time(0), time(0), TimePrecision.ABOUT, notes=(MIDNIGHT,))
    return clock_token(match, reading)


def part_of_day(match: Match[str], _reference_year: int) -> Token:
    words = re.sub(r"\s+", " ", match.group())
    return clock_token(match, TimeReading(*PARTS_OF_DAY[words], TimePrecision.PART_OF_DAY))


def dotted(match: Match[str], _reference_year: int) -> Token | None:
    """Read "14.53" as a time and keep "02.03" open: it can be the second of March."""
    first, second = int(match["hour"]), int(match["minute"])
    moment = time_of(match["hour"], match["minute"], None)
    if moment is None:
        return None
    if 1 <= second <= 12 and first:
        day = Written(month=second, day=first)
        return Token(Kind.DATE_OR_CLOCK, match.group(), date=day, clock=at(moment))
    return clock_token(match, at(moment))


def bare(match: Match[str], _reference_year: int) -> Token | None:
    moment = time_of(match["hour"], match["minute"], None)
    return Token(Kind.BARE_CLOCK, match.group(), clock=at(moment)) if moment else None


def rule(pattern: str, build: Builder) -> Rule:
    return Rule(re.compile(pattern), build)


HOUR = r"(?<!\d)(?P<hour>\d{1,2})"
PARTS = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in PARTS_OF_DAY)

CLOCKS = (
    rule(
        rf"{HOUR}(?:[.:](?P<minute>\d\d))?\s*(?:-|to)\s*"
        rf"(?P<to_hour>\d{{1,2}})(?:[.:](?P<to_minute>\d\d))?\s*{HALF}",
        clocks_sharing_a_half,
    ),
    rule(
        rf"{HOUR}:(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?(?!\d)z?(?:\s*{HALF})?(?:\s*{HOURS})?",
        clock,
    ),
    rule(rf"{HOUR}(?:[.](?P<minute>\d\d))?\s*{HALF}", clock),
    rule(rf"{HOUR}[.;]?(?P<minute>\d\d)\s*{HOURS}", clock),
    rule(rf"(?:at|@)\s*(?P<hour>\d{{1,2}})[.:]?(?P<minute>\d\d)(?!\d|[-/.]\d|\s*{HALF})", clock),
    rule(r"(?:12\s+)?(?:noon|midday|mid-day)(?![a-z])", noon),
    rule(r"(?:12\s+)?(?:midnight|mid-night)(?![a-z])", midnight),
    rule(rf"(?:{PARTS})(?![a-z])", part_of_day),
    rule(rf"{HOUR}\.(?P<minute>\d\d)(?!\d|\.\d)", dotted),
)
BARE_CLOCKS = (rule(r"(?<!\d)(?P<hour>\d\d)(?P<minute>\d\d)(?!\d)", bare),)
