"""What is odd about a text: told to its writer, line by line. It prints all the same, as typed."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reports.readers.blocks import Block, Footnote, calling, texts_in
from reports.readers.marks import LABEL, REFERENCE, called_in
from reports.readers.markup import Found, blocks_of

MANY_NOTES = 200
LONG_TEXT = 200_000  # letters, of a section
LONG_PARAGRAPH = 5_000
TURNS_WRITING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, order=True)
class Remark:
    """`line` counts from 1; 0 for what is of no one line."""

    line: int
    words: str

    def __str__(self) -> str:
        return f"Line {self.line:,} {self.words}." if self.line else self.words


def remarks(text: str) -> list[Remark]:
    """Return what is odd about a text, in the order of its lines."""
    found = blocks_of(text)
    odd = [Remark(line, words) for one in found for line, words in one.oddities]
    calls = calls_of(found)
    odd += [*on_calls(calls, found), *on_notes(calls, found), *on_labels(found)]
    return sorted([*odd, *on_places_of_labels(found), *on_length(text, found), *on_signs(text)])


def calls_of(found: Sequence[Found]) -> dict[str, int]:
    """Return the line that first calls each footnote."""
    first: dict[str, int] = {}
    for one in found:
        for key in (key for text in calling(one.block) for key in called_in(text)):
            first.setdefault(key, one.line)
    return first


def on_calls(calls: Mapping[str, int], found: Sequence[Found]) -> Iterator[Remark]:
    worded = {one.block.key for one in found if isinstance(one.block, Footnote)}
    for key, line in calls.items():
        if key not in worded:
            yield Remark(line, f"calls footnote [^{key}], which has no words: it prints as typed")
    if len(calls) > MANY_NOTES:
        line = list(calls.values())[MANY_NOTES]
        many = f"the first after {MANY_NOTES} of {len(calls):,}: all print, and few will read them"
        yield Remark(line, f"calls a footnote, {many}")


def on_notes(calls: Mapping[str, int], found: Sequence[Found]) -> Iterator[Remark]:
    told = set[str]()
    for one in found:
        if not isinstance(one.block, Footnote):
            continue
        key = one.block.key
        if key in told:
            yield Remark(one.line, f"has footnote [^{key}] a second time: it prints as words")
        elif key not in calls:
            yield Remark(
                one.line, f"has footnote [^{key}], which nothing calls: it prints as words"
            )
        if called_in(one.block.text):
            yield Remark(one.line, "calls a footnote within a footnote: that prints as typed")
        told.add(key)


def on_labels(found: Sequence[Found]) -> Iterator[Remark]:
    times = Counter[str]()
    for one in found:
        label = label_of(one.block)
        times[label] += 1
        if label and times[label] == 2:
            yield Remark(one.line, f"is called {label} like a place above, where references lead")


def on_places_of_labels(found: Sequence[Found]) -> Iterator[Remark]:
    """What still has a label in its words has one that could not be taken."""
    for one in found:
        for left in filter(None, map(LABEL.fullmatch, texts_in(one.block))):
            why = "which names no place here, or one that the record names itself"
            yield Remark(one.line, f"ends with {{#{left[2]}}}, {why}: it prints as typed")


def label_of(block: Block) -> str:
    return str(getattr(block, "label", ""))


def on_length(text: str, found: Sequence[Found]) -> Iterator[Remark]:
    if len(text) > LONG_TEXT:
        long = f"This section has {len(text):,} letters, more than most reports."
        yield Remark(0, f"{long} Nothing of it is lost. Is something in it twice?")
    for one in found:
        if any(len(said) > LONG_PARAGRAPH for said in texts_in(one.block)):
            yield Remark(
                one.line, f"goes on for more than {LONG_PARAGRAPH:,} letters without a break"
            )


def on_signs(text: str) -> Iterator[Remark]:
    for number, line in enumerate(text.splitlines(), 1):
        if TURNS_WRITING.search(line):
            yield Remark(number, "holds an unseen sign that turns the direction of writing")


def on_references(text: str, labels: Collection[str]) -> list[Remark]:
    """Return what refers to nothing. labels: what there is to refer to, in the whole report."""
    return [
        Remark(one.line, f"refers to [@{label}], which names no place: it prints as typed")
        for one in blocks_of(text)
        for said in (*texts_in(one.block), *words_of_note(one.block))
        for label in REFERENCE.findall(said)
        if label not in labels
    ]


def words_of_note(block: Block) -> tuple[str, ...]:
    return (block.text,) if isinstance(block, Footnote) else ()
