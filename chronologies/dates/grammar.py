"""
What each shape of a date means. The table at the end is the grammar; docs/chronology-dates.md
says the same in words, and a test holds the two together.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from chronologies.dates.precision import Precision
from chronologies.dates.sentence import Sentence
from chronologies.dates.spans import Span
from chronologies.dates.tokens import Kind, shape
from chronologies.dates.words import WEEKDAY_NAMES, WEEKDAYS
from chronologies.dates.written import Written

DAY = timedelta(days=1)
LATER_FIRST = "The later day is written first."


@dataclass(frozen=True, slots=True)
class Meaning:
    """From when to when, and how exactly that is known."""

    earliest: date | None = None
    latest: date | None = None
    precision: Precision = Precision.UNKNOWN
    weekday: int | None = None
    doubt: bool = False
    notes: tuple[str, ...] = ()


Reader = Callable[[list[Written]], Meaning]


def single(dates: list[Written]) -> Meaning:
    span = dates[0].span()
    return Meaning(span.earliest, span.latest, dates[0].precision, dates[0].weekday)


def several(dates: list[Written]) -> Meaning:
    """Two or more days, months or years: from the first to the last."""
    spans = [written.span() for written in dates]
    whole = spans[0]
    for span in spans[1:]:
        whole = whole.joined(span)
    backwards = spans[0].earliest > spans[-1].earliest
    precision = dates[0].precision if len(set(spans)) == 1 else Precision.RANGE
    notes = (LATER_FIRST,) if backwards else ()
    return Meaning(whole.earliest, whole.latest, precision, doubt=backwards, notes=notes)


def before(dates: list[Written]) -> Meaning:
    return Meaning(latest=dates[0].span().earliest - DAY, precision=Precision.BEFORE)


def not_after(dates: list[Written]) -> Meaning:
    return Meaning(latest=dates[0].span().latest, precision=Precision.BEFORE)


def after(dates: list[Written]) -> Meaning:
    return Meaning(earliest=dates[0].span().latest + DAY, precision=Precision.AFTER)


def not_before(dates: list[Written]) -> Meaning:
    return Meaning(earliest=dates[0].span().earliest, precision=Precision.AFTER)


def inside(start: Reader, end: Reader) -> Reader:
    """After the one and before the other."""

    def read(dates: list[Written]) -> Meaning:
        earliest, latest = start(dates[:1]).earliest, end(dates[1:]).latest
        if earliest is None or latest is None or earliest > latest:
            return replace(several(dates), doubt=True)
        return Meaning(earliest, latest, Precision.RANGE)

    return read


GRAMMAR: tuple[tuple[str, Reader], ...] = (
    ("D", single),
    ("[bf]?D([jru]D)+", several),
    ("DD+", several),
    ("<D", before),
    ("[lu]D", not_after),
    (">D", after),
    ("[gf]D|[gf>]?Dj?o", not_before),
    (">Dj?<D", inside(after, before)),
    (">Dj?[lu]D", inside(after, not_after)),
    ("[gf]Dj?<D", inside(not_before, before)),
    ("[gf]Dj?[lu]D", inside(not_before, not_after)),
)


def meaning_of(sentence: Sentence, *, reference_year: int) -> Meaning:
    """
    Return what a sentence says; unknown where it has none of the shapes.

    Raises Impossible for a day that cannot have been.
    """
    kinds = shape(sentence.tokens)
    dates = completed([token.date for token in sentence.tokens if token.kind is Kind.DATE])
    reader = next((read for pattern, read in GRAMMAR if re.fullmatch(pattern, kinds)), None)
    if reader is None or not readable(dates, kinds):
        return Meaning(doubt=sentence.doubt)
    for written in dates:
        written.check_can_have_been(reference_year=reference_year)
    meaning = reader(dates)
    return replace(
        meaning,
        doubt=meaning.doubt or is_doubtful(sentence, kinds, dates),
        notes=(*meaning.notes, *weekday_notes(dates)),
    )


def readable(dates: Sequence[Written], kinds: str) -> bool:
    """Two dates side by side are read only if both are days."""
    side_by_side = "DD" in kinds
    return all(written.is_a_day if side_by_side else written.has_a_span for written in dates)


def is_doubtful(sentence: Sentence, kinds: str, dates: Sequence[Written]) -> bool:
    """A full day among other words is certain; a month, a year or a range among them is not."""
    if sentence.doubt or Kind.OR in kinds:
        return True
    if kinds == Kind.DATE and dates[0].precision is Precision.EXACT:
        return any(any(map(str.isdigit, text)) for text in sentence.unread)
    return not WEEKDAYS.keys() >= set(sentence.unread)


def completed(dates: Sequence[Written]) -> list[Written]:
    """
    Fill each part from its neighbour: "3 and 5 May 2016", "28 December - 3 January 2017".

    A period runs forwards: where the year was left out it is the one that makes it so.
    """
    done = list(dates)
    for place in reversed(range(len(done) - 1)):
        done[place] = in_order(done[place], done[place + 1], years=-1)
    for place in range(1, len(done)):
        done[place] = in_order(done[place], done[place - 1], years=1)
    return done


def in_order(part: Written, neighbour: Written, *, years: int) -> Written:
    """Complete a part from the date after it (years=-1) or before it (years=1)."""
    whole = part.completed_by(neighbour)
    if part.year is not None or part.month is None or whole.year is None:
        return whole
    if neighbour.month is None or (part.month - neighbour.month) * years >= 0:
        return whole
    return replace(whole, year=whole.year + years)


def weekday_notes(dates: Sequence[Written]) -> list[str]:
    """Say where a weekday was written that this day was not."""
    notes = []
    for written in dates:
        if written.weekday is not None and not written.week:
            day: Span = written.span()
            true = day.earliest.weekday()
            if true != written.weekday:
                notes.append(
                    f"{WEEKDAY_NAMES[written.weekday]} is written; "
                    f"{day.earliest:%-d %B %Y} was a {WEEKDAY_NAMES[true]}."
                )
    return notes
