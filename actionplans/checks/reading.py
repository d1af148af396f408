"""How checks read: folded words, sentences and clauses, numbers, months."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
MONTH_OF_YEAR = re.compile(rf"\b({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\b")
UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
NUMBERS = {
    **{
        f"{ten}-{unit}": 10 * i + j
        for i, ten in enumerate(TENS, 2)
        for j, unit in enumerate(UNITS, 1)
    },
    **{ten: 10 * i for i, ten in enumerate(TENS, 2)},
    **{word: number for number, word in enumerate([*UNITS, *TEENS], 1)},
}
ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")
TURNS = re.compile(r"[,;:]?\s+\b(?:but|however|although|though|while|whereas)\b[,]?\s+|;\s*")
# "the revised policy was circulated": that it is revised is not what happened
DESCRIBED = re.compile(
    r"\b(?:new|newly|revised|updated|amended|approved|published|agreed|improved|relevant)\s+(?=\w)"
)
# What is hoped for of what was sent: "reminding them to use the form"
PURPOSE = re.compile(
    r"\b(?:asking|reminding|telling|explaining|highlighting|requesting|recommending|advising"
    r"|encouraging|setting out|to remind|to ask|to ensure|so that|in order|that|about|with a view"
    r"|for them to|of the need|on the need|the importance)\b.*"
)


def fold(text: str) -> str:
    """Return a text in small letters, with plain apostrophes and hyphens and single spaces."""
    plain = text.lower().replace("’", "'").replace("–", "-").replace("‑", "-")
    return re.sub(r"[ \t]+", " ", plain)


def sentences(text: str) -> list[str]:
    return [part.strip() for part in ENDS.split(fold(text)) if part.strip()]


def clauses(text: str) -> list[str]:
    """Return sentences, taken apart where they turn: "signed by one, but not by the others"."""
    return [part.strip() for one in sentences(text) for part in TURNS.split(one) if part.strip()]


def deed(sentence: str) -> str:
    """Return what a sentence says was done: without what describes it and what it is hoped for."""
    return PURPOSE.sub("", DESCRIBED.sub("", sentence))


def months_named(text: str) -> Iterator[date]:
    """Yield the first day of every month of a year that a text names."""
    for found in MONTH_OF_YEAR.finditer(fold(text)):
        yield date(int(found[2]), MONTHS.index(found[1]) + 1, 1)


@cache
def words_in(pattern: str) -> re.Pattern[str]:
    """Return a pattern of whole words: "audit|evaluat*" finds audit, evaluates, evaluation."""
    return re.compile(rf"\b(?:{pattern.replace('*', r'[a-z]*')})(?![a-z])")


def stem(word: str) -> str:
    """Return a word without its commonest endings: enough to know one noun again."""
    for ending in ("ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word
