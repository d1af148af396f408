"""Days of the demonstration, counted back from the day it is loaded."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Clock:
    now: datetime
    today: date

    def ago(self, *, days: int) -> date:
        return self.today - timedelta(days=days)

    def ahead(self, *, days: int) -> date:
        return self.today + timedelta(days=days)
