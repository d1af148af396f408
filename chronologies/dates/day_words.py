"""A span of days and a time in words, as they were understood."""

from datetime import date, time

from chronologies.dates.precision import Precision, TimePrecision

QUARTERS = {1: "January to March", 4: "April to June", 7: "July to September",
            10: "October to December"}  # fmt: skip
SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
NOT_KNOWN = "not known"


def understood(
    earliest: date | None, latest: date | None, precision: str, *, at: str, doubt: bool
) -> str:
    """Return what was understood of a date: "22 May 2016, about 14:30, in doubt"."""
    parts = (day_words(earliest, latest, precision), at, "in doubt" if doubt else "")
    return ", ".join(filter(None, parts))


def day_words(earliest: date | None, latest: date | None, precision: str) -> str:
    """Return "22 May 2016", "May 2016", "winter 2016 to 2017", "before 1 March 2015" …"""
    if earliest is None and latest is None:
        return NOT_KNOWN
    if earliest is None:
        return f"on or before {day(latest)}" if latest else NOT_KNOWN
    if latest is None:
        return f"on or after {day(earliest)}"
    return {
        Precision.EXACT.value: day(earliest),
        Precision.MONTH.value: f"{earliest:%B %Y}",
        Precision.QUARTER.value: f"{QUARTERS.get(earliest.month, '')} {earliest.year}".strip(),
        Precision.SEASON.value: season(earliest, latest),
        Precision.YEAR.value: str(earliest.year),
    }.get(precision, between(earliest, latest))


def day(one: date) -> str:
    return f"{one.day} {one:%B %Y}"


def season(earliest: date, latest: date) -> str:
    years = "" if earliest.year == latest.year else f" to {latest.year}"
    named = SEASONS.get(earliest.month)
    return f"{named} {earliest.year}{years}" if named else between(earliest, latest)


def between(earliest: date, latest: date) -> str:
    return day(earliest) if earliest == latest else f"{day(earliest)} to {day(latest)}"


def time_words(start: time | None, end: time | None, precision: str) -> str:
    """Return "14:30", "about 14:30", "14:00 to 16:00"; nothing where no time is known."""
    if start is None:
        return ""
    if end is None or end == start:
        about = "about " if precision == TimePrecision.ABOUT else ""
        return f"{about}{start:%H:%M}"
    return f"{start:%H:%M} to {end:%H:%M}"
