"""The days of the story in the hands of those who wrote them down, each in their own way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dhr.demonstration.clock import Clock

Cell = str | date
SATURDAY = 5
HOLIDAYS = ((12, 25), (12, 26), (1, 1))
SEASONS = ("Winter", "Spring", "Summer", "Autumn")


@dataclass(frozen=True)
class Style:
    """A way to write a day. is_office: a day on which offices are closed is the next one open."""

    write: Callable[[date], Cell]
    is_office: bool = False

    def __call__(self, days: int) -> "When":
        return When(days, self)

    @property
    def in_office_hours(self) -> "Style":
        return replace(self, is_office=True)


@dataclass(frozen=True)
class When:
    """So many days before the demonstration is loaded, written in some way."""

    days: int
    style: Style

    def day(self, clock: Clock) -> date:
        day = clock.ago(days=self.days)
        while self.style.is_office and is_closed(day):
            day += timedelta(days=1)
        return day

    def written(self, clock: Clock) -> Cell:
        return self.style.write(self.day(clock))


def is_closed(day: date) -> bool:
    return day.weekday() >= SATURDAY or (day.month, day.day) in HOLIDAYS


def in_full(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def in_season(day: date) -> str:
    """Name the season; a winter has two years."""
    season = SEASONS[day.month % 12 // 3]
    if season != "Winter":
        return f"{season} {day.year}"
    first = day.year if day.month == 12 else day.year - 1
    return f"Winter {first}/{(first + 1) % 100:02d}"


def in_a_week(day: date) -> str:
    monday = day - timedelta(days=day.weekday())
    return f"w/c {monday.day}.{monday.month}.{monday:%y}"


def impossible(day: date) -> str:
    """Return the 31st of the month, or of one beside it, that has none."""
    near = (day.month, day.month % 12 + 1, (day.month - 2) % 12 + 1)
    month = next(month for month in near if month in (2, 4, 6, 9, 11))
    return f"31/{month:02d}/{day.year}"


slashed = Style(lambda day: f"{day:%d/%m/%Y}")
short = Style(lambda day: f"{day.day}.{day.month}.{day:%y}")
dashed = Style(lambda day: f"{day:%d-%b-%Y}")
iso = Style(date.isoformat)
full = Style(in_full)
of_calendar = Style(lambda day: day)  # as a spreadsheet keeps it
month = Style(lambda day: f"{day:%B %Y}")
season = Style(in_season)
week = Style(in_a_week)
early = Style(lambda day: f"early {day:%B %Y}")
perhaps = Style(lambda day: f"?{in_full(day)}")
about = Style(lambda day: f"on or about {in_full(day)}")
before = Style(lambda day: f"before {day:%B %Y}")
no_such_day = Style(impossible)


def between(first: int, last: int, *, joined: str = " - ", style: Style = slashed) -> When:
    """Return from one day to another, in the story's days ago."""
    length = timedelta(days=first - last)
    return When(first, Style(lambda day: f"{style.write(day)}{joined}{style.write(day + length)}"))
