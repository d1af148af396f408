"""
Find what stands where in a Word file that came back: by the bookmarks it went out with, and
where they are gone, by the words of its headings.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from documents.reading import Line, LineKind, ReadWord, SetAside
from documents.reading.lines import NOTE, short
from reports.readers.returned import names
from reports.readers.returned.writing import as_markup, key_of

NUMBER = re.compile(r"^\s*(?:appendix\s+[a-z]\b|[\dA-Z]{1,2}(?:\.\d+)*)[.):]?\s+", re.I)
OUR_FOOT = re.compile(r"\s*Page\s*\d*\s*of\s*\d*\s*")
STRAY, TWICE = "Words outside of any section", "Words under a heading that stands twice: “{}”"
NO_HEADING = "Under a heading that this report does not have: “{}”"
IN_STYLE = "Words in the style of the record, in “{}”"


@dataclass(frozen=True)
class Slot:
    """
    Where something begins in a file.

    mark: its bookmark. words: of its heading, as the file went out. to: the section that is
    written under it, or the part of the record. part, chapter: of the report it belongs to.
    is_heading: it heads the chapter; otherwise it is a line inside of it.
    """

    mark: str
    words: str
    to: "Section | OfRecord"
    part: str
    chapter: str
    is_heading: bool = True


@dataclass(frozen=True)
class Section:
    kind: str


@dataclass(frozen=True)
class OfRecord:
    key: str


@dataclass(frozen=True)
class Returned:
    """
    What was read of a file.

    sections: the text of each that stands in it, in the markup. records: the lines of each part
    of the record that stands in it. aside: what found no place, word for word.
    remarks: what to know of the reading.
    versions: the number of the version each section was made from. words: how the parts of the
    record were worded then, as a sum. review: the reference of the review it was made for.
    """

    sections: Mapping[str, str]
    records: Mapping[str, tuple[str, ...]]
    aside: tuple[SetAside, ...]
    remarks: tuple[str, ...]
    versions: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    review: str = ""


def find_places(file: ReadWord, slots: Sequence[Slot], *, ours: frozenset[str]) -> Returned:
    """
    Return what stands in each place of a report.

    ours: paragraphs that the file went out with to say what to do, which are not taken back.
    """
    walk = Walk(slots, ours)
    for line in file.lines:
        walk.over(line)
    keys = {name: key_of(marks) for name, marks in file.note_marks.items()}
    return Returned(
        sections={
            kind: as_markup(lines, file.notes, keys) for kind, lines in walk.sections.items()
        },
        records={key: tuple(plain_lines(lines)) for key, lines in walk.records.items()},
        aside=(*with_notes(walk.aside, file.notes), *file.aside, *in_margins(file, ours)),
        remarks=(*walk.remarks(), *file.remarks),
        versions=whole_numbers(after(names.VERSION_OF, file.properties)),
        words=after(names.WORDS_OF, file.properties),
        review=file.properties.get(names.REVIEW, ""),
    )


def after(prefix: str, properties: Mapping[str, str]) -> dict[str, str]:
    return {
        name.removeprefix(prefix): value
        for name, value in properties.items()
        if name.startswith(prefix)
    }


def whole_numbers(values: Mapping[str, str]) -> dict[str, int]:
    return {name: int(value) for name, value in values.items() if value.isdecimal()}


class Walk:
    """Goes through the lines of a file from the top and knows where it is."""

    def __init__(self, slots: Sequence[Slot], ours: frozenset[str]) -> None:
        self.by_mark = {slot.mark: slot for slot in slots}
        self.heads = {(one.part, plain(one.words)): one for one in slots if one.is_heading}
        self.inside = {(one.part, one.chapter, plain(one.words)): one
                       for one in slots if not one.is_heading}  # fmt: skip
        self.parts = {plain(slot.part): slot.part for slot in slots}
        self.order = [slot.mark for slot in slots if slot.is_heading]
        self.ours = ours
        self.sections: dict[str, list[Line]] = {}
        self.records: dict[str, list[Line]] = {names.FRONT_PAGE: []}
        self.aside: list[SetAside] = []
        self.part = slots[0].part if slots else ""
        self.here: Section | OfRecord | None = None
        self.chapter, self.heading, self.loose = "", "", STRAY
        self.met: list[str] = []
        self.renamed: list[tuple[str, str]] = []

    def over(self, line: Line) -> None:
        words = plain(line.text)
        if line.style == "part" or (is_top(line) and words in self.parts):
            self.part, self.here, self.loose = self.parts.get(words, self.part), None, STRAY
        elif slot := self.slot_of(line):
            self.enter(slot, line)
        elif is_top(line):
            self.here, self.chapter = None, ""
            self.heading, self.loose = line.text, NO_HEADING.format(line.text)
            self.put_aside(line)
        elif line.style in ("guide", "prompt", "place", "record-place") and words in self.ours:
            return
        elif line.style == "front" and self.here is None:
            self.records[names.FRONT_PAGE].append(line)
        else:
            self.take(line)

    def slot_of(self, line: Line) -> Slot | None:
        """Return what begins with a line."""
        for mark in line.marks:
            if mark in self.by_mark:
                return self.by_mark[mark]
        words = {plain(line.text), plain(NUMBER.sub("", line.text))}
        if is_top(line):
            return next(
                (self.heads[self.part, w] for w in words if (self.part, w) in self.heads), None
            )
        if line.kind == LineKind.HEADING or line.style in ("place", "record-place"):
            keys = [(self.part, self.chapter, one) for one in words]
            return next((self.inside[key] for key in keys if key in self.inside), None)
        return None

    def enter(self, slot: Slot, line: Line) -> None:
        self.part, self.chapter, self.heading = slot.part, slot.chapter, slot.words
        if slot.mark in self.met:
            self.here, self.loose = None, TWICE.format(slot.words)
            return
        self.met.append(slot.mark)
        self.here = slot.to
        if isinstance(slot.to, Section):
            self.sections.setdefault(slot.to.kind, [])
        else:
            self.records.setdefault(slot.to.key, [])
        if plain(line.text) == plain(slot.words) or not line.text.strip():
            return
        if slot.is_heading:
            if plain(NUMBER.sub("", line.text)) != plain(slot.words):
                self.renamed.append((slot.words, line.text))
        else:  # somebody wrote on in the line that says where to write
            self.take(Line(LineKind.TEXT, line.text))

    def take(self, line: Line) -> None:
        if isinstance(self.here, OfRecord):
            self.records[self.here.key].append(line)
        elif self.here is None or line.style.startswith("record"):
            self.put_aside(line)
        else:
            self.sections[self.here.kind].append(line)

    def put_aside(self, line: Line) -> None:
        """Keep a line with those that stood beside it."""
        what = self.loose if self.here is None else IN_STYLE.format(self.heading)
        words = "\n".join(plain_lines([line]))
        last = self.aside[-1] if self.aside else None
        if last and last.what == what:
            self.aside[-1] = SetAside(what, f"{last.words}\n{words}", last.near)
        elif words:
            self.aside.append(SetAside(what, words))

    def remarks(self) -> list[str]:
        said = [
            f"The heading “{was}” reads “{short(now)}” in the file. Headings stay the report’s "
            "own: the text under it was found all the same."
            for was, now in self.renamed
        ]
        chapters = [mark for mark in self.met if mark in self.order]
        if chapters != sorted(chapters, key=self.order.index):
            said.append(
                "The chapters stand in another order in the file. Their text was found all the "
                "same; the order is the report’s own."
            )
        return said


def is_top(line: Line) -> bool:
    return line.kind == LineKind.HEADING and line.level == 1


def plain(words: str) -> str:
    """Return words as they are compared: without notes, doubled spaces and capitals."""
    return " ".join(NOTE.sub("", words).replace("\u2019", "'").split()).casefold()


def with_notes(aside: Sequence[SetAside], notes: Mapping[str, str]) -> list[SetAside]:
    """Return what found no place with the words of its notes where they are called."""

    def words(found: re.Match[str]) -> str:
        return f" [footnote: {notes.get(found[1], '')}]"

    return [SetAside(one.what, NOTE.sub(words, one.words), one.near) for one in aside]


def in_margins(file: ReadWord, ours: frozenset[str]) -> list[SetAside]:
    """Return what somebody wrote into the head or foot of pages, which are not the report's."""
    words = [one for one in file.margins if plain(one) not in ours and not OUR_FOOT.fullmatch(one)]
    return [SetAside("In the head or foot of pages", "\n".join(words))] if words else []


def plain_lines(lines: Sequence[Line]) -> list[str]:
    """Return lines as `reports.published.text` says the blocks they came from."""
    found, step = list[str](), 0
    for line in lines:
        step = step + 1 if line.style == "record-number" or line.kind == LineKind.STEP else 0
        if line.kind == LineKind.TABLE:
            found += [" | ".join(row) for row in line.rows]
        elif step:
            found.append(f"{step}. {line.text}")
        elif line.kind == LineKind.BULLET or line.style == "record-bullet":
            found.append(f"- {line.text}")
        else:
            found.append(line.text)
    return [one for one in found if one.strip()]
