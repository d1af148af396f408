"""
Names that a search for the name does not find and a reader reads: in a hashtag, joined to another
word, with letters of another alphabet that look the same, or spaced out.
"""
# ruff: noqa: RUF001 - letters that look like others are what this is about

import re
from collections.abc import Iterator
from unicodedata import normalize

SHORTEST = 5  # letters of a name that is looked for within a word
# Letters of other alphabets, each beside the one that it looks like
LIKE = {
    "АВЕЅІЈКМНОРСТУХ": "ABESIJKMHOPCTYX",
    "аеѕіјорсухԛԝӏһԁ": "aesijopcyxqwlhd",
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ": "ABEZHIKMNOPTYX",
    "ονιακρυχ": "oviakpux",
}
# Wide, circled and mathematical letters, which are letters of ours in other dress
DRESSED = (range(0xFF21, 0xFF5B), range(0x24B6, 0x24EA), range(0x1D400, 0x1D6A4))
PLAIN = {
    **{
        ord(other): ours
        for others, own in LIKE.items()
        for other, ours in zip(others, own, strict=True)
    },
    **{
        code: letter
        for codes in DRESSED
        for code in codes
        if len(letter := normalize("NFKC", chr(code))) == 1
    },
}


def plain(text: str) -> str:
    """Return a text of the same length in letters of ours, where others only look like them."""
    return text if text.isascii() else text.translate(PLAIN)


def disguised(name: str, parts: Iterator[str]) -> Iterator[re.Pattern[str]]:
    """
    Yield patterns for a name as it is written into other words, or letter by letter.

    parts: those of its words that nobody else may be called.
    """
    words = [re.escape(word) for word in name.split()]
    if len(words) > 1:
        yield re.compile(rf"(?i)[\w#]{{0,60}}{'[._-]?'.join(words)}\w*")
    for part in parts:
        if len(part) >= SHORTEST:
            word = re.escape(part)
            yield re.compile(
                rf"#\w*(?i:{word})\w*|\b\w*(?:(?<=[a-z\d]){word}(?![a-z])|(?<![A-Za-z]){word}(?=[A-Z\d]))\w*"
            )
            yield re.compile(
                r"(?<!\w)" + r"[\s\u00a0.]".join(map(re.escape, part)) + r"(?!\w)", re.I
            )
