"""
Which rows of an agency's earlier file survive in a later one.

docs/chronology-files.md says it in words. No step looks at all pairs of rows: 30,000 beside 30,000
are paired in seconds.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from itertools import pairwise
from operator import eq

ALIKE = 0.5  # of the words of both: one wording may be up to three times as long as the other
TELLING = 5  # so many different words say which event is meant, whatever stands beside them
OFTEN = 20  # what stands in more rows of one day than this tells none of them from the others
LOOKED_UP = 30  # rarest words of a row, and words beside each other
LOOKED_AT = 20  # rows that share the most of them
NEIGHBOURS = 2  # rows before and after the same place
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Told:
    """
    One event as a file tells it. Spaces and line breaks are no words.

    days: the first and the last day it can have been. date: date and time as written.
    what: what happened. others: what stands in each other column, in one order for all.
    """

    days: tuple[date | None, date | None]
    date: str
    what: str
    others: tuple[str, ...] = ()


def survivors(before: Sequence[Told], now: Sequence[Told]) -> dict[int, int]:
    """Return which row of the later file is which of the earlier; what is not in it is new."""
    pairs = Pairs(before, now)
    pairs.pair_off(lambda told: told)
    pairs.pair_off(cells)  # the columns were read otherwise
    pairs.pair_alike()
    pairs.pair_off(lambda told: (told.what, told.others))  # the date is corrected
    pairs.pair_off(lambda told: told.what if is_telling(told) else None, only_alone=True)
    return pairs.found


def cells(told: Told) -> tuple[str, ...]:
    """Return the words of a row whatever columns they stand in."""
    return tuple(sorted(filter(None, (told.date, told.what, *told.others))))


def is_telling(told: Told) -> bool:
    return len(words_of(told.what)) >= TELLING


def words_of(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.casefold())) or frozenset((text,))


def marks_of(text: str) -> set[str]:
    """Return what a row can be looked up by: its words, and each two beside each other."""
    words = WORD.findall(text.casefold())
    return {*words, *(f"{one} {other}" for one, other in pairwise(words))}


class Pairs:
    """Each row of either side is in one pair at most."""

    def __init__(self, before: Sequence[Told], now: Sequence[Told]) -> None:
        self.before, self.now = before, now
        self.found: dict[int, int] = {}
        self.left_before, self.left_now = list(range(len(before))), list(range(len(now)))

    def pair_off(self, key: Callable[[Told], Hashable], *, only_alone: bool = False) -> None:
        """
        Pair rows with the same key, in the order of their files.

        only_alone: leave those out whose key another row of their file has.
        """
        olds = together(self.left_before, lambda place: key(self.before[place]))
        news = together(self.left_now, lambda place: key(self.now[place]))
        self.keep(
            pair
            for shared in news.keys() & olds.keys() - {None}
            if not only_alone or len(olds[shared]) == len(news[shared]) == 1
            for pair in zip(olds[shared], news[shared], strict=False)
        )

    def pair_alike(self) -> None:
        """Pair rows of the same day that share most of their words, the most alike first."""
        olds = together(self.left_before, lambda place: self.before[place].days)
        news = together(self.left_now, lambda place: self.now[place].days)
        self.keep(
            (olds[days][old], news[days][new])
            for days in news.keys() & olds.keys()
            for old, new in Day(
                [self.before[place] for place in olds[days]],
                [self.now[place] for place in news[days]],
            ).pairs()
        )

    def keep(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keep pairs of an earlier and a later row, and look for neither of them again."""
        self.found.update((new, old) for old, new in pairs)
        taken = set(self.found.values())
        self.left_before = [place for place in self.left_before if place not in taken]
        self.left_now = [place for place in self.left_now if place not in self.found]


def together(
    places: Iterable[int], key: Callable[[int], Hashable]
) -> defaultdict[Hashable, list[int]]:
    """Return places by what they have in common, each in order."""
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        found[key(place)].append(place)
    return found


class Day:
    """The rows of one day that stand in either file without their like."""

    def __init__(self, before: Sequence[Told], now: Sequence[Told]) -> None:
        self.before, self.now = before, now
        self.words_before = [words_of(told.what) for told in before]
        self.rows_with: defaultdict[str, list[int]] = defaultdict(list)
        for place, told in enumerate(before):
            for mark in marks_of(told.what):
                self.rows_with[mark].append(place)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs of one earlier and one later row, the most alike first."""
        taken_old: set[int] = set()
        taken_new: set[int] = set()
        for _, _, _, new, old in sorted(self.ranked()):
            if old not in taken_old and new not in taken_new:
                taken_old.add(old)
                taken_new.add(new)
                yield old, new

    def ranked(self) -> Iterator[tuple[float, int, int, int, int]]:
        """Yield what is alike: by words, then by further columns, then by nearness in the files."""
        for new, told in enumerate(self.now):
            words = words_of(told.what)
            for old in self.near(new):
                likeness = shared_part(words, self.words_before[old])
                if likeness >= ALIKE:
                    same = sum(map(eq, told.others, self.before[old].others))
                    yield -likeness, -same, abs(new - old), new, old

    def near(self, new: int) -> set[int]:
        """Return the earlier rows to look at: those that share rare marks, and those about here."""
        marks = marks_of(self.now[new].what)
        rare = [mark for mark in marks if 0 < len(self.rows_with.get(mark, ())) <= OFTEN]
        rarest = nsmallest(LOOKED_UP, rare, key=lambda mark: (len(self.rows_with[mark]), mark))
        shares = Counter(old for mark in rarest for old in self.rows_with[mark])
        best = nsmallest(LOOKED_AT, shares, key=lambda old: (-shares[old], old))
        here = range(max(0, new - NEIGHBOURS), min(len(self.before), new + NEIGHBOURS + 1))
        return {*best, *here}


def shared_part(some: frozenset[str], others: frozenset[str]) -> float:
    """Return how much of two sets of words is in both, from 0 to 1."""
    return 2 * len(some & others) / (len(some) + len(others))
