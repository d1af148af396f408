"""The year of which partnerships and the Home Office count: from 1 April to 31 March."""

from dataclasses import dataclass
from datetime import date

FIRST_DAY = (4, 1)


@dataclass(frozen=True, order=True)
class ReportingYear:
    """begins: the calendar year in which it does."""

    begins: int

    def __str__(self) -> str:
        return f"{self.begins}–{(self.begins + 1) % 100:02}"

    @property
    def from_on(self) -> date:
        return date(self.begins, 4, 1)

    @property
    def to_on(self) -> date:
        return date(self.begins + 1, 3, 31)

    def has(self, day: date | None) -> bool:
        return day is not None and self.from_on <= day <= self.to_on


def year_of(day: date) -> ReportingYear:
    return ReportingYear(day.year if (day.month, day.day) >= FIRST_DAY else day.year - 1)
