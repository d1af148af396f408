"""
What a file shows and no program reads: a page that is a picture, a file without a word.

It stands in the paper as a line of its own, so that a person decides on it as on anything else that
is found. The line holds a digest of what is shown: what is decided on one scan holds for no other.
"""

from hashlib import sha256

from anonymity.checking.paper import BODY, Line

PICTURE = "A page that is a picture"
NO_WORDS = "A file without a word"
LETTERS = 12  # of a digest: enough to tell one file of a review from another


def picture(number: int, digest: str) -> Line:
    return Line(f"page {number}", 1, f"{PICTURE}, {digest}")


def no_words(content: bytes) -> Line:
    return Line(BODY, 1, f"{NO_WORDS}, {sha256(content).hexdigest()[:LETTERS]}")
