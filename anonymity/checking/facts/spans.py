"""How long a sentence says that something was, and whether two moments can be so far apart."""

import re
from dataclasses import dataclass

from anonymity.checking.facts.moments import Moment
from anonymity.checking.words.counts import COUNT, number_of

DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25}
# How many days a length may be wrong and still be said
LOOSE = {"day": 3, "week": 8, "fortnight": 8, "month": 20, "year": 250}
SLACK = 0.15
# As a pattern: “five weeks”, “a fortnight”
SPAN = rf"(?P<count>{COUNT}|an?)[ -](?P<unit>day|week|fortnight|month|year)s?"


@dataclass(frozen=True, slots=True)
class Length:
    count: int
    unit: str

    @property
    def days(self) -> float:
        return self.count * DAYS[self.unit]


def length_of(hit: re.Match[str], suffix: str = "") -> Length | None:
    """Return the length that a pattern with SPAN in it found."""
    said = hit[f"count{suffix}"]
    if not said:
        return None
    count = 1 if said.lower() in ("a", "an") else number_of(said)
    return Length(count, hit[f"unit{suffix}"].lower()) if count else None


def does_not_fit(length: Length, one: Moment, other: Moment) -> bool:
    """Test whether two moments cannot be as far apart as is said."""
    if length.unit == "year" and one.is_year and other.is_year:
        return abs(other.first.year - one.first.year) != length.count
    near = min(abs((one.last - other.first).days), abs((other.last - one.first).days))
    far = max(abs((one.last - other.first).days), abs((other.last - one.first).days))
    if not one.differs(other):
        near = 0
    slack = max(LOOSE[length.unit], length.days * SLACK)
    return length.days > far + slack or length.days < near - slack
