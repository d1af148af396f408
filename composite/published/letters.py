"""
Words of a text as `reviews.checks.folding` sees them, and where each of them stands.

Folding changes lengths, so each folded word remembers the letters it comes from.
"""

from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category

from reviews.checks.folding import INVISIBLE, LETTERS, is_mark, small_and_apart


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word, and the part of the text from start to end that it stands for."""

    folded: str
    start: int
    end: int


def words_in(text: str) -> list[Word]:
    """Return every word of a text, in order."""
    found: list[Word] = []
    letters, start, end = "", 0, 0
    for place, character in enumerate(text):
        for folded in folded_letters(character):
            if folded.isalnum():
                start = start if letters else place
                letters, end = letters + folded, place + 1
            elif letters:
                found.append(Word(letters, start, end))
                letters = ""
    return [*found, Word(letters, start, end)] if letters else found


@lru_cache(maxsize=4096)
def folded_letters(character: str) -> str:
    """Return what folding makes of one character: often itself, sometimes several, or nothing."""
    apart = small_and_apart(small_and_apart(character)).translate(LETTERS)
    return "".join(c for c in apart if not is_mark(c) and category(c) != INVISIBLE)
