"""What a check hands back, and the words that all of them share."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import blake2s
from uuid import UUID

from chronologies.dates.words import MONTH_NAMES, WEEKDAY_NAMES
from composite.checks.story import Told

KEY_LENGTH = 16
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Found:
    """
    Something that a person should look at and decide on.

    check: the code of the check. roots: the entries it is about, in the order of the story.
    words: one sentence that says what and why, fit to show to those who may read the entries: it
    can hold names and dates of theirs. detail: the plain strings that the sentence was made of.
    identity: what it is recognised by when the story is checked again; empty means its roots.
    """

    check: str
    roots: tuple[UUID, ...]
    words: str
    detail: tuple[str, ...] = ()
    identity: str = ""

    @property
    def key(self) -> str:
        """The same when the same story is checked again; says nothing of people or places."""
        about = self.identity or " ".join(str(root) for root in self.roots)
        return blake2s(f"{self.check} {about}".encode(), digest_size=KEY_LENGTH).hexdigest()


def roots_of(told: Iterable[Told]) -> tuple[UUID, ...]:
    """Return each root once, in the order of the story."""
    return tuple(dict.fromkeys(one.root for one in sorted(told, key=lambda one: one.order)))


def in_words(day: date) -> str:
    """Return a day as people in the United Kingdom write it."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def weekday_of(day: date) -> str:
    return WEEKDAY_NAMES[day.weekday()]


def when(told: Told) -> str:
    """Return the day of an entry as far as it is known."""
    if told.day:
        return in_words(told.day)
    if told.earliest and told.latest:
        return f"between {in_words(told.earliest)} and {in_words(told.latest)}"
    if told.earliest:
        return f"after {in_words(told.earliest)}"
    return f"before {in_words(told.latest)}" if told.latest else "day not known"


def clock_of(told: Told) -> str:
    """Return the time that stands in the words; nothing where there is none."""
    if told.time_from is None or not told.clock:
        return ""
    first = f"{told.time_from:%H:%M}"
    if told.time_to and told.time_to != told.time_from:
        return f"{first} to {told.time_to:%H:%M}"
    return f"about {first}" if told.time_precision == "about" else first


def who_and_where(told: Told) -> str:
    """Return whose entry it is and where to look in the file: "Police, Submission 1, row 4"."""
    return ", ".join(filter(None, (told.agency_label, told.place)))


NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def how_many(count: int) -> str:
    """Return a number that begins a sentence, in letters up to nine."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def listed(items: Iterable[str]) -> str:
    """Return "a, b and c"; of very many, the first five and how many more."""
    all_of_them = list(dict.fromkeys(items))
    if len(all_of_them) > MOST_NAMED + 1:
        more = len(all_of_them) - MOST_NAMED
        return f"{', '.join(all_of_them[:MOST_NAMED])} and {more} more"
    *most, last = all_of_them or [""]
    return f"{', '.join(most)} and {last}" if most else last
