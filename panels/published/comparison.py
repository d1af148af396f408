"""What changed between two versions of terms of reference, section by section, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from panels.published.outline import Section, Table, outline
from panels.published.terms import PublishedTerms

ADDED, REMOVED, CHANGED, MOVED = "Added", "Removed", "Changed", "Moved"


@dataclass(frozen=True)
class Piece:
    """Some words of one side, and whether the other side lacks them."""

    text: str
    is_different: bool = False


@dataclass(frozen=True)
class Change:
    """One paragraph or row that differs. A side that has none is empty."""

    what: str
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class SectionChanges:
    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Item:
    """A paragraph or a row, reduced to what is compared. `key` finds it in the other version."""

    key: str
    text: str


def compare(before: PublishedTerms, after: PublishedTerms) -> list[SectionChanges]:
    """Return the sections that differ, in the order in which they print."""
    found = []
    for old, new in zip(outline(before), outline(after), strict=True):
        changes = tuple(changes_between(list(items(old)), list(items(new))))
        if changes:
            found.append(SectionChanges(new.title, changes))
    return found


def items(section: Section) -> Iterator[Item]:
    for line in section.lines:
        yield Item(line.key, f"{line.text}\n{line.note}".strip())
    if section.table:
        yield from rows(section.table)


def rows(table: Table) -> Iterator[Item]:
    for row in table.rows:
        yield Item("row " + " | ".join(row[: table.keys]), " · ".join(cell for cell in row if cell))


def changes_between(old: list[Item], new: list[Item]) -> Iterator[Change]:
    yield from keyed([item for item in old if item.key], [item for item in new if item.key])
    yield from unkeyed(
        [item.text for item in old if not item.key], [item.text for item in new if not item.key]
    )


def keyed(old: list[Item], new: list[Item]) -> Iterator[Change]:
    """Compare what has a key: the same thing is found again wherever it now stands."""
    before, after = ({item.key: item.text for item in side} for side in (old, new))
    moved = keys_moved([key for key in before if key in after], [k for k in after if k in before])
    for key, text in before.items():
        if key not in after:
            yield removed(text)
    for key, text in after.items():
        if key not in before:
            yield added(text)
        elif before[key] != text:
            yield changed(before[key], text)
        elif key in moved:
            yield Change(MOVED, (Piece(text),), (Piece(text),))


def keys_moved(before: list[str], after: list[str]) -> set[str]:
    """Return which of the same keys must change places to bring one order into the other."""
    kept = SequenceMatcher(a=before, b=after, autojunk=False).get_matching_blocks()
    stayed = {key for block in kept for key in before[block.a : block.a + block.size]}
    return set(before) - stayed


def unkeyed(old: list[str], new: list[str]) -> Iterator[Change]:
    """Compare written paragraphs, in their order."""
    for what, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        gone, come = old[a:b], new[c:d]
        both = min(len(gone), len(come))
        yield from (changed(x, y) for x, y in zip(gone, come, strict=False))
        yield from (removed(text) for text in gone[both:])
        yield from (added(text) for text in come[both:])


def added(text: str) -> Change:
    return Change(ADDED, after=(Piece(text, is_different=True),))


def removed(text: str) -> Change:
    return Change(REMOVED, before=(Piece(text, is_different=True),))


def changed(before: str, after: str) -> Change:
    """Return both wordings, with the words that differ marked."""
    old, new = before.split(" "), after.split(" ")
    steps = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    left = [(old[a:b], what != "equal") for what, a, b, _, _ in steps]
    right = [(new[c:d], what != "equal") for what, _, _, c, d in steps]
    return Change(CHANGED, pieces(left), pieces(right))


def pieces(parts: list[tuple[list[str], bool]]) -> tuple[Piece, ...]:
    return tuple(Piece(" ".join(words), differs) for words, differs in parts if words)
