"""How names of people are written."""

import re
from collections.abc import Iterable

# A word that begins with a capital: Maris, O’Dell, Smith-Jones, McArdle. A name has an end, so
# that a run of letters without one is not read again from each of them
SMALL = r"[a-z\u00df-\u00ff]"
NAME = rf"[A-Z]{SMALL}{{0,40}}(?:[’'\-][A-Z]?{SMALL}{{1,40}}|[A-Z]{SMALL}{{1,40}}){{0,8}}"
QUOTES = "\u2018\u2019\u201c\u201d'\""
WORD = re.compile(r"[A-Za-z\u00c0-\u00ff][A-Za-z\u00c0-\u00ff’'\-]*")
POSSESSIVE = re.compile(r"[’']s?$")
# A law that is called after somebody names them
OF_A_LAW = re.compile(
    r"\b(?:Law|Act|Scheme|Duty)[”’\"]?,?\s+(?:is\s+)?(?:\w+\s+)?(?:after|for)\s+$"
)


def bare(word: str) -> str:
    """Return a word without quotation marks, its possessive ending and letter case."""
    return POSSESSIVE.sub("", word.strip(QUOTES)).casefold().replace("’", "'")


def as_words(name: str) -> re.Pattern[str]:
    """
    Return a pattern for a name that stands as words of its own, however it is spaced, and in
    capitals as well.
    """
    parts = (rf"(?:{spelled(part)}|{spelled(part.upper())})" for part in name.split())
    return re.compile(r"(?<![\w])" + r"[\s\u00a0]+".join(parts) + r"(?![\w])")


def spelled(word: str) -> str:
    return re.escape(word).replace("’", "[’']").replace("'", "[’']")


def known_words(names: Iterable[str]) -> set[str]:
    """Return every word of some names, bare."""
    return {bare(word) for name in names for word in WORD.findall(name)}
