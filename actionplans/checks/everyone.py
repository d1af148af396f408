"""Asked of all; said of some."""

import re
from collections.abc import Iterator

from actionplans.checks.reading import MONTHS, NUMBERS, words_in
from actionplans.checks.remark import Remark
from actionplans.checks.update import Update

ALL = words_in("all|every|each|everybody|everyone|whole|entire|throughout|across|any")
OF_ALL = words_in("all|every|each|everybody|everyone")
SOME = words_in(
    r"not (?:all|every|everybody|everyone|each)|most|some|majority|several|a few|few of|half"
    r"|two thirds|a third|three quarters|a quarter of|partial|partially|partly"
    r"|remaining|the rest|the others|others (?:have|has|are|did|do|were|will)"
    r"|(?:other|one|two|three) \w+ (?:have|has|are|is|did|do) not"
    r"|except|excluding|apart from|with the exception|other than"
    r"|a handful|a couple|some of|part of the|first (?:team|ward|site|cohort|group|practice|school)"
    r"|the (?:one|two|three|four|five|largest|biggest|main|busiest) [a-z]+ [a-z]+|run by the"
    r"|only|so far|to date|a (?:small )?number of|nearly all|almost all|many|selected|pilot"
)
NUMBER = rf"(?:\d[\d,]*|{'|'.join(NUMBERS)})"
PART_OF = re.compile(
    rf"\b({NUMBER})(?: [a-z]+)? (?:out )?of (?:the |our |all |its |their |[a-z]+'s )*({NUMBER})\b"
)
COUNT = re.compile(rf"\b(?:{NUMBER})\b(?! (?:{'|'.join(MONTHS)}|of the|team|agency|practice|ward))")
PER_CENT = re.compile(r"\b(\d{1,3})(?:\.\d+)? ?(?:%|per cent|percent)")
TOGETHER = words_in(
    "all|every|each|both|everybody|everyone|nobody|no one|none|across|throughout|whole|whichever"
    "|whoever|any|always|jointly|without exception|in full"
)
LOOKED_AT = words_in("sampl*|audit*|looked at|check*|dip-sampl*|found|bookings|cases")
NEARLY = 0.9  # of what was looked at: nobody finds all of a hundred


# "every six months" is how often, not of whom
TIME = words_in(r"(?:every|each)(?: \w+)? (?:day|week|month|quarter|term|year)s?")


def check(update: Update) -> Iterator[Remark]:
    wanted = TIME.sub("", update.wanted)
    if not ALL.search(wanted):
        return
    found = next((clause for clause in update.clauses if is_of_some(clause, update)), "")
    says_all = TOGETHER.search(update.words) or COUNT.search(update.words)
    if not found and OF_ALL.search(wanted) and not says_all:
        found = update.words
    if found:
        yield Remark(
            "everyone",
            "It was asked of all; the update speaks of some, or does not say of how many.",
            "Whoever meets the ones left out meets things as they were.",
            "Say how it stands with the rest, or report progress until it holds for all.",
            found,
        )


def is_of_some(clause: str, update: Update) -> bool:
    if SOME.search(clause):
        return True
    enough = share_asked(update.wanted) or (NEARLY if LOOKED_AT.search(clause) else 1)
    shares = list(shares_in(clause))
    return bool(shares) and max(shares) < enough


def share_asked(wanted: str) -> float:
    """Return the share that is asked, such as 0.9 of "at least 90%"; 0 where none is named."""
    return max(shares_in(wanted), default=0)


def shares_in(text: str) -> Iterator[float]:
    yield from (first / whole for first, whole in parts_of(text) if 0 < first <= whole)
    yield from (int(found[1]) / 100 for found in PER_CENT.finditer(text))


def parts_of(clause: str) -> Iterator[tuple[int, int]]:
    """Yield "18 of 31" as its two numbers."""
    for found in PART_OF.finditer(clause):
        yield number_of(found[1]), number_of(found[2])


def number_of(word: str) -> int:
    return NUMBERS.get(word) or int(word.replace(",", "") or 0)
