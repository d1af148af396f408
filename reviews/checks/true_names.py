"""
Do texts hold a true name, another name, or a telling day of a review's people?

A literal check: it finds what stands there, whatever the case, accents, hyphens, spaces and line
ends; the surname first, the middle names left out. It does not guess at misspellings. It is pure,
and its findings say where and whose, never the value.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reviews.checks.exact_dates import holds_day
from reviews.checks.folding import fold, fold_joined
from reviews.checks.ordinary import is_surely_a_name
from reviews.checks.register import HeldName, Register

TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady", "rev"})


@dataclass(frozen=True)
class Finding:
    """
    One place where a text gives somebody away.

    where: the name of the text, as its reader knows it.
    is_certain: the whole of it stands there. Otherwise one word of a name of several does, or
    a name of one word may be that word ("may"): a person decides.
    """

    where: str
    what: str
    is_certain: bool = True

    @property
    def words(self) -> str:
        holds = "holds" if self.is_certain else "holds a word of"
        return f"“{self.where}” {holds} {self.what}."


def findings(texts: Mapping[str, str], register: Register) -> list[Finding]:
    """Return what these texts give away, in their order. `texts` is by the name of each."""
    return [found for where, text in texts.items() for found in search(where, text, register)]


def certain(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.is_certain]


def search(where: str, text: str, register: Register) -> Iterator[Finding]:
    padded = f" {fold(text)} \n {fold_joined(text)} "
    for held in register.names:
        if stands_in(padded, whole_forms(held)):
            words = words_of(held)
            is_certain = len(words) > 1 or is_surely_a_name(words[0], text)
            yield Finding(where, held.what, is_certain=is_certain)
        elif stands_in(padded, single_words(held)):
            yield Finding(where, held.what, is_certain=False)
    for day in register.days:
        if holds_day(text, day.day):
            yield Finding(where, day.what)


def stands_in(padded: str, forms: set[str]) -> bool:
    return any(f" {form} " in padded for form in forms)


def whole_forms(held: HeldName) -> set[str]:
    """Return the ways to write a whole name: as it is, surname first, without middle names."""
    words = words_of(held)
    if not words:
        return set()
    orders = [words, [words[-1], *words[:-1]]]
    if len(words) > 2:
        orders += [[words[0], words[-1]], [words[-1], words[0]]]
    forms = {write(" ".join(order)) for order in orders for write in (fold, fold_joined)}
    return {form for form in forms if len(form) > 1}


def single_words(held: HeldName) -> set[str]:
    """Return each word of a name of several words, and each half of a hyphenated one."""
    words = {part for word in words_of(held) for part in (fold_joined(word), *fold(word).split())}
    return {word for word in words if len(word) > 1}


def words_of(held: HeldName) -> list[str]:
    """Return the words of a name as written, its titles left out."""
    written = held.words.replace(",", " ").split()
    return [word for word in written if fold(word) and fold(word) not in TITLES]
