import re
from collections.abc import Iterator
from datetime import date
from re import Match

from chronologies.dates.words import MONTHS, WEEKDAY_NAMES, WEEKDAYS
from chronologies.dates.years import full_year
from composite.checks.found import Found, in_words, weekday_of, who_and_where
from composite.checks.options import Options
from composite.checks.story import Register, Story, Told

CODE = "weekday_and_date_disagree"
NEAR = 200  # days from the entry within which a day without its year is looked for

SHORT = sorted(set(WEEKDAYS) - {name.lower() for name in WEEKDAY_NAMES}, key=len, reverse=True)
WEEKDAY = rf"(?:{'|'.join(WEEKDAY_NAMES)}|(?:{'|'.join(SHORT)})\b\.?)".lower()
NAMED = rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{'|'.join(MONTHS)})\b\.?"
MARKED = r"(?P<d2>\d{1,2})(?P<mark>[/.\-])(?P<m2>\d{1,2})(?P=mark)(?P<y2>\d{4}|\d\d)(?![/.\-]?\d)"
DAY = rf"(?:{NAMED}(?:,?\s+(?P<y1>(?:19|20)\d\d)\b)?|{MARKED})"
ALONE_BEFORE = r"(?<![a-z/&\-])(?<![/&\-]\s)"
BEFORE = re.compile(rf"{ALONE_BEFORE}\b(?P<name>{WEEKDAY})[,\s]\s*(?:the\s+|on\s+)?{DAY}")
AFTER = re.compile(
    rf"(?<![\d/.\-]){DAY},?\s*(?:\(|\[|,\s?an?\s|a\s)\s*(?P<name>{WEEKDAY})\b(?!\s*\d)"
)
ALONE = re.compile(rf"(?<![a-z])(?P<name>{WEEKDAY})(?![a-z])")


def weekday_and_date_disagree(story: Story, _register: Register, _options: Options) -> list[Found]:
    """
    Find a weekday that is not that of the day beside it, in the date or in the words.

    Only a weekday that stands right beside a day counts. A day without its year agrees if it has
    that weekday in any year near the entry.
    """
    return [found for one in story.told for found in in_entry(one)]


def in_entry(told: Told) -> Iterator[Found]:
    pairs = [*of_date(told), *of_words(told)]
    for name, day in dict.fromkeys(pairs):
        written = WEEKDAY_NAMES[name]
        words = (
            f"{who_and_where(told)} names {written} {in_words(day)}, "
            f"but {in_words(day)} was a {weekday_of(day)}."
        )
        yield Found(
            CODE, (told.root,), words, (written, in_words(day), weekday_of(day)),
            identity=f"{told.root} {name} {day}",
        )  # fmt: skip


def of_date(told: Told) -> Iterator[tuple[int, date]]:
    """Look at the date as the agency wrote it."""
    named = ALONE.findall(told.raw_date.lower())
    if told.day and len(named) == 1:
        weekday = number_of(named[0])
        if weekday != told.day.weekday():
            yield weekday, told.day


def of_words(told: Told) -> Iterator[tuple[int, date]]:
    text = told.all_words.lower()
    for pattern in (BEFORE, AFTER):
        for match in pattern.finditer(text):
            weekday = number_of(match["name"])
            days = possible_days(match, told)
            if days and all(day.weekday() != weekday for day in days):
                yield weekday, days[0]


def number_of(name: str) -> int:
    return WEEKDAYS[name.rstrip(".")]


def possible_days(match: Match[str], told: Told) -> list[date]:
    """Return the day that is written; without a year, those near the entry, the nearest first."""
    if match["d2"]:
        year = int(match["y2"])
        near = (told.earliest or told.latest or date(2020, 1, 1)).year
        full = year if len(match["y2"]) == 4 else full_year(year, reference_year=near + 1)
        return day_if_any(full, int(match["m2"]), int(match["d2"]))
    month, number = MONTHS[match["m1"]], int(match["d1"])
    if match["y1"]:
        return day_if_any(int(match["y1"]), month, number)
    written_on = told.day
    if written_on is None:
        return []
    around = [
        day for year in range(written_on.year - 1, written_on.year + 2)
        for day in day_if_any(year, month, number)
    ]  # fmt: skip
    near_days = [day for day in around if abs((day - written_on).days) <= NEAR]
    return sorted(near_days, key=lambda day: abs((day - written_on).days))


def day_if_any(year: int, month: int, number: int) -> list[date]:
    try:
        return [date(year, month, number)]
    except ValueError:
        return []
