"""
The story order: where an entry stands among those of all agencies.

This is its one definition; docs/chronology-dates.md says it in words. The order is total and
depends on nothing but the entry itself: whoever arrives first, the composite is the same.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

Entry = TypeVar("Entry")

UNBOUNDED = 9_999_999  # days
DAY_IN_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Place:
    """
    What decides where an entry stands.

    agency: its slug. version: which of the agency's submissions. row: in that submission. These
    three say which entry it is; no two entries may share them.
    sequence: the agency's own number for what happened at the same time, if it gives one.
    """

    earliest: date | None
    latest: date | None
    agency: str
    row: int
    version: int = 1
    sequence: int = 0
    time_from: time | None = None
    time_to: time | None = None


def story_key(place: Place) -> str:
    """
    Return a text that sorts as the story does, letter by letter.

    Made for ORDER BY under the collation "C" and for turning pages from a given entry, too.
    """
    return " ".join(
        (
            day_part(place),
            time_part(place),
            place.agency,
            f"{place.sequence:09d}",
            f"{place.version:06d}",
            f"{place.row:06d}",
        )
    )


def day_part(place: Place) -> str:
    """
    Begin with the first day it can have been; of those, what says least comes first.

    What has no first day stands at the end of its last, or of the story.
    """
    if place.earliest is None:
        return in_text(place.latest or date.max, closes=True, width=UNBOUNDED)
    if place.latest is None:
        return in_text(place.earliest, closes=False, width=UNBOUNDED)
    return in_text(place.earliest, closes=False, width=(place.latest - place.earliest).days)


def in_text(day: date, *, closes: bool, width: int) -> str:
    """
    Return a day as text that sorts.

    closes: "before" stands at the end of its last day, all else at the start of its first.
    """
    return f"{day.isoformat()} {int(closes)} {UNBOUNDED - width:07d}"


def time_part(place: Place) -> str:
    """Without a time it was at some time of that day, and comes first."""
    start = minutes(place.time_from) if place.time_from else 0
    end = minutes(place.time_to) if place.time_to else DAY_IN_MINUTES
    if place.time_from is not None and place.time_to is None:
        end = start
    return f"{start:04d} {DAY_IN_MINUTES - (end - start):04d}"


def minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def merge(*chronologies: Iterable[Entry], place: Callable[[Entry], Place]) -> list[Entry]:
    """
    Return all entries once, in story order.

    Merging what is merged changes nothing. Raises ValueError where two different entries say
    that they are the same row of the same submission.
    """
    placed: dict[str, Entry] = {}
    for chronology in chronologies:
        for entry in chronology:
            key = story_key(place(entry))
            if placed.setdefault(key, entry) != entry:
                raise ValueError("Two different entries claim one place in the story.")
    return [placed[key] for key in sorted(placed)]
