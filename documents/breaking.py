"""
Where one immense word may break.

WeasyPrint measures such a word anew for each of its lines, which takes minutes for 100,000 letters,
and lays it past the edge of the paper where it cannot part it.
"""

import re

LONGEST_WORD = 200  # letters: no word, and hardly an address, has more
EVERY = 20
MAY_BREAK = "\u200b"  # takes no room
# A space that holds two words together breaks no line, and makes one word of them
IMMENSE = re.compile(
    rf"<style\b.*?</style>|<[^>]*>|(?P<word>[^\s<>\u200b][^ \t\r\n\f<>\u200b]{{{LONGEST_WORD},}})",
    re.DOTALL,
)
LETTER = re.compile(r"&[^;\s&]{1,12};|.", re.DOTALL)


def breakable(html: str) -> str:
    """Return a paper whose immense words may break. Tags, their values and styles stay."""
    return IMMENSE.sub(lambda hit: parted(hit["word"]) if hit["word"] else hit[0], html)


def parted(word: str) -> str:
    letters = LETTER.findall(word)
    pieces = ("".join(letters[at : at + EVERY]) for at in range(0, len(letters), EVERY))
    return MAY_BREAK.join(pieces)
