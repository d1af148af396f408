"""The forms in which a day, a month, a season or a year is written. First rule that fits wins."""

import re
from re import Match

from chronologies.dates import years
from chronologies.dates.tokens import Builder, Kind, Rule, Token
from chronologies.dates.words import MONTHS, QUARTERS, SEASONS
from chronologies.dates.written import Written

ORDINAL = r"(?:\s?(?:st|nd|rd|th)(?![a-z]))"
ANY_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![a-z])"
ANY_SEASON = rf"(?:{'|'.join(sorted(SEASONS, key=len, reverse=True))})(?![a-z])"
GAP = r"[\s\-/.,'’_]*(?:of\s+)?['’]?"

DAY = rf"(?<!\d)(?P<day>\d{{1,2}}){ORDINAL}?"
MONTH = rf"(?P<name>{ANY_MONTH})"
MONTH_NUMBER = r"(?<!\d)(?P<month>\d{1,2})"
SEASON = rf"(?P<season>{ANY_SEASON})"

NOT_A_TIME = r"(?!\d|[:.]\d|\s*(?:am|pm|a\.m|p\.m|hrs|hours|hr|h|noon|midday)(?![a-z]))"
NOT_A_DAY = rf"(?!{ORDINAL}|\s*{ANY_MONTH}|[/.]\d{{1,2}}[/.]\d)"
FULL_YEAR = r"(?:19|20)\d\d"
YEAR = rf"(?P<year>{FULL_YEAR}){NOT_A_TIME}"
YEAR_OR_TWO_DIGITS = rf"(?P<year>{FULL_YEAR}|\d\d{NOT_A_DAY}){NOT_A_TIME}"
ANY_YEAR = rf"(?P<year>\d{{4}}|\d\d{NOT_A_DAY})(?!\d|(?P=mark)\d)"
NEXT_YEAR = rf"\s?[-/]\s?(?P<next>{FULL_YEAR}|\d\d)(?!\d)"
QUARTER = r"q(?:uarter|tr)?\s?(?P<number>[1-4])"
NAMED_QUARTER = (
    rf"(?P<number>{'|'.join(QUARTERS)}|[1-4](?=st|nd|rd|th)){ORDINAL}?\s+(?:quarter|qtr)"
)
NO_TIME_OF_EXPORTS = r"(?:[t\s]00:00:00(?:\.0+)?(?![\d:]))?"


def date_token(match: Match[str], written: Written) -> Token:
    return Token(Kind.DATE, match.group(), date=written)


def year_of(match: Match[str], reference_year: int) -> int:
    digits = match["year"]
    if len(digits) == 2:
        return years.full_year(int(digits), reference_year=reference_year)
    return int(digits)


def numeric_day(match: Match[str], reference_year: int) -> Token:
    return date_token(
        match,
        Written(
            year=year_of(match, reference_year), month=int(match["month"]), day=int(match["day"])
        ),
    )


def compact_day(match: Match[str], reference_year: int) -> Token | None:
    """Read eight digits in the one order in which they have a year of our time."""
    digits = match.group()
    for year, month, day in ((digits[:4], digits[4:6], digits[6:]), day_first(digits)):
        if years.is_possible(int(year), reference_year=reference_year) and int(month) <= 12:
            return date_token(match, Written(year=int(year), month=int(month), day=int(day)))
    return None


def day_first(digits: str) -> tuple[str, str, str]:
    return digits[4:], digits[2:4], digits[:2]


def named_day(match: Match[str], reference_year: int) -> Token:
    return date_token(
        match,
        Written(
            year=year_of(match, reference_year),
            month=MONTHS[match["name"]],
            day=int(match["day"]),
        ),
    )


def day_of_month(match: Match[str], _reference_year: int) -> Token:
    return date_token(match, Written(month=MONTHS[match["name"]], day=int(match["day"])))


def named_month(match: Match[str], reference_year: int) -> Token:
    """Read a month; "May 16" with nothing but a space could also be the sixteenth."""
    could_be_a_day = re.fullmatch(r"[a-z]+\.?\s+\d\d", match.group()) is not None
    return date_token(
        match,
        Written(
            year=year_of(match, reference_year),
            month=MONTHS[match["name"]],
            doubt=could_be_a_day,
        ),
    )


def month_alone(match: Match[str], _reference_year: int) -> Token:
    return date_token(match, Written(month=MONTHS[match["name"]]))


def numeric_month(match: Match[str], _reference_year: int) -> Token:
    return date_token(match, Written(year=int(match["year"]), month=int(match["month"])))


def season(match: Match[str], reference_year: int) -> Token:
    name = SEASONS[match["season"]]
    return date_token(match, Written(year=year_of(match, reference_year), season=name))


def season_alone(match: Match[str], _reference_year: int) -> Token:
    return date_token(match, Written(season=SEASONS[match["season"]]))


def winter_of_two_years(match: Match[str], _reference_year: int) -> Token | None:
    if not follow_each_other(match):
        return None
    return date_token(match, Written(year=int(match["year"]), season="winter"))


def quarter(match: Match[str], reference_year: int) -> Token:
    number = match["number"]
    return date_token(
        match,
        Written(
            year=year_of(match, reference_year),
            quarter=int(number) if number.isdigit() else QUARTERS[number],
        ),
    )


def financial_quarter(match: Match[str], reference_year: int) -> Token | None:
    """Read "Q1 2016/17" as April to June 2016: the financial year begins in April."""
    if not follow_each_other(match):
        return None
    number, year = int(match["number"]), year_of(match, reference_year)
    written = Written(year=year, quarter=number + 1)
    return date_token(match, Written(year=year + 1, quarter=1) if number == 4 else written)


def follow_each_other(match: Match[str]) -> bool:
    return int(match["next"]) % 100 == (int(match["year"]) + 1) % 100


def years_or_month(match: Match[str], _reference_year: int) -> Token | None:
    """
    Read "2016/17" as two years and "2016-05" as a month.

    "2009-11" can be either; the years from 2009 to 2011 hold both readings.
    """
    year, number = int(match["year"]), int(match["next"])
    if number > year % 100:
        last = year - year % 100 + number
        return date_token(match, Written(year=year, last_year=last, doubt=number <= 12))
    if 1 <= number <= 12:
        return date_token(match, Written(year=year, month=number))
    return None


def decade(match: Match[str], _reference_year: int) -> Token:
    year = int(match["year"])
    return date_token(match, Written(year=year, last_year=year + 9))


def year_alone(match: Match[str], _reference_year: int) -> Token:
    return date_token(match, Written(year=int(match["year"])))


def day_and_month(match: Match[str], _reference_year: int) -> Token | None:
    """Read "3/5" as the third of May of a year that stands elsewhere."""
    written = Written(month=int(match["month"]), day=int(match["day"]))
    return date_token(match, written) if 1 <= int(match["month"]) <= 12 else None


def day_alone(match: Match[str], _reference_year: int) -> Token | None:
    day = int(match["day"])
    return date_token(match, Written(day=day)) if 1 <= day <= 31 else None


def rule(pattern: str, build: Builder) -> Rule:
    return Rule(re.compile(pattern), build)


DATED = (
    rule(
        rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)"
        rf"{NO_TIME_OF_EXPORTS}",
        numeric_day,
    ),
    rule(
        rf"{DAY}\s*(?P<mark>[-/.\\])\s*{MONTH_NUMBER}\s*(?P=mark)\s*{ANY_YEAR}"
        rf"{NO_TIME_OF_EXPORTS}",
        numeric_day,
    ),
    rule(rf"{DAY}[-/.\\]{MONTH_NUMBER}[-/.\\](?P<year>\d{{4}})(?!\d|[-/.]\d)", numeric_day),
    rule(rf"{DAY}\s{MONTH_NUMBER}\s{YEAR}", numeric_day),
    rule(r"(?<!\d)\d{8}(?!\d)", compact_day),
    rule(rf"{DAY}{GAP}{MONTH}{GAP}{YEAR_OR_TWO_DIGITS}", named_day),
    rule(rf"{MONTH}{GAP}{DAY},?\s+{YEAR}", named_day),
    rule(rf"(?P<year>{FULL_YEAR})[\s\-/.]+{MONTH}[\s\-/.]+{DAY}(?!\d)", named_day),
    rule(rf"{DAY}{GAP}{MONTH}", day_of_month),
    rule(rf"{MONTH}\s+(?P<day>\d{{1,2}}){ORDINAL}", day_of_month),
    rule(rf"{QUARTER}{GAP}(?P<year>{FULL_YEAR}|\d\d){NEXT_YEAR}", financial_quarter),
    rule(rf"{QUARTER}{GAP}{YEAR_OR_TWO_DIGITS}", quarter),
    rule(rf"{NAMED_QUARTER}{GAP}{YEAR}", quarter),
    rule(rf"(?P<year>{FULL_YEAR}){GAP}{QUARTER}", quarter),
    rule(rf"(?P<season>winter){GAP}(?P<year>{FULL_YEAR}){NEXT_YEAR}", winter_of_two_years),
    rule(rf"{SEASON}{GAP}{YEAR_OR_TWO_DIGITS}", season),
    rule(rf"(?P<year>{FULL_YEAR})\s+{SEASON}(?!{GAP}\d)", season),
    rule(SEASON, season_alone),
    rule(rf"{MONTH}{GAP}{YEAR_OR_TWO_DIGITS}", named_month),
    rule(rf"(?P<year>{FULL_YEAR})[\s\-/.,]+{MONTH}(?!{GAP}\d)", named_month),
    rule(MONTH, month_alone),
)

# After the times of day: these are the shapes that a time can also have.
BARE = (
    rule(rf"{MONTH_NUMBER}\s*[-/.]\s*{YEAR}(?![-/]\d)", numeric_month),
    rule(rf"(?P<year>{FULL_YEAR})\s?[-/.]\s?(?P<next>\d\d){NOT_A_TIME}(?![-/]\d)", years_or_month),
    rule(r"(?P<year>(?:19|20)\d0)['’]?s(?![a-z])", decade),
    rule(YEAR, year_alone),
    rule(
        rf"{DAY}[./]{MONTH_NUMBER}(?!\d|[/.]\d|{ORDINAL}|{GAP}{ANY_MONTH})",
        day_and_month,
    ),
)
LAST = (rule(rf"{DAY}(?!\d)", day_alone),)
