"""The number of a recommendation, where it stands before its words."""

import re

GOES_ON = r"cont(?:inued|['’]d|\.)"
CONTINUED = re.compile(  # with a comma in our own files, which take any number
    rf"(?:(?:\S{{1,12}} )?\S{{1,12}}, |(?:rec(?:ommendation)?\.? )?\S{{0,6}}\d\S{{0,4}} )?"
    rf"\(?{GOES_ON}\)?",
    re.IGNORECASE,
)
AT_END = re.compile(rf"[\s(,–-]*\b{GOES_ON}\)?$", re.IGNORECASE)
NAMED = re.compile(
    r"\s*(?:rec(?:ommendation)?\.?\s*(?:no\.?\s*)?)(\d{1,5}(?:\.\d{1,2})*[a-z]?)\b[\s.):–-]*", re.I
)
# "2020: …" names a year, "2020. …" a recommendation; "SAR 4 – …" is numbered by its kind
POINTED = re.compile(
    r"\s*\(?((?:[A-Z]{1,4} ?)?\d{1,5}(?:\.\d{1,2})*[a-z]?)(?:[.)]|(?<!\d{4})\s*[:–-])\s+(?=\S)"
)
BARE = re.compile(r"\s*(\d{1,5})\s+(?=\S)")


def number_in(words: str, *, after: str) -> str:
    """
    Return the number before some words: "3. Train …", "Recommendation 3: …"; empty for none.

    A bare one counts only where it goes on from the last: "24 hours a day" has no number.
    """
    found = NAMED.match(words) or POINTED.match(words)
    if found:
        return found[1]
    bare = BARE.match(words)
    last = int(after) if after.isdecimal() else 0
    return bare[1] if bare and int(bare[1]) == last + 1 else ""


def without_number(words: str, number: str) -> str:
    """Return words without the number before them, if it is that one."""
    for form in (NAMED, POINTED, BARE):
        found = form.match(words)
        if found and found[1] == number and words[found.end() :].strip():
            return words[found.end() :].strip()
    return words.strip()


def is_again(words: str, earlier: str) -> bool:
    """Tell whether words say again what stands above, be it with "(continued)" after them."""
    return same_words(words, earlier) or same_words(AT_END.sub("", words), earlier)


def folded(words: str) -> str:
    """Return words as they are compared: spaces and capital letters do not count."""
    return " ".join(words.split()).casefold()


def same_words(one: str, other: str) -> bool:
    return folded(one) == folded(other)
