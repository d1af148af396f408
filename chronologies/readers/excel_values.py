"""The words of one cell of a sheet, as the sheet shows them."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.worksheet._reader import WorkSheetParser

from chronologies.readers.grid import NO_CELL, Cell
from chronologies.readers.sheet_parts import S, text_of
from chronologies.readers.shown_days import cell_of_day

VALUE, INLINE = f"{S}v", f"{S}is"

# Colours, currencies, conditions and words in quotation marks say nothing about the parts shown.
NOT_PARTS = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.|_.|am/pm|a/p')
MINUTES = re.compile(r"(?<=h)[^a-z]*m+|m+(?=[^a-z]*s)")
DECIMALS = re.compile(r"0\.(0+)")
PERCENT = re.compile(r"[#,]*0(?:\.(0+))?%")


class Values:
    """What the cells of a sheet hold. openpyxl knows a date from a number, and its year."""

    def __init__(self, book: Any, strings: Sequence[str]) -> None:
        self.strings = strings
        self.sheet: Any = SimpleNamespace(parent=book)
        self.parser: Any = WorkSheetParser(
            "",  # it reads no file: each cell is handed to it
            strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )

    def cell_of(self, element: Any) -> Cell:
        """Return the words of a cell as the file has it. Most cells hold words."""
        kind = element.get("t")
        if kind == "s":
            place = element.findtext(VALUE)
            return Cell(self.strings[int(place)]) if place else NO_CELL
        if kind == "inlineStr":
            inside = element.find(INLINE)
            return NO_CELL if inside is None else Cell(text_of(inside))
        return cell_of(ReadOnlyCell(self.sheet, **self.parser.parse_cell(element)))


def cell_of(cell: Any) -> Cell:
    """Return the words of a cell of openpyxl."""
    value = cell.value
    if value is None:
        return NO_CELL
    if isinstance(value, str):
        return Cell(value, fault=f"an error of Excel, {value}" if cell.data_type == "e" else "")
    if isinstance(value, datetime | date):
        return cell_of_day(value, shown=parts_shown(str(cell.number_format)))
    return Cell(words_of(value, str(cell.number_format)))


def words_of(value: object, number_format: str) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, timedelta):
        return words_of_stretch(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float):
        return words_of_number(value, number_format)
    return str(value)


def words_of_number(value: float, number_format: str) -> str:
    """Keep what the sheet shows: 14.3 as "14.30" is half past two, 0.8 may be 80%."""
    if percent := PERCENT.fullmatch(number_format):
        return f"{value:.{len(percent[1] or '')}%}"
    decimals = DECIMALS.fullmatch(number_format)
    if decimals:
        return f"{value:.{len(decimals[1])}f}"
    return str(value) if isinstance(value, int) else f"{value:.15g}"


def words_of_stretch(value: timedelta) -> str:
    """Excel holds a time shown as [h]:mm as a stretch of time."""
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def parts_shown(number_format: str) -> frozenset[str]:
    """Return which of y, m, d a format shows; minutes are no months."""
    shown = NOT_PARTS.sub("", number_format.split(";")[0].lower())
    return frozenset(MINUTES.sub("", shown)) & frozenset("ymd")
