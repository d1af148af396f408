"""
Brings the tokens of a date into one of the few shapes that the grammar knows.

Each step does one thing; their order is the order of this file's `STEPS`. Whatever cannot be
placed becomes a word or a number that was not read, never a guess.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from chronologies.dates.tokens import Kind, Token, rewritten, shape

JOINED = "[jru]"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens on their way to a shape; what was not read; whether the writer was not sure."""

    tokens: list[Token]
    unread: tuple[str, ...] = ()
    doubt: bool = False


def settled(tokens: Sequence[Token]) -> Sentence:
    """Take all steps; a date alone needs none."""
    sentence = Sentence(list(tokens))
    if shape(tokens) == Kind.DATE and tokens[0].date.is_a_day:
        return sentence
    for step in STEPS:
        sentence = step(sentence)
    return sentence


def note_doubt(sentence: Sentence) -> Sentence:
    """ "?22 may 2016", "c. 2011": the date stands, and so does the doubt."""
    sure = [token for token in sentence.tokens if token.kind is not Kind.DOUBT]
    doubt = len(sure) < len(sentence.tokens) or any(token.date.doubt for token in sure)
    return replace(sentence, tokens=sure, doubt=doubt)


def keep_weekdays(sentence: Sentence) -> Sentence:
    """ "Thu 1 Dec 2016", "22/05/2016 (Sunday)"."""
    tokens = rewritten(sentence.tokens, f"k{JOINED}kD{JOINED}D", on_two_weekdays)
    tokens = rewritten(tokens, "kj?D", lambda found: on_weekday(found[-1], found[0]))
    tokens = rewritten(tokens, "Dj?k", lambda found: on_weekday(found[0], found[-1]))
    return replace(sentence, tokens=rewritten(tokens, "k", unread))


def on_weekday(day: Token, weekday: Token) -> list[Token] | None:
    if day.date.day is None or day.date.weekday is not None:
        return None
    return [replace(day, date=replace(day.date, weekday=weekday.number))]


def on_two_weekdays(found: Sequence[Token]) -> list[Token] | None:
    """ "Sat/Sun 3/4 May 2014"."""
    first = on_weekday(found[3], found[0])
    last = on_weekday(found[5], found[2])
    return [*first, found[4], *last] if first and last else None


def join_thirds(sentence: Sentence) -> Sentence:
    """ "early 2016", "mid-May 2014", "early to mid 2016"."""
    tokens = rewritten(sentence.tokens, f"t(?:{JOINED}t)?j?D", in_thirds)
    return replace(sentence, tokens=rewritten(tokens, "t", unread))


def in_thirds(found: Sequence[Token]) -> list[Token] | None:
    numbers = [token.number for token in found if token.kind is Kind.THIRD]
    written = found[-1].date
    if written.day is not None or written.last_year is not None:
        return None
    return [replace(found[-1], date=replace(written, thirds=(min(numbers), max(numbers))))]


def join_weeks(sentence: Sentence) -> Sentence:
    """ "w/c 5 May 2014", "week ending 11 May 2014"."""
    tokens = rewritten(sentence.tokens, "[we]D|D[we]", as_week)
    return replace(sentence, tokens=rewritten(tokens, "[we]", unread))


def as_week(found: Sequence[Token]) -> list[Token] | None:
    day, mark = sorted(found, key=lambda token: token.kind is not Kind.DATE)
    if not day.date.is_a_day or day.date.week:
        return None
    week = 1 if mark.kind is Kind.WEEK_COMMENCING else -1
    return [replace(day, date=replace(day.date, week=week))]


def join_years(sentence: Sentence) -> Sentence:
    """ "22 May (2016)", "Spring, 2016": the year stands a little apart."""
    return replace(sentence, tokens=rewritten(sentence.tokens, "Dj?D", with_year))


def with_year(found: Sequence[Token]) -> list[Token] | None:
    for part, year in ((found[0], found[-1]), (found[-1], found[0])):
        lacks_a_year = part.date.year is None and not part.date.is_only_a_day_number
        if lacks_a_year and year.date.is_only_a_year:
            text = f"{found[0].text} {found[-1].text}"
            return [replace(part, text=text, date=replace(part.date, year=year.date.year))]
    return None


def put_aside_parts(sentence: Sentence) -> Sentence:
    """A part of a date that joins no other says no day: "Call 2 on 22/05/2016"."""
    tokens = rewritten(sentence.tokens, f"D{JOINED}D", not_a_later_day)
    pattern = f"(?<!D{JOINED})D(?!{JOINED}[<lu]?D|[<u]D)"
    return replace(sentence, tokens=rewritten(tokens, pattern, unread_part))


def not_a_later_day(found: Sequence[Token]) -> list[Token] | None:
    """ "22/05/2016, 2" names no second day: days are written in their order."""
    first, last = found[0].date, found[-1].date
    if first.is_a_day and last.is_only_a_day_number and (last.day or 0) <= (first.day or 0):
        return [found[0], *unread(found[-1:])]
    return None


def unread_part(found: Sequence[Token]) -> list[Token] | None:
    return None if found[0].date.has_a_span else unread(found)


def place_bounds(sentence: Sentence) -> Sentence:
    """
    "before Christmas 2018" is read as not after 2018: wider, never narrower than what it says.

    A bound that stands before no date is a word like any other: "by phone", "call from police".
    """
    tokens = rewritten(sentence.tokens, "[<>]jD", lambda found: [found[0], found[-1]])
    tokens = rewritten(tokens, "[<>g]x+D", loosened)
    tokens = rewritten(tokens, "[<>fulbg](?!D)", unread)
    return replace(sentence, tokens=rewritten(tokens, "(?<!D)(?<!Dj)o", unread))


def loosened(found: Sequence[Token]) -> list[Token]:
    kind = Kind.NOT_AFTER if found[0].kind is Kind.BEFORE else Kind.NOT_BEFORE
    return [*found[1:-1], found[0].as_kind(kind), found[-1]]


def put_aside_words(sentence: Sentence) -> Sentence:
    """
    Words around a date are no part of it. Words between two dates are: what do they say?

    A number stays in the way of everything but a full day.
    """
    dates = [token.date for token in sentence.tokens if token.kind is Kind.DATE]
    aside = "[xn]" if len(dates) == 1 and dates[0].is_a_day else "x"
    not_between = f"(?<![Dx]){aside}+|{aside}+(?![Dx])"
    unread_tokens: list[Token] = []

    def note(found: Sequence[Token]) -> list[Token]:
        unread_tokens.extend(found)
        return []

    tokens = rewritten(sentence.tokens, not_between, note)
    return replace(sentence, tokens=tokens, unread=tuple(token.text for token in unread_tokens))


def put_aside_joints(sentence: Sentence) -> Sentence:
    """ "22/05/2016 -" joins nothing."""
    sentence = merge_joints(sentence)
    tokens = rewritten(sentence.tokens, "^[jr]|[jr]$", lambda _found: [])
    return replace(sentence, tokens=tokens)


def merge_joints(sentence: Sentence) -> Sentence:
    """ "22 May - to 24 May 2016"."""
    tokens = rewritten(sentence.tokens, f"{JOINED}{JOINED}", lambda found: [stronger(found)])
    return replace(sentence, tokens=tokens)


def stronger(found: Sequence[Token]) -> Token:
    return found[0] if found[1].kind is Kind.AND else found[1]


def unread(found: Sequence[Token]) -> list[Token]:
    return [
        token.as_kind(Kind.NUMBER if any(map(str.isdigit, token.text)) else Kind.WORD)
        for token in found
    ]


STEPS: tuple[Callable[[Sentence], Sentence], ...] = (
    note_doubt,
    merge_joints,
    keep_weekdays,
    join_thirds,
    join_weeks,
    join_years,
    put_aside_parts,
    place_bounds,
    put_aside_words,
    put_aside_joints,
)
