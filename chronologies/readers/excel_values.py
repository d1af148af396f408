"""The words of one cell of a sheet, as the sheet shows them."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from chronologies.dates.words import MONTH_NAMES
from chronologies.readers.grid import NO_CELL, Cell

# Colours, currencies, conditions and words in quotation marks say nothing about the parts shown.
NOT_PARTS = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.|_.|am/pm|a/p')
MINUTES = re.compile(r"(?<=h)[^a-z]*m+|m+(?=[^a-z]*s)")
DECIMALS = re.compile(r"0\.(0+)")


def cell_of(cell: Any) -> Cell:
    """Return the words of a cell of openpyxl."""
    value = cell.value
    if value is None:
        return NO_CELL
    if isinstance(value, str):
        return Cell(value, fault=f"an error of Excel, {value}" if cell.data_type == "e" else "")
    if isinstance(value, datetime | date):
        return cell_of_day(value, str(cell.number_format))
    return Cell(words_of(value, str(cell.number_format)))


def words_of(value: object, number_format: str) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, timedelta):
        return words_of_stretch(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float):
        return words_of_number(value, number_format)
    return str(value)


def words_of_number(value: float, number_format: str) -> str:
    """Keep the decimals that the sheet shows: 14.3 shown as "14.30" is half past two."""
    decimals = DECIMALS.fullmatch(number_format)
    if decimals:
        return f"{value:.{len(decimals[1])}f}"
    return f"{value:.15g}"


def words_of_stretch(value: timedelta) -> str:
    """Excel holds a time shown as [h]:mm as a stretch of time."""
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def cell_of_day(value: date, number_format: str) -> Cell:
    """
    Return a day as it is shown.

    Excel turns a typed "May 2016" into the first of May shown without its day: it stays a month.
    A typed "22 May" gets the year of that moment, which is not shown: it stays in doubt.
    """
    parts = parts_shown(number_format)
    year_was_added = bool(parts) and "y" not in parts
    if "d" in parts or not parts:
        return Cell(f"{value:%d/%m/%Y}{time_of(value)}", doubt=year_was_added)
    month = f"{MONTH_NAMES[value.month - 1]} " if "m" in parts else ""
    return Cell(f"{month}{value.year}", doubt=year_was_added)


def time_of(value: date) -> str:
    """Return the time; midnight is what Excel holds for a day without one."""
    if not isinstance(value, datetime) or value.time() == time():
        return ""
    return f"{value: %H:%M}"


def parts_shown(number_format: str) -> frozenset[str]:
    """Return which of y, m, d a format shows; minutes are no months."""
    shown = NOT_PARTS.sub("", number_format.split(";")[0].lower())
    return frozenset(MINUTES.sub("", shown)) & frozenset("ymd")
