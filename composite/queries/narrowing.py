"""Which part of the story somebody asks for, read as dates in chronologies are."""

from collections.abc import Mapping
from datetime import date

from chronologies.dates.read import read_date
from chronologies.dates.reading import ImpossibleDate
from composite.queries.scope import Narrowing

WANTED = "Write a day, a month or a year: 22 May 2016, May 2016, 2016"


def narrowing(
    said: Mapping[str, str], *, year: int, searches: bool
) -> tuple[Narrowing, dict[str, str]]:
    """
    Return what is wanted, and what cannot be read of it by the name of its field.

    searches: whether the reader may search for words; without the right to names they could
    find out by searching who somebody is.
    """
    faults: dict[str, str] = {}
    days: dict[str, date | None] = {}
    for field, end in (("period_from", 0), ("period_to", 1)):
        typed = said.get(field, "").strip()
        reading = read_date(typed, reference_year=year)
        bounds = (
            (None, None)
            if isinstance(reading, ImpossibleDate)
            else (reading.earliest, reading.latest)
        )
        days[field] = bounds[end]
        if typed and days[field] is None:
            faults[field] = WANTED
    if days["period_from"] and days["period_to"] and days["period_from"] > days["period_to"]:
        faults["period_to"] = "The period must end on or after the day it begins"
        days = dict.fromkeys(days)
    return (
        Narrowing(
            earliest=days["period_from"],
            latest=days["period_to"],
            words=said.get("words", "").strip() if searches else "",
        ),
        faults,
    )
