"""The days of a sentence, to compare them with those of others."""

import re
from dataclasses import dataclass
from datetime import date

from reports.anonymity.words.dates import MONTH, MONTHS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH})\.?,? (?P<year>\d{{4}})\b"
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
    found = [said for hit in DAY.finditer(text) if (said := day_of(hit))]
    months = (
        Said(int(hit["year"]), number_of(hit["month"]), None, hit.start(), hit.end())
        for hit in MONTH_OF_YEAR.finditer(text)
    )
    alone = [one for one in months if not any(day.start < one.end <= day.end for day in found)]
    return sorted([*found, *alone], key=lambda one: one.start)


def day_of(hit: re.Match[str]) -> Said | None:
    if hit["day"]:
        year, month, day = int(hit["year"]), number_of(hit["month"]), int(hit["day"])
    else:
        year, month, day = int(hit["y"]), int(hit["m"]), int(hit["d"])
    year += CENTURY if year < 100 else 0
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Said(year, month, day, hit.start(), hit.end())


def number_of(month: str) -> int:
    return next(at for at, name in enumerate(MONTHS, 1) if name.startswith(month[:3]))
