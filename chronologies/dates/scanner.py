"""From the text of a cell to tokens."""

import re
import unicodedata
from re import Match

from chronologies.dates import words
from chronologies.dates.calendar_words import BARE, DATED, LAST
from chronologies.dates.clock_words import BARE_CLOCKS, CLOCKS
from chronologies.dates.tokens import Builder, Kind, Rule, Token, first_token
from chronologies.dates.words import any_of

DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-")
QUOTES = dict.fromkeys((0x2018, 0x2019), "'")


def plain(text: str) -> str:
    """Return text in small letters, with one kind of dash, quotation mark and space."""
    even = unicodedata.normalize("NFKC", text).translate(DASHES).translate(QUOTES)
    return " ".join(even.lower().split())


def named(kind: Kind) -> Builder:
    def build(match: Match[str], _reference_year: int) -> Token:
        return Token(kind, match.group())

    return build


def numbered(kind: Kind, numbers: dict[str, int]) -> Builder:
    def build(match: Match[str], _reference_year: int) -> Token:
        return Token(kind, match.group(), number=numbers[match.group(1)])

    return build


def rule(pattern: str, build: Builder) -> Rule:
    return Rule(re.compile(pattern), build)


def phrase(phrases: tuple[str, ...], kind: Kind) -> Rule:
    return rule(rf"{any_of(phrases)}\.?", named(kind))


def choice(numbers: dict[str, int], kind: Kind) -> Rule:
    either = "|".join(sorted(numbers, key=len, reverse=True))
    return rule(rf"({either})(?![a-z])\.?", numbered(kind, numbers))


PHRASES = (
    phrase(words.NOT_KNOWN, Kind.SILENT),
    phrase(words.WEEK_COMMENCING, Kind.WEEK_COMMENCING),
    phrase(words.WEEK_ENDING, Kind.WEEK_ENDING),
    phrase(words.ONWARDS, Kind.ONWARDS),
    phrase(words.NOT_BEFORE, Kind.NOT_BEFORE),
    phrase(words.NOT_AFTER, Kind.NOT_AFTER),
    phrase(words.DOUBT, Kind.DOUBT),
    rule(r"between(?![a-z])", named(Kind.BETWEEN)),
    rule(r"from(?![a-z])", named(Kind.FROM)),
    phrase(words.SINCE, Kind.NOT_BEFORE),
    phrase(words.BEFORE, Kind.BEFORE),
    phrase(words.AFTER, Kind.AFTER),
    phrase(words.UNTIL, Kind.UNTIL),
    phrase(words.OR, Kind.OR),
    phrase(words.AND, Kind.AND),
    choice(words.THIRDS, Kind.THIRD),
    choice(words.WEEKDAYS, Kind.WEEKDAY),
    phrase(words.SILENT, Kind.SILENT),
)
SYMBOLS = (
    rule(r"[?~]+", named(Kind.DOUBT)),
    rule(r"<", named(Kind.BEFORE)),
    rule(r">", named(Kind.AFTER)),
    rule(r"[-/,;&+]+", named(Kind.AND)),
    *CLOCKS,
)
STRANGE = (
    rule(r"\d[\w.,:/]*", named(Kind.NUMBER)),
    rule(r"t(?=\d\d:)", named(Kind.SILENT)),
    rule(r"[^\W\d_][\w']*", named(Kind.WORD)),
)
FROM_A_DIGIT = (*DATED, *CLOCKS, *BARE, *BARE_CLOCKS, *LAST, *STRANGE)
FROM_A_LETTER = (*CLOCKS, *PHRASES, *DATED, *STRANGE)


def scan(text: str, *, reference_year: int) -> list[Token]:
    """Cut a text into tokens; what only fills a sentence is left out."""
    even = plain(text)
    tokens, at = [], 0
    while at < len(even):
        token = first_token(even, at, rules_for(even[at]), reference_year)
        at += len(token.text) if token else 1
        if token and token.kind is not Kind.SILENT:
            tokens.append(token)
    return tokens


def rules_for(letter: str) -> tuple[Rule, ...]:
    if letter.isdigit():
        return FROM_A_DIGIT
    return FROM_A_LETTER if letter.isalpha() else SYMBOLS
