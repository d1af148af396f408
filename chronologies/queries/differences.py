"""How the words of one event differ between two files, column by column."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from chronologies.models import ChronologyEntry
from chronologies.queries.wordings import FURTHER, date_now
from chronologies.readers.columns import Column
from panels.published.comparison import Piece

WORD = re.compile(r"\S+\s*|\s+")
NOTES = "Other columns"
TOO_MANY = 250_000  # pairs of words to hold against each other while somebody waits
LITTLE = 1 / 3  # with less in common, single words that agree only disturb


@dataclass(frozen=True)
class Difference:
    """The words of one column before and now, those that the other side lacks marked."""

    label: str
    before: tuple[Piece, ...]
    now: tuple[Piece, ...]


def differences(before: ChronologyEntry, now: ChronologyEntry) -> list[Difference]:
    """Return the columns whose words differ."""
    return [
        Difference(label, *marked(old, new))
        for (label, old), (_, new) in zip(columns(before), columns(now), strict=True)
        if old.split() != new.split()
    ]


def columns(entry: ChronologyEntry) -> Iterator[tuple[str, str]]:
    yield Column.DATE.label, date_now(entry)
    yield Column.TIME.label, entry.raw_time
    yield Column.WHAT_HAPPENED.label, entry.what_happened
    yield from details_of(entry)


def details_of(entry: ChronologyEntry) -> Iterator[tuple[str, str]]:
    """Yield the further columns, blank ones too, in one order for all entries."""
    for column in FURTHER:
        yield column.label, getattr(entry, column)
    lines = (f"{heading}: {words}" if heading else words for heading, words in entry.notes)
    yield NOTES, "\n".join(lines)


def marked(before: str, now: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both wordings in pieces. Joined, the pieces of a side are its words unchanged."""
    old, new = WORD.findall(before), WORD.findall(now)
    steps = list(steps_between([word.split() for word in old], [word.split() for word in new]))
    return (
        tuple(pieces((old[a:b], differs) for a, b, _, _, differs in steps)),
        tuple(pieces((new[c:d], differs) for _, _, c, d, differs in steps)),
    )


Step = tuple[int, int, int, int, bool]


def steps_between(old: Sequence[list[str]], new: Sequence[list[str]]) -> Iterator[Step]:
    """Yield which words of either side answer each other, and whether they differ."""
    shorter = min(len(old), len(new))
    first = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - first
    last = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    ends = len(old) - last, len(new) - last
    yield 0, first, 0, first, False
    for a, b, c, d, differs in steps_inside(old[first : ends[0]], new[first : ends[1]]):
        yield a + first, b + first, c + first, d + first, differs
    yield ends[0], len(old), ends[1], len(new), False


def steps_inside(old: Sequence[list[str]], new: Sequence[list[str]]) -> list[Step]:
    whole = [(0, len(old), 0, len(new), True)]
    if len(old) * len(new) > TOO_MANY:
        return whole
    matcher = SequenceMatcher(a=list(map(tuple, old)), b=list(map(tuple, new)), autojunk=False)
    if matcher.ratio() < LITTLE:
        return whole
    return [(a, b, c, d, tag != "equal") for tag, a, b, c, d in matcher.get_opcodes()]


def pieces(parts: Iterable[tuple[Sequence[str], bool]]) -> Iterator[Piece]:
    """Yield the parts that have words; spaces after words that differ are not marked."""
    for words, differs in parts:
        text = "".join(words)
        body = text.rstrip() if differs else text
        if body:
            yield Piece(body, is_different=differs)
        if body != text:
            yield Piece(text[len(body) :])
