"""Where a day stands in the picture of the story."""

from dataclasses import dataclass
from datetime import date

WIDTH = 1000  # units of the picture, whatever the page makes of them
LEFT = 150  # for the names of the lanes
RIGHT = 20


@dataclass(frozen=True)
class Scale:
    first: date
    last: date

    def x(self, day: date) -> int:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return LEFT + round(min(max(share, 0), 1) * (WIDTH - LEFT - RIGHT))

    def width(self, begin: date, end: date) -> int:
        return max(self.x(end) - self.x(begin), 2)
