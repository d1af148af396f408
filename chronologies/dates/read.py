"""Reads the dates that people write. UK order always; a day that was not written is never given."""

import re
from dataclasses import replace
from functools import lru_cache

from chronologies.dates.clocks import read_time, take_clock
from chronologies.dates.grammar import Meaning, meaning_of
from chronologies.dates.precision import Precision, TimePrecision
from chronologies.dates.reading import DateReading, ImpossibleDate, TimeReading
from chronologies.dates.scanner import scan
from chronologies.dates.sentence import Sentence, settled
from chronologies.dates.tokens import Kind, Token
from chronologies.dates.written import Impossible, Written

LONGEST = 300
TOO_LONG = "This is too long to be a date."
NO_YEAR = "No year is written."
DAY_OR_TIME = "This can be a day without its year, or a time."
IN_BRACKETS = "The words in brackets were left out."
OTHER_TIME = "Another time stands beside the date."
WANTED = (
    "a day that exists, written day, month, year, such as 22/05/2016; "
    "where the day is not known, the month or the year alone"
)


def read_date(
    text: str, *, reference_year: int, time_text: str = ""
) -> DateReading | ImpossibleDate:
    """
    Read a cell of a column of dates; never raises.

    reference_year: the year in which the file was received; says what two digits mean.
    time_text: the cell of a column of times in the same row, if there is one.
    """
    if len(text) > LONGEST:
        return DateReading(raw=text, notes=(TOO_LONG,))
    reading = understood(text, reference_year)
    if isinstance(reading, ImpossibleDate) or not time_text.strip():
        return reading
    return with_time(reading, read_time(time_text[:LONGEST], reference_year=reference_year))


@lru_cache(maxsize=4096)
def understood(text: str, reference_year: int) -> DateReading | ImpossibleDate:
    """Read a text; where it cannot be read, once more without what stands in brackets."""
    try:
        reading = reading_of(text, reference_year)
        shorter = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", text)
        if reading.is_unknown and shorter != text:
            inner = reading_of(shorter, reference_year)
            if not inner.is_unknown:
                notes = (*inner.notes, IN_BRACKETS)
                return replace(inner, raw=text, doubt=True, notes=notes)
    except Impossible as fault:
        return ImpossibleDate(raw=text, found=f"{text.strip()} ({fault})", wanted=WANTED)
    return reading


def reading_of(text: str, reference_year: int) -> DateReading:
    """Return what a text says. Raises Impossible for a day that cannot have been."""
    taken = take_clock(scan(text, reference_year=reference_year))
    sentence = settled(taken.tokens)
    meaning = meaning_of(sentence, reference_year=reference_year)
    if meaning.precision is Precision.UNKNOWN:
        check_lone_part(taken.tokens, reference_year)
    return DateReading(
        raw=text,
        earliest=meaning.earliest,
        latest=meaning.latest,
        precision=meaning.precision,
        doubt=meaning.doubt or taken.doubt,
        clock=taken.clock,
        weekday=meaning.weekday,
        notes=(*meaning.notes, *notes_on(sentence, meaning, taken.tokens)),
    )


def check_lone_part(tokens: list[Token], reference_year: int) -> None:
    """Raises Impossible for "31 February", which no year has."""
    parts = parts_without_year(tokens)
    if len(parts) == 1:
        parts[0].check_can_have_been(reference_year=reference_year)


def parts_without_year(tokens: list[Token]) -> list[Written]:
    return [token.date for token in tokens if token.date.year is None and token.date.month]


def notes_on(sentence: Sentence, meaning: Meaning, tokens: list[Token]) -> list[str]:
    notes = [f"Not read: {' '.join(sentence.unread)}."] if sentence.unread else []
    if meaning.precision is not Precision.UNKNOWN:
        return notes
    if any(token.kind is Kind.DATE_OR_CLOCK for token in tokens):
        return [*notes, DAY_OR_TIME]
    return [*notes, NO_YEAR] if parts_without_year(tokens) else notes


def with_time(reading: DateReading, clock: TimeReading) -> DateReading:
    """The column of times counts; a different time beside the date is told."""
    if clock.precision is TimePrecision.UNKNOWN:
        return replace(reading, notes=(*reading.notes, *clock.notes))
    beside = reading.clock.written
    notes = (OTHER_TIME,) if beside is not None and beside != clock.earliest else ()
    return replace(reading, clock=clock, notes=(*reading.notes, *notes))
