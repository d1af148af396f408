"""From which day to which day a month, a season or a third of the year runs."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

THIRDS_OF_MONTH = ((1, 10), (11, 20), (21, 31))
MONTHS_OF_YEAR = 12
FIRST_MONTH_OF_SEASON = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Span:
    """Days from earliest to latest, both included."""

    earliest: date
    latest: date

    def joined(self, other: "Span") -> "Span":
        """Return the days from the first of both to the last of both."""
        return Span(min(self.earliest, other.earliest), max(self.latest, other.latest))

    def shifted(self, by: int) -> "Span":
        """Return the same number of days, so many days later."""
        return Span(self.earliest + timedelta(days=by), self.latest + timedelta(days=by))


def days(year: int, month: int, first: int, last: int) -> Span:
    """Return days of a month; a last day beyond its end is its end."""
    return Span(date(year, month, first), date(year, month, min(last, monthrange(year, month)[1])))


def months(year: int, first: int, count: int) -> Span:
    """Return whole months. The thirteenth month is January of the next year."""
    start = month_of(year, first)
    end = month_of(year, first + count)
    return Span(start, end - timedelta(days=1))


def month_of(year: int, month: int) -> date:
    return date(year + (month - 1) // MONTHS_OF_YEAR, (month - 1) % MONTHS_OF_YEAR + 1, 1)


def years(first: int, last: int) -> Span:
    return Span(date(first, 1, 1), date(last, 12, 31))


def thirds_of_months(year: int, first: int, count: int, thirds: tuple[int, int]) -> Span:
    """
    Return the early, mid or late part of whole months; 0 is early, 2 is late.

    The thirds of one month are its days 1 to 10, 11 to 20 and 21 to the end.
    """
    early, late = thirds
    if count == 1:
        return days(year, first, THIRDS_OF_MONTH[early][0], THIRDS_OF_MONTH[late][1])
    part = count // 3
    return months(year, first + early * part, (late - early + 1) * part)
