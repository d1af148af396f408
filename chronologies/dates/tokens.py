"""
A written date cut into tokens.

Each token has a kind of one letter, so that the grammar can look at the whole as one short word:
"between 3 and 5 May 2016" is "bDjD".
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from re import Match, Pattern

from chronologies.dates.reading import TimeReading
from chronologies.dates.written import Written

NO_DATE = Written()
NO_TIME = TimeReading()


class Kind(StrEnum):
    DATE = "D"
    CLOCK = "C"
    DATE_OR_CLOCK = "A"  # "02.03": the second of March or three past two
    BARE_CLOCK = "H"  # "1430"
    AND = "j"  # also a dash, a stroke, a comma
    OR = "r"
    UNTIL = "u"
    BETWEEN = "b"
    FROM = "f"
    BEFORE = "<"
    NOT_AFTER = "l"
    AFTER = ">"
    NOT_BEFORE = "g"
    ONWARDS = "o"
    DOUBT = "~"
    THIRD = "t"
    WEEKDAY = "k"
    WEEK_COMMENCING = "w"
    WEEK_ENDING = "e"
    WORD = "x"  # no word of dates
    NUMBER = "n"  # no number of dates
    SILENT = "."  # says nothing: "on", "the", "not known"


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str
    date: Written = NO_DATE
    clock: TimeReading = NO_TIME
    number: int = 0

    def as_kind(self, kind: Kind) -> "Token":
        return replace(self, kind=kind)


# Returns None where the words have this shape but cannot mean this: the next rule is tried.
Builder = Callable[[Match[str], int], Token | None]


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: Pattern[str]
    build: Builder


def first_token(text: str, at: int, rules: Iterable[Rule], reference_year: int) -> Token | None:
    """Return what stands at this place, as the first rule that fits reads it."""
    for rule in rules:
        found = rule.pattern.match(text, at)
        token = found and rule.build(found, reference_year)
        if token:
            return token
    return None


def shape(tokens: Iterable[Token]) -> str:
    """Return the kinds as one word."""
    return "".join(token.kind for token in tokens)


Rewriter = Callable[[Sequence[Token]], Sequence[Token] | None]


@lru_cache(maxsize=256)
def places(pattern: str) -> Pattern[str]:
    return re.compile(pattern)


def rewritten(tokens: Sequence[Token], pattern: str, rewrite: Rewriter) -> list[Token]:
    """
    Replace tokens wherever their kinds have this shape, from the left.

    rewrite: given the tokens of one place, returns what is put there; None leaves them.
    """
    done, at, kinds = list(tokens), 0, shape(tokens)
    while found := places(pattern).search(kinds, at):
        at, end = found.span()
        instead = rewrite(done[at:end])
        if instead is None:
            at += 1
        else:
            done[at:end] = instead
            kinds = shape(done)
    return done
