"""Finds the time of day among the tokens of a date, and reads a cell that holds only a time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from chronologies.dates.clock_words import LAST_MINUTE, at, time_of
from chronologies.dates.precision import TimePrecision
from chronologies.dates.reading import TimeReading
from chronologies.dates.scanner import scan
from chronologies.dates.tokens import Kind, Token, rewritten, shape

PAST_MIDNIGHT = "The second time is read as past midnight."
MORE_THAN_ONE = "More than one time is written; the first is read."


@dataclass(frozen=True, slots=True)
class WithoutClocks:
    """What is left of a date when the time has been taken out."""

    tokens: list[Token]
    clock: TimeReading
    doubt: bool = False


def take_clock(tokens: Sequence[Token]) -> WithoutClocks:
    """Take the time out of a date."""
    if len(tokens) == 1 and tokens[0].kind is Kind.DATE:
        return WithoutClocks(list(tokens), TimeReading())
    settled, doubt = settle(tokens)
    merged = rewritten(settled, "b?f?C[jru]C", merge)
    merged = rewritten(merged, "[~<>lguf]C", lambda found: [about(found[-1])])
    merged = rewritten(merged, "C~(?!D)", lambda found: [about(found[0])])
    clocks = [token.clock for token in merged if token.kind is Kind.CLOCK]
    rest = [token for token in merged if token.kind is not Kind.CLOCK]
    return WithoutClocks(rest, chosen(clocks), doubt)


def settle(tokens: Sequence[Token]) -> tuple[list[Token], bool]:
    """Decide for tokens that can be a day or a time. Says also whether that was in doubt."""
    done = rewritten(tokens, "H", to_clock)
    done = rewritten(done, "A[jru](?=C)|(?<=C)[jru]A", to_clock)
    if not any(token.date.is_a_day for token in done):
        return done, False
    done = rewritten(done, "DD", year_beside_a_day)
    done = rewritten(done, "^A[jru](?=D)", to_date)
    return rewritten(done, "A", to_clock), re.search("D[jru]A", shape(done)) is not None


def to_clock(found: Sequence[Token]) -> list[Token]:
    return [
        token.as_kind(Kind.CLOCK) if token.kind in (Kind.BARE_CLOCK, Kind.DATE_OR_CLOCK) else token
        for token in found
    ]


def to_date(found: Sequence[Token]) -> list[Token]:
    return [found[0].as_kind(Kind.DATE), *found[1:]]


def year_beside_a_day(found: Sequence[Token]) -> list[Token] | None:
    """Read "22/05/2016 1930" as half past seven in the evening: the year has been written."""
    for place, other in ((1, 0), (0, 1)):
        clock = four_digits(found[place])
        if clock and found[other].date.is_a_day:
            both = list(found)
            both[place] = replace(found[place], kind=Kind.CLOCK, clock=clock)
            return both
    return None


def four_digits(token: Token) -> TimeReading | None:
    """Return what looks like a year as a time: "1930"."""
    if not token.date.is_only_a_year:
        return None
    moment = time_of(token.text[:2], token.text[2:], None)
    return at(moment) if moment else None


def merge(found: Sequence[Token]) -> list[Token]:
    """Make one of "14:30 - 15:00" or "morning and afternoon"."""
    first, last = found[-3].clock, found[-1].clock
    if first.earliest is None or last.latest is None:
        return [found[-3] if first.earliest else found[-1]]
    precision = first.precision if first.precision is last.precision else TimePrecision.RANGE
    if precision is not TimePrecision.PART_OF_DAY:
        precision = TimePrecision.RANGE
    crosses = last.latest < first.earliest
    latest = LAST_MINUTE if crosses else last.latest
    notes = (*first.notes, *last.notes, *((PAST_MIDNIGHT,) if crosses else ()))
    return [replace(found[-1], clock=TimeReading(first.earliest, latest, precision, notes))]


def about(token: Token) -> Token:
    clock = token.clock
    if clock.precision is not TimePrecision.EXACT:
        return token
    return replace(token, clock=replace(clock, precision=TimePrecision.ABOUT))


def chosen(clocks: Sequence[TimeReading]) -> TimeReading:
    """Return the time that says most: a time before a part of the day, the first of several."""
    known = [clock for clock in clocks if clock.earliest is not None]
    if not known:
        return clocks[0] if clocks else TimeReading()
    times = [clock for clock in known if clock.written is not None]
    first = (times or known)[0]
    return replace(first, notes=(*first.notes, MORE_THAN_ONE)) if len(times) > 1 else first


@lru_cache(maxsize=4096)
def read_time(text: str, *, reference_year: int) -> TimeReading:
    """Read a cell of a column of times: here "02.03" and "1930" are times, too."""
    tokens = scan(text, reference_year=reference_year)
    clocks = [as_a_time(token) for token in tokens]
    taken = take_clock(clocks)
    if "C" in shape(clocks) or not text.strip():
        return taken.clock
    return TimeReading(notes=(f"“{text.strip()}” is not read as a time.",))


def as_a_time(token: Token) -> Token:
    """Read as a time what could be one."""
    clock = four_digits(token)
    if clock:
        return replace(token, kind=Kind.CLOCK, clock=clock)
    if token.kind in (Kind.DATE_OR_CLOCK, Kind.BARE_CLOCK):
        return token.as_kind(Kind.CLOCK)
    return three_digits(token)


def three_digits(token: Token) -> Token:
    """Read "930" as half past nine."""
    if token.kind is not Kind.NUMBER or not (token.text.isdigit() and len(token.text) == 3):
        return token
    moment = time_of(token.text[0], token.text[1:], None)
    return replace(token, kind=Kind.CLOCK, clock=at(moment)) if moment else token
