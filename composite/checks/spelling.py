"""Which registered name a word is nearly, without comparing it with all of them."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from composite.checks.wording import listed_words

LONG = 8  # from here on two letters may be wrong; in a shorter name, if the letters are the same
ORDINARY = listed_words(
    """
    there where when their these those which while would could should about after again before
    being other under until above below since still every never often later early alone along
    among asked began begun called child clear close death doing door during eight enough father
    first found front given going great hands happy heard heart hearth hello hence house known
    large leave letter light little local longer looked lunch means mother night nothing number
    nurse offer officer order party place point quite ready right round seven shall short sister
    small someone south spoke staff state street table taken thanks thing think third though three
    today together told tomorrow tried visit voice water weeks whether white whole whose woman
    women words world worse write wrong years young yesterday
    """
)


def folded(word: str) -> str:
    """Return a word in small letters without accents and signs."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def is_ordinary(word: str) -> bool:
    return word in ORDINARY


class Spelling:
    """Names by what is left of them when a letter or two are taken out."""

    def __init__(self, names: Iterable[str]) -> None:
        self.shown = {folded(name): name for name in sorted(names)}
        self.shortened: dict[str, set[str]] = defaultdict(set)
        for name in self.shown:
            for short in shortened(name, 2):
                self.shortened[short].add(name)
        self.answers: dict[str, str] = {}

    def nearest(self, word: str) -> str:
        """Return the name that a word nearly is; nothing where it is none, or exactly one."""
        if word not in self.answers:
            self.answers[word] = self.found(word)
        return self.answers[word]

    def found(self, word: str) -> str:
        near = {name for short in shortened(word, 2) for name in self.shortened.get(short, ())}
        distances = sorted((distance(word, name), name) for name in near)
        if not distances or word in self.shown:
            return ""
        away, name = distances[0]
        two_may_be_wrong = len(name) >= LONG or set(word) == set(name)
        return self.shown[name] if away <= (2 if two_may_be_wrong else 1) else ""


def shortened(word: str, most: int) -> set[str]:
    """Return a word with up to so many letters taken out."""
    return {
        "".join(letter for at, letter in enumerate(word) if at not in out)
        for count in range(most + 1)
        for out in combinations(range(len(word)), count)
    }


@lru_cache(maxsize=65536)
def distance(one: str, other: str) -> int:
    """Return how many letters must be changed, put in, taken out or swapped with the next."""
    two_back: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, two_back[j - 2] + 1)
            row.append(best)
        two_back, last = last, row
    return last[-1]
