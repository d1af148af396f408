"""The chapters of a report that was written elsewhere, under the numbers its author gave them."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.text import slugify

from documents.reading import Line, LineKind, ReadWord
from documents.reading.lines import NOTE
from reports.published.report import Block, Chapter, Paragraph
from reports.queries.elsewhere.blocks import blocks_of
from reports.queries.elsewhere.lines import CONTENTS

BEFORE = "Before the first heading"
TITLE = re.compile(r"(?:(?:chapter|section|part)\s+)?(\d{1,2})[.):]?\s+(?=\S)", re.I)
APPENDIX = re.compile(r"(?:appendix|annex)\b(?:\s+([A-Z]|\d{1,2})\b)?[\s:.)–-]*", re.I)
SUMMARY = re.compile(r"(?:the )?executive summary", re.I)


@dataclass
class Found:
    """A chapter while it is read."""

    heading: str
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class Version:
    """What was read: the chapters of the report, those of its summary, and its appendices."""

    chapters: tuple[Chapter, ...]
    summary: tuple[Chapter, ...]
    appendices: tuple[Chapter, ...]

    @property
    def every(self) -> tuple[Chapter, ...]:
        return (*self.chapters, *self.summary, *self.appendices)

    def count(self, kind: type[Block]) -> int:
        return sum(isinstance(block, kind) for one in self.every for block in one.blocks)


def version_of(read: ReadWord) -> Version:
    """Return what a file says, by its chapters. Those with nothing under them are left out."""
    top = level_of_chapters(read.lines)
    keys: Counter[str] = Counter()
    parts: dict[str, list[Chapter]] = {"chapters": [], "summary": [], "appendices": []}
    for found in parted(read.lines, top):
        number, title = title_of(found.heading)
        key = key_of(title, keys)
        if blocks := tuple(blocks_of(found.lines, read.notes, top=top, scope=key)):
            chapter = Chapter(key, title, blocks, number=number)
            parts[part_of(found.heading)].append(chapter)
    twice = said_twice(parts)
    return Version(
        **{name: tuple(renumbered(one, twice) for one in found) for name, found in parts.items()}
    )


def said_twice(parts: Mapping[str, Sequence[Chapter]]) -> frozenset[str]:
    """Return the numbers that two paragraphs have: they name neither."""
    blocks = (block for part in parts.values() for one in part for block in one.blocks)
    numbers = Counter(one.number for one in blocks if isinstance(one, Paragraph) and one.number)
    return frozenset(number for number, count in numbers.items() if count > 1)


def renumbered(chapter: Chapter, twice: Collection[str]) -> Chapter:
    """Return a chapter whose paragraphs have such a number in their words alone."""
    return replace(
        chapter,
        blocks=tuple(
            replace(block, text=f"{typed(block.number)} {block.text}", number="")
            if isinstance(block, Paragraph) and block.number in twice
            else block
            for block in chapter.blocks
        ),
    )


def typed(number: str) -> str:
    return number if "." in number else f"{number}."


def level_of_chapters(lines: Sequence[Line]) -> int:
    """Return the highest level of which there are several: one alone is the report’s title."""
    levels = Counter(line.level for line in lines if line.kind == LineKind.HEADING)
    several = [level for level, count in levels.items() if count > 1]
    return min(several or [*levels, 1])


def parted(lines: Sequence[Line], top: int) -> Iterator[Found]:
    found = Found(BEFORE)
    for line in lines:
        if line.style == CONTENTS:
            continue
        if line.kind == LineKind.HEADING and line.level <= top and line.text.strip():
            yield found
            found = Found(" ".join(NOTE.sub("", line.text).split()))
        else:
            found.lines.append(line)
    yield found


def title_of(heading: str) -> tuple[str, str]:
    """Return the number of a chapter, or the letter of an appendix, and the title."""
    if appendix := APPENDIX.match(heading):
        return appendix[1] or "", heading[appendix.end() :] or heading
    numbered = TITLE.match(heading)
    return (numbered[1], heading[numbered.end() :]) if numbered else ("", heading)


def part_of(heading: str) -> str:
    if APPENDIX.match(heading):
        return "appendices"
    return "summary" if SUMMARY.fullmatch(title_of(heading)[1]) else "chapters"


def key_of(title: str, keys: Counter[str]) -> str:
    """Return what finds a chapter again in another version: its title, and which of several."""
    key = slugify(title)[:50] or "chapter"
    keys[key] += 1
    return key if keys[key] == 1 else f"{key}-{keys[key]}"
