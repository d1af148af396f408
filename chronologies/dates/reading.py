"""What was understood of a written date: the only shapes the grammar gives back."""

from dataclasses import dataclass
from datetime import date, time

from chronologies.dates.precision import Precision, TimePrecision


@dataclass(frozen=True, slots=True)
class TimeReading:
    """
    A time of day, or the part of the day, as far as it was written.

    earliest, latest: the same for a time; the ends of "2-4pm" or of "evening"; None if not known.
    """

    earliest: time | None = None
    latest: time | None = None
    precision: TimePrecision = TimePrecision.UNKNOWN
    notes: tuple[str, ...] = ()

    @property
    def written(self) -> time | None:
        """The time that stands in the words. "Evening" is a part of the day, not a time."""
        return None if self.precision is TimePrecision.PART_OF_DAY else self.earliest


@dataclass(frozen=True, slots=True)
class DateReading:
    """
    The days on which it can have been.

    earliest, latest: inclusive; None where unbounded.
    doubt: the writer was not sure, or the words can be read in more than one way.
    weekday: the one that was written, Monday is 0.
    notes: what a person should look at, in words fit to show.
    """

    raw: str
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = Precision.UNKNOWN
    doubt: bool = False
    clock: TimeReading = TimeReading()
    weekday: int | None = None
    notes: tuple[str, ...] = ()

    @property
    def time(self) -> time | None:
        return self.clock.written

    @property
    def time_precision(self) -> TimePrecision:
        return self.clock.precision

    @property
    def is_unknown(self) -> bool:
        return self.precision is Precision.UNKNOWN

    @property
    def weekday_agrees(self) -> bool:
        """Tell whether the weekday that was written is that of the day that was written."""
        if self.weekday is None or self.precision is not Precision.EXACT or not self.earliest:
            return True
        return self.earliest.weekday() == self.weekday


@dataclass(frozen=True, slots=True)
class ImpossibleDate:
    """A day that cannot have been, such as 31 February. Not the same as one that is not known."""

    raw: str
    found: str
    wanted: str
