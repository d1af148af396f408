"""
Reckoning with days. All days are dates in Europe/London: what hour it is never matters here.

Working days are those of England and Wales: no Saturday, Sunday or bank holiday.
"""

from datetime import date, timedelta
from functools import cache

from dateutil.relativedelta import relativedelta
from holidays import HolidayBase, country_holidays

from reviews.deadlines.rule import Length

ONE_DAY = timedelta(days=1)


def due_after(length: Length, *, started_on: date) -> date:
    """
    Return the last day on which the work counts as in time.

    Months come first. When the target month has no such day the due day is that month's last:
    one month from 31 January is 28 February, or 29 February in a leap year. A due day on a
    weekend or a bank holiday stays where it is, unless the length is in working days.
    """
    day = started_on + relativedelta(months=length.months, days=length.days)
    return working_days_after(day, length.working_days)


def working_days_after(day: date, count: int) -> date:
    """Return the `count`-th working day after a day; the day itself for none."""
    for _ in range(count):
        day += ONE_DAY
        while not is_working_day(day):
            day += ONE_DAY
    return day


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays()


@cache
def bank_holidays() -> HolidayBase:
    """Return the bank holidays of England and Wales, which the library works out by year."""
    return country_holidays("GB", subdiv="ENG", language="en_GB")


def days_left(due: date, *, today: date) -> int:
    """Return how many days are left to a due day; 0 on the day, negative when it is past."""
    return (due - today).days
