"""Which words two sentences share that say what they are about, and how much that tells."""

import re
from collections import Counter
from collections.abc import Iterable
from math import log

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]{2,}")
ENDINGS = ("ings", "ing", "ions", "ion", "ments", "ment", "ally", "ed", "es", "s", "al", "er")
SHORTEST = 4  # letters that stay of a word
# What nearly every paragraph says, and what parts of one body share
COMMON = (
    "the and was were had has have that this with for from her his she him they their there",
    "which who when what would been not but about into after before during did its one two",
    "three four could other made make said told also some more than then same first second",
    "only over under between within where while being both all any each such very well own",
    "out off upon again because how against still will may can should nor yet january",
    "february march april june july august september october november december monday tuesday",
    "wednesday thursday friday saturday sunday early late mid year years month months week",
    "weeks day days time times year’s morning evening night police officer officers council",
    "social care children child services service team teams health hospital work worker",
    "workers review panel report reports reported agency agencies nurse doctor partnership",
    "home office family domestic abuse violence trust practice author recorded record records",
    "seen attended attend contact contacts victim perpetrator authority department",
)
EVERYWHERE = frozenset(word for line in COMMON for word in line.split())


def stem(word: str) -> str:
    """Return a word without its ending: “referral” and “referred” share the rest."""
    word = word.lower().removesuffix("’s").removesuffix("'s")
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > SHORTEST and word[-1] == word[-2] else word


def telling(text: str, leave: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the stems of the words that say what a text is about. leave: stems to leave out."""
    return frozenset(
        root
        for word in WORD.findall(text)
        if word.lower() not in EVERYWHERE and (root := stem(word)) not in leave
    )


LEAST = 150  # texts among which a word of one is rare


class Weights:
    """How rare each stem is among some texts: what few say tells more."""

    def __init__(self, told: Iterable[frozenset[str]]) -> None:
        texts = list(told)
        self.among = max(len(texts), LEAST)
        self.counted = Counter(root for roots in texts for root in roots)

    def of(self, roots: Iterable[str]) -> float:
        return sum(log(self.among / max(self.counted[root], 1)) for root in roots)
