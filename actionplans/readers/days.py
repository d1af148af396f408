"""
The days that stand in the words of a plan.

People write "31 October 2020 / November 2020", "August 2021 (once signed off by Home Office)" or
"On-going". A day is read where one can be read honestly, a month as its last day; the words stay.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
YEAR = r"(?:19|20)\d\d"
MENTION = re.compile(
    rf"\b(?P<iso>{YEAR}-\d\d-\d\d)\b"
    rf"|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month>{MONTH})\b\.?,?"
    rf"[\s-]*(?P<year>{YEAR})\b"
    rf"|\b(?P<numbers>\d{{1,2}}[./]\d{{1,2}}[./](?:{YEAR}|\d\d)|\d{{1,2}}-\d{{1,2}}-{YEAR})\b"
    rf"|\b(?P<in>{MONTH})\b\.?,?(?P<of>[\s'’‘-]*{YEAR}|\s?['’‘-]\d\d(?![\d./:]))\b"
    rf"|\bq(?:uarter\s+)?(?P<quarter>[1-4])\s*(?:of\s*)?(?P<quarter_of>{YEAR})"
    rf"(?P<next_year>[/–-](?:20)?\d\d)?\b",
    re.IGNORECASE,
)
SMALL = frozenset({"by", "end", "of", "the", "in", "on", "before", "from", "to", "and", "due"})
YEAR_ALONE = re.compile(rf"\W*(?:(?:by|in|end of|the|during)\s+)*({YEAR})\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A day and the words it was read from. is_exact: the words name the very day."""

    day: date
    words: str
    is_exact: bool


def mentions(text: str) -> list[Mention]:
    """Return the days named in some words, in their order. None that no calendar has."""
    alone = YEAR_ALONE.fullmatch(text)
    if alone:
        return [Mention(date(int(alone[1]), 12, 31), text.strip(), is_exact=False)]
    return [one for found in MENTION.finditer(text) for one in mentioned(found)]


def mentioned(found: re.Match[str]) -> Iterator[Mention]:
    try:
        day, is_exact = day_of(found)
    except ValueError:  # the 31st of February
        return
    yield Mention(day, found[0], is_exact)


def day_of(found: re.Match[str]) -> tuple[date, bool]:
    if found["iso"]:
        return date.fromisoformat(found["iso"]), True
    if found["day"]:
        return date(int(found["year"]), MONTHS[found["month"].lower()], int(found["day"])), True
    if found["numbers"]:
        day, month, year = map(int, re.split("[./-]", found["numbers"]))
        return date(whole(year), month, day), True
    if found["quarter"]:
        return last_of_quarter(found), False
    return last_of(whole(int(found["of"].strip(" '’‘-\t\n"))), MONTHS[found["in"].lower()]), False


def last_of_quarter(found: re.Match[str]) -> date:
    """Return the last day of "Q3 2021", or of "Q3 2021/22", which a financial year counts."""
    year, month = int(found["quarter_of"]), int(found["quarter"]) * 3
    if not found["next_year"]:
        return last_of(year, month)
    if int(found["next_year"][-2:]) != (year + 1) % 100:
        raise ValueError(f"{found[0]} is no financial year.")
    return last_of(year + 1, 3) if month == 12 else last_of(year, month + 3)


def whole(year: int) -> int:
    return year if year > 99 else 2000 + year


def last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def beyond(text: str, found: list[Mention]) -> str:
    """Return what stands in some words beside the days, for saying what no day tells."""
    for one in found:
        text = text.replace(one.words, " ", 1)
    words = " ".join(text.split()).strip(" .,;:/-–&")
    said = [word for word in re.findall(r"\w+", words) if word.casefold() not in SMALL]
    return words if said else ""


def in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
