"""What the cells of a column look like, for columns whose heading does not say."""

from collections.abc import Sequence
from dataclasses import dataclass

from chronologies.dates.clocks import read_time
from chronologies.dates.precision import TimePrecision
from chronologies.dates.read import read_date
from chronologies.dates.reading import DateReading
from chronologies.readers.grid import GridRow

ANY_YEAR = 2100  # here only whether it is a date counts, not which


@dataclass(frozen=True, slots=True)
class Contents:
    """
    dates, times: the share of filled cells that read as one.
    length: letters of a filled cell, on average.
    """

    dates: float = 0
    times: float = 0
    length: float = 0


def contents_of(rows: Sequence[GridRow], width: int) -> list[Contents]:
    return [
        of_texts([row.cell(place).text for row in rows if row.cell(place).is_own])
        for place in range(width)
    ]


def of_texts(texts: Sequence[str]) -> Contents:
    if not texts:
        return Contents()
    return Contents(
        dates=sum(map(is_date, texts)) / len(texts),
        times=sum(map(is_time, texts)) / len(texts),
        length=sum(map(len, texts)) / len(texts),
    )


def is_date(text: str) -> bool:
    """Tell whether a text is a date and little else."""
    reading = read_date(text, reference_year=ANY_YEAR)
    if not isinstance(reading, DateReading):
        return True
    return not reading.is_unknown and len(text) <= 60


def is_time(text: str) -> bool:
    precision = read_time(text[:60], reference_year=ANY_YEAR).precision
    return precision is not TimePrecision.UNKNOWN and not is_date(text)
