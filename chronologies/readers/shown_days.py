"""A day that a sheet holds, in the words that the sheet shows of it."""

from collections.abc import Set
from datetime import date, datetime, time

from chronologies.dates.words import MONTH_NAMES
from chronologies.readers.grid import Cell


def cell_of_day(value: date, *, shown: Set[str]) -> Cell:
    """
    Return a day as it is shown. shown: which of y, m, d; none where nothing says.

    A sheet turns a typed "May 2016" into the first of May shown without its day: it stays a month.
    A typed "22 May" gets the year of that moment, which is not shown: it stays in doubt.
    """
    year_was_added = bool(shown) and "y" not in shown
    if "d" in shown or not shown:
        return Cell(f"{value:%d/%m/%Y}{time_of(value)}", doubt=year_was_added)
    month = f"{MONTH_NAMES[value.month - 1]} " if "m" in shown else ""
    return Cell(f"{month}{value.year}", doubt=year_was_added)


def time_of(value: date) -> str:
    """Return the time; midnight is what a sheet holds for a day without one."""
    if not isinstance(value, datetime) or value.time() == time():
        return ""
    return f"{value: %H:%M}"
