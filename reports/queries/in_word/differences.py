"""What differs between two texts, line by line and word by word, in one column to read down."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

MOST_WORDS = 4_000  # of one line, beyond which it is compared as a whole
HARDLY_ALIKE = 0.4  # of the words of two lines, below which one stands in place of the other
BESIDE = 1  # lines that are alike and shown before and after one that differs
ALIKE, CAME, GONE = "alike", "came", "gone"


@dataclass(frozen=True)
class Stretch:
    """Words that both sides have, or one of them. how: ALIKE, CAME or GONE."""

    words: str
    how: str = ALIKE

    @property
    def came(self) -> bool:
        return self.how == CAME

    @property
    def is_gone(self) -> bool:
        return self.how == GONE


@dataclass(frozen=True)
class ComparedLine:
    """One line of both texts, or of one. An empty one stands for lines that are left out."""

    stretches: tuple[Stretch, ...] = ()

    @property
    def differs(self) -> bool:
        return any(one.how != ALIKE for one in self.stretches)


def compared(before: Sequence[str], after: Sequence[str]) -> list[ComparedLine]:
    """Return the lines that differ with those beside them; none where nothing does."""
    return around_differences(list(every_line(before, after)))


def every_line(before: Sequence[str], after: Sequence[str]) -> Iterator[ComparedLine]:
    steps = SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    for what, a, b, c, d in steps:
        if what == "equal":
            yield from (ComparedLine((Stretch(line),)) for line in before[a:b])
            continue
        both = min(b - a, d - c)
        for old, new in zip(before[a : a + both], after[c : c + both], strict=True):
            yield ComparedLine(tuple(by_word(old, new)))
        yield from (ComparedLine((Stretch(line, GONE),)) for line in before[a + both : b])
        yield from (ComparedLine((Stretch(line, CAME),)) for line in after[c + both : d])


def by_word(old: str, new: str) -> Iterator[Stretch]:
    before, after = old.split(" "), new.split(" ")
    if max(len(before), len(after)) > MOST_WORDS:
        yield from (Stretch(old, GONE), Stretch(new, CAME))
        return
    compared_words = SequenceMatcher(a=before, b=after, autojunk=False)
    if compared_words.ratio() < HARDLY_ALIKE:
        yield from (Stretch(old, GONE), Stretch(new, CAME))
        return
    for what, a, b, c, d in compared_words.get_opcodes():
        if what == "equal":
            yield Stretch(" ".join(before[a:b]))
            continue
        if b > a:
            yield Stretch(" ".join(before[a:b]), GONE)
        if d > c:
            yield Stretch(" ".join(after[c:d]), CAME)


def around_differences(lines: Sequence[ComparedLine]) -> list[ComparedLine]:
    """Leave out lines that are far from any that differs, and say where."""
    different = [place for place, line in enumerate(lines) if line.differs]
    shown = {near for place in different for near in range(place - BESIDE, place + BESIDE + 1)}
    found: list[ComparedLine] = []
    if different:
        for is_shown, group in groupby(enumerate(lines), key=lambda pair: pair[0] in shown):
            found += [line for _, line in group] if is_shown else [ComparedLine()]
    return found
