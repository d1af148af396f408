"""A date as it was written: only the parts that are there, nothing filled in."""

from dataclasses import dataclass, replace

from chronologies.dates import spans, years
from chronologies.dates.precision import Precision
from chronologies.dates.spans import Span
from chronologies.dates.words import MONTH_NAMES

Thirds = tuple[int, int]


class Impossible(Exception):
    """A day that cannot have been. The text says what was found."""


@dataclass(frozen=True, slots=True)
class Written:
    """
    Parts of a date.

    last_year: where the words name several years at once, as "the 1990s" or "2016/17" do.
    thirds: early (0), mid (1), late (2), from the first to the second.
    week: -1 for "week ending", 1 for "week commencing" this day.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str = ""
    quarter: int | None = None
    last_year: int | None = None
    thirds: Thirds | None = None
    week: int = 0
    weekday: int | None = None
    doubt: bool = False

    @property
    def is_a_day(self) -> bool:
        return None not in (self.year, self.month, self.day)

    @property
    def is_only_a_year(self) -> bool:
        return self == Written(year=self.year) and self.year is not None

    @property
    def is_only_a_day_number(self) -> bool:
        return self.day is not None and self.month is None

    @property
    def has_a_span(self) -> bool:
        """Tell whether enough is written to say from when to when."""
        return self.year is not None and not self.is_only_a_day_number

    def completed_by(self, other: "Written") -> "Written":
        """Take from a neighbour what is larger than what is written here: "3" in "3 to 5 May"."""
        mine = replace(self, month=other.month) if self.is_only_a_day_number else self
        return mine if mine.year is not None else replace(mine, year=other.year)

    def check_can_have_been(self, *, reference_year: int) -> None:
        """Raises Impossible for a month 13, a 31 February or a year that cannot be meant."""
        if self.month is not None and not 1 <= self.month <= 12:
            raise Impossible(f"there is no month {self.month}")
        for year in (self.year, self.last_year):
            if year is not None and not years.is_possible(year, reference_year=reference_year):
                raise Impossible(f"the year {year} cannot be meant")
        if self.month is not None and self.day is not None:
            check_month_has(self.day, month=self.month, year=self.year)

    def span(self) -> Span:
        """Return the days this can be. Only for what `has_a_span` and can have been."""
        year, first, count = self.year or 0, *self.whole_months()
        if self.day is not None:
            return self.week_or_day(spans.days(year, first, self.day, self.day))
        if self.last_year is not None:
            return spans.years(year, self.last_year)
        if self.thirds is not None:
            return spans.thirds_of_months(year, first, count, self.thirds)
        return spans.months(year, first, count)

    def whole_months(self) -> tuple[int, int]:
        """Return the first month and the number of months."""
        if self.month is not None:
            return self.month, 1
        if self.season:
            return spans.FIRST_MONTH_OF_SEASON[self.season], 3
        if self.quarter is not None:
            return self.quarter * 3 - 2, 3
        return 1, 12

    def week_or_day(self, day: Span) -> Span:
        if not self.week:
            return day
        return day.joined(day.shifted(6 * self.week))

    @property
    def precision(self) -> Precision:
        if self.week or self.thirds is not None or self.last_year is not None:
            return Precision.RANGE
        if self.day is not None:
            return Precision.EXACT
        if self.month is not None:
            return Precision.MONTH
        if self.season:
            return Precision.SEASON
        return Precision.YEAR if self.quarter is None else Precision.QUARTER


def check_month_has(day: int, *, month: int, year: int | None) -> None:
    """Raises Impossible for a day the month has not; without a year, February has 29."""
    last = spans.days(year or 2000, month, 1, 31).latest.day
    if (day, month, last) == (29, 2, 28):
        raise Impossible(f"{year} has no 29 February")
    if not 1 <= day <= last:
        raise Impossible(f"there is no {day} {MONTH_NAMES[month - 1]}")
