"""The story as the checks are told it: plain values, so that a check needs no database."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

EXACT_DAY = "exact"
CLOCKS = frozenset({"exact", "about", "range"})
OPEN_ENDED = frozenset({"before", "after"})
MINUTES_OF_HOUR = 60


@dataclass(frozen=True, slots=True)
class Told:
    """
    One event as one agency tells it: the plain values of an entry that stands.

    place: the agency's own words for it, such as "Submission 1, Table 2, row 14".
    row: the nth row of data in the whole file. precision, time_precision: as scripts see them.
    """

    root: UUID
    agency: str
    agency_label: str
    place: str
    row: int
    table: str = ""
    earliest: date | None = None
    latest: date | None = None
    precision: str = "unknown"
    doubt: bool = False
    time_from: time | None = None
    time_to: time | None = None
    time_precision: str = "unknown"
    raw_date: str = ""
    what_happened: str = ""
    source: str = ""
    subjects: str = ""
    present: str = ""
    location: str = ""
    action_taken: str = ""
    decision: str = ""
    referral: str = ""
    risk_assessment: str = ""
    disclosure: str = ""
    significance: str = ""
    comment: str = ""
    is_key: bool = False

    def __hash__(self) -> int:
        return hash(self.root)

    @property
    def day(self) -> date | None:
        """The day, where it is known to the day."""
        return self.earliest if self.precision == EXACT_DAY else None

    @property
    def clock(self) -> tuple[int, int] | None:
        """Minutes of the day from and to, where a time stands in the words."""
        if self.time_from is None or self.time_precision not in CLOCKS:
            return None
        first = minutes(self.time_from)
        return first, minutes(self.time_to) if self.time_to else first

    @property
    def account(self) -> str:
        """What happened and what was done, without where, who and from which record."""
        return joined(self.what_happened, self.action_taken, self.decision, self.disclosure)

    @property
    def all_words(self) -> str:
        return joined(
            self.what_happened, self.subjects, self.present, self.location, self.action_taken,
            self.decision, self.referral, self.disclosure, self.comment,
        )  # fmt: skip

    @property
    def order(self) -> tuple[date, date, time, str, int, int]:
        """Where it stands in the story, the same whatever came first; undated ones are last."""
        return (
            self.earliest or self.latest or date.max,
            self.latest or date.max,
            self.time_from or time.max,
            self.agency,
            self.row,
            self.root.int,
        )


@dataclass(frozen=True, slots=True)
class Person:
    """
    Somebody of the register. role: as `reviews.PersonRole` stores it.

    sex: "F", "M" or empty, where the register says; else the relationship may tell.
    """

    role: str
    true_name: str
    aliases: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    pseudonym: str = ""
    relationship: str = ""
    sex: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody lived. Two persons may share one; one alias always means one place."""

    alias: str
    address: str


@dataclass(frozen=True, slots=True)
class Agency:
    """
    An agency that has a part in the review. kind: as `agencies.AgencyKind` stores it.

    holds_nothing: it answered with a nil return. tier: what it was asked for, if anything.
    """

    slug: str
    name: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    area: str = ""
    holds_nothing: bool = False
    tier: str = ""

    @property
    def label(self) -> str:
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class Register:
    """What the review knows beside the chronologies."""

    period_from: date | None = None
    period_to: date | None = None
    died_on: date | None = None
    incident_on: date | None = None
    people: tuple[Person, ...] = ()
    addresses: tuple[Address, ...] = ()
    agencies: tuple[Agency, ...] = ()

    @property
    def agency_by_slug(self) -> Mapping[str, Agency]:
        return {agency.slug: agency for agency in self.agencies}


@dataclass(frozen=True)
class Story:
    """All that the agencies tell, in the order of the story whatever the order of arrival."""

    told: tuple[Told, ...]
    read: dict[tuple[str, Register], Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, told: Iterable[Told]) -> "Story":
        """Return the story of these entries. An event that comes twice is told once."""
        by_root = {one.root: one for one in sorted(told, key=lambda one: (one.order, repr(one)))}
        return cls(tuple(sorted(by_root.values(), key=lambda one: one.order)))

    def once(self, name: str, register: Register, make: Callable[[], T]) -> T:
        """Return what several checks read in the story; it is read for the first of them."""
        if (name, register) not in self.read:
            self.read[name, register] = make()
        found: T = self.read[name, register]
        return found

    @cached_property
    def by_day(self) -> Mapping[date, tuple[Told, ...]]:
        """Those that are known to the day."""
        return grouped((one.day, one) for one in self.told if one.day)

    @cached_property
    def by_agency(self) -> Mapping[str, tuple[Told, ...]]:
        return grouped((one.agency, one) for one in self.told)


def grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def joined(*texts: str) -> str:
    """Return texts one after the other, each a sentence of its own."""
    return "\n".join(text for text in texts if text)


def minutes(clock: time) -> int:
    return clock.hour * MINUTES_OF_HOUR + clock.minute


def minutes_apart(one: Told, other: Told) -> int | None:
    """Return how far apart their clocks are, across midnight too; None where one has none."""
    if not (one.day and other.day and one.clock and other.clock):
        return None
    shift = (other.day - one.day) // timedelta(minutes=1)
    first, second = one.clock, tuple(shift + at for at in other.clock)
    return max(0, second[0] - first[1], first[0] - second[1])


def days_later(day: date, count: int) -> date:
    """Return the day so many days later, or the first or last day there is."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return date.max if count > 0 else date.min
