"""How exact ages, birthdays, years of birth and weeks of a pregnancy are written in reports."""

import re

from reports.anonymity.words.dates import MONTH, YEAR

TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
NUMBERS = {
    **{word: at for at, word in enumerate([*UNITS, *TEENS], 1)},
    **{word: at * 10 for at, word in enumerate(TENS, 2)},
    **{
        f"{ten}-{unit}": at * 10 + more
        for at, ten in enumerate(TENS, 2)
        for more, unit in enumerate(UNITS, 1)
    },
}
SPELLED = "|".join(sorted(NUMBERS, key=len, reverse=True))
AGE = rf"(?:\d{{1,2}}|(?:{SPELLED}))(?:\s?½)?"
NOT_ONE_AGE = (
    r"(?!\s*(?:or|and)\s+(?:over|above|older|under|below|younger)|\s*(?:-|–|to|and|or)\s*\d|\+|"
    r"\s*(?:plus|years? and over)|\s*\d|\s*years? or (?:over|older)|[%/:.]\d|%)"
)
AGED = (
    r"\b(?:aged|(?:at|of|from|by|By|At|From) the age of|at age|age)\s+(?:just\s+|only\s+)?"
    rf"{AGE}\b{NOT_ONE_AGE}"
)
YEARS_OLD = rf"\b{AGE}[\s-]years?[\s-](?:old|of\s+age)\b{NOT_ONE_AGE}"
BARE_END = (
    r"(?=\s*(?:[,;)]|\.(?!\d)|$)|"
    r"\s+(?:at\s+the\s+time|when|years?\s+(?:old|of\s+age)|and\b(?!\s+\d)))"
)
BIRTHDAY = r"\b(?:her|his|their)\s+(?:\d{1,2}(?:st|nd|rd|th))\s+birthday\b"
BIRTH_YEAR = (
    rf"\bborn(?:\s+and\s+(?:raised|brought\s+up))?(?:\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w’'-]+"
    rf"(?:,?\s+(?:[A-Z][\w’'-]+|and|of))*,?)?\s+(?:in|on)\s+(?:the\s+year\s+)?(?:{MONTH}\s+)?{YEAR}"
    rf"|\bborn\s*:?\s+(?:{MONTH}\s+)?{YEAR}|\b[Yy]ear of birth(?:\s+was|\s*:)?\s+{YEAR}"
)
WEEKS = (
    r"\b(?:(?:when|at|was|being|is|approximately|about|around)\s+)*"
    rf"(?:\d{{1,2}}(?:\s?\+\s?\d)?|{SPELLED})[\s-]weeks?[’']?\s+"
    r"(?:(?:in|of)(?:to)?\s+(?:her\s+|the\s+)?)?(?:pregnan(?:t|cy)|gestation)\b"
    r"(?:\s+with\s+(?:Child\s+[A-Z]|her\s+\w+\s+child))?"
)


def number_of(words: str) -> int | None:
    """Return the first age that is written in some words."""
    found = re.search(rf"\b(?:\d{{1,2}}(?!\d)|(?:{SPELLED})\b)", words)
    if not found:
        return None
    return int(found[0]) if found[0].isdigit() else NUMBERS[found[0]]


def band_of(age: int, whose: str = "their") -> str:
    """Return how an age may stand in a paper: “in her twenties”."""
    if age < 10:
        return "a young child"
    if age < 20:
        return f"in {whose} teens"
    words = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties")
    return f"in {whose} {words[min(age // 10 - 2, 6)]}"
