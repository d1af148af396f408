"""
When something was, as a paper says it: a day, a month, a season, a part of a year or a year.

Each is kept as the first and the last day that it can mean, so that “the autumn of 2020” and
“October 2020” agree and “spring 2020” does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from anonymity.checking.words.dates import MONTH, MONTHS, WEEKDAY, month_of
from anonymity.checking.words.feasts import WITH_A_DAY, day_called

YEAR = r"(?:19[3-9]|20[0-3])\d"
PART = r"(?:(?:very\s+)?(?:early|mid|late|beginning|start|middle|end)(?:\s+of)?[\s-]+(?:the\s+)?)"
WEEK = r"(?:(?:first|second|third|fourth|last)\s+(?:week(?:end)?|few\s+days|days)\s+(?:of|in)\s+)"
WHEN = re.compile(
    rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?\b(?P<day>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\s+(?:of\s+)?(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR})\b)?|"
    rf"(?<![\d./])(?P<d>\d{{1,2}})[/.](?P<m>\d{{1,2}})[/.](?P<y>(?:19|20)\d\d|\d\d)(?![\d./]\d|\d)|"
    rf"\b(?i:(?P<week>{WEEK}|{PART}))?(?<!\d "
    rf")(?P<month2>{MONTH})(?:,?\s+(?:of\s+)?(?P<year2>{YEAR})\b)|\b(?i:(?P<season>spring|summer|"
    rf"autumn|winter))\s+(?:of\s+)?(?P<year3>{YEAR})\b|\b(?i:(?P<part>early|mid|late|beginning|"
    rf"start|middle|end)(?:\s+of|\s+in)?[\s-]+)(?P<year4>{YEAR})\b|\b(?i:in|since|during|by|from|"
    rf"until|before|after|of|and|to|around|about)\s+(?P<year5>{YEAR})\b(?!\s+(?:Act|Regulations|"
    rf"Order)\b)|\b(?i:in|by|during|since|until|from|of|and|to|that|early|mid|late|"
    rf"the)[\s-]+(?P<month3>{MONTH})(?!\w|,?\s+(?:of\s+)?{YEAR}\b)"
)
NOT_OF_LIVES = re.compile(r"(?i)\byear\s+ending\b|\bet al\b|\(\w+,? (?:19|20)\d\d\)")
OF_A_LAW = re.compile(r"\b(?:Act|Regulations|Code|Guidance)\s+(?:of\s+)?\(?(?:19|20)\d\d")
SEASONS = {"spring": (2, 6), "summer": (5, 9), "autumn": (8, 12)}
PARTS = {
    "early": (1, 5), "beginning": (1, 4), "start": (1, 4), "mid": (4, 9), "middle": (4, 9),
    "late": (8, 12), "end": (10, 12),
}  # fmt: skip
SHORT = 62  # days
CENTURY, SPLIT = 2000, 40  # of years written with two digits


@dataclass(frozen=True, slots=True)
class Moment:
    """
    first, last: the days between which it was. start, end: where it stands in its sentence.
    is_sure: its year is written beside it, not taken from what stands before.
    """

    first: date
    last: date
    start: int
    end: int
    is_sure: bool = True

    def differs(self, other: "Moment") -> bool:
        """Test whether both cannot be true."""
        return self.last < other.first or other.last < self.first

    def in_year(self, year: int) -> "Moment":
        """Return the month that it begins in, of another year."""
        first = month_from(year, self.first.month)
        return replace(self, first=first, last=end_of(year, self.first.month))

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    @property
    def is_month(self) -> bool:
        """Whether it is a month, or a day of one."""
        return (self.first.year, self.first.month) == (self.last.year, self.last.month)

    @property
    def is_year(self) -> bool:
        """Whether it is a year without more."""
        return (self.first.month, self.last.month) == (1, 12) and self.first.day == 1

    @property
    def is_short(self) -> bool:
        """Whether it is a month or two."""
        return (self.last - self.first).days <= SHORT

    @property
    def text(self) -> str:
        """As a reason names it."""
        if self.is_day:
            return f"{self.first.day} {MONTHS[self.first.month - 1]} {self.first.year}"
        if self.is_month:
            return f"{MONTHS[self.first.month - 1]} {self.first.year}"
        if (self.first.month, self.last.month) == (1, 12):
            return f"{self.first.year}"
        if self.first.year == self.last.year:
            return f"another part of {self.first.year}"
        return f"{self.first.year} or {self.last.year}"


def moments_in(text: str, year: int | None = None) -> list[Moment]:
    """Return the moments of a sentence. year: that which was spoken of before it."""
    laws = [law.end() for law in OF_A_LAW.finditer(text)]
    hits = [hit for hit in WHEN.finditer(text) if hit.end() not in laws]
    found: list[Moment] = []
    for at, hit in enumerate(hits):
        one = moment_of(hit)
        if one is None and year_of(hit) is None:
            one = with_year(hits, at, found, year)
        if one:
            found.append(one)
    feasts = list(feasts_in(text))
    return sorted([*found, *feasts], key=lambda one: one.start) if feasts else found


FEAST = re.compile(rf"(?P<name>{WITH_A_DAY.pattern}),? (?:in |of )?(?P<year>{YEAR})\b")


def feasts_in(text: str) -> Iterator[Moment]:
    """Yield the days that a text calls by name, with their year: “Burns Night 2020”."""
    for hit in FEAST.finditer(text):
        day = day_called(hit["name"], int(hit["year"]))
        if day:
            yield Moment(day, day, hit.start(), hit.end())


def with_year(
    hits: list[re.Match[str]], at: int, before: list[Moment], year: int | None
) -> Moment | None:
    """Return “March” of “between March and May 2020”, or of the year that was spoken of."""
    after = hits[at + 1] if at + 1 < len(hits) else None
    if after and year_of(after) and after.start() - hits[at].end() < NEXT:
        return moment_of(hits[at], year_of(after))
    said = before[-1].first.year if before else year
    one = moment_of(hits[at], said) if said else None
    return replace(one, is_sure=bool(before)) if one else None


NEXT = 8  # letters between “March” and “May 2020”


def year_of(hit: re.Match[str]) -> int | None:
    found = next((hit[key] for key in ("year", "year2", "year3", "year4", "year5") if hit[key]), "")
    if found:
        return int(found)
    if hit["y"]:
        short = int(hit["y"])
        return short if short >= 100 else short + CENTURY - (100 if short >= SPLIT else 0)
    return None


def moment_of(hit: re.Match[str], year: int | None = None) -> Moment | None:
    year = year_of(hit) or year
    if year is None:
        return None
    days = days_of(hit, year)
    return Moment(days[0], days[1], hit.start(), hit.end()) if days else None


def days_of(hit: re.Match[str], year: int) -> tuple[date, date] | None:
    month = next((month_of(hit[key]) for key in ("month", "month2", "month3") if hit[key]), 0)
    if hit["m"]:
        month = int(hit["m"])
    day = int(hit["day"] or hit["d"] or 0)
    try:
        if day:
            return date(year, month, day), date(year, month, day)
    except ValueError:
        return None
    if month:
        return month_from(year, month), end_of(year, month)
    if hit["season"]:
        return in_season(hit["season"].lower(), year)
    if hit["part"]:
        first, last = PARTS[hit["part"].lower()]
        return month_from(year, first), end_of(year, last)
    return date(year, 1, 1), date(year, 12, 31)


def in_season(season: str, year: int) -> tuple[date, date]:
    if season == "winter":
        return date(year - 1, 11, 1), date(year + 1, 3, 31)
    first, last = SEASONS[season]
    return month_from(year, first), end_of(year, last)


def month_from(year: int, month: int) -> date:
    return date(year, month, 1)


def end_of(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


LABEL = re.compile(
    rf"^\s*(?:\(?[A-Z]?\d{{1,3}}(?:\.\d+)*[.)]?\s+)?(?P<label>(?:{PART})?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?)(?=\s*(?:[.:\t]|[–-]\s))",
    re.IGNORECASE,
)


def label_of(text: str, year: int | None) -> Moment | None:
    """Return the day or month under which an entry of a chronology stands: “3.7 May. She …”."""
    hit = LABEL.match(text)
    if not hit or not (hit["year"] or year) or not hit["month"][0].isupper():
        return None
    said, month, day = int(hit["year"] or year or 0), month_of(hit["month"]), int(hit["day"] or 0)
    try:
        first = date(said, month, day or 1)
    except ValueError:
        return None
    last = first if day else end_of(said, month)
    return Moment(first, last, hit.start("label"), hit.end("label"))
