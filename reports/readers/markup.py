"""
The small markup of authored text: headings, paragraphs, bullet lists, numbered lists.

docs/report-markup.md describes it for those who write. Whatever is none of these is a paragraph,
word for word: nothing that was typed is ever lost.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True)
class SubHeading:
    text: str


@dataclass(frozen=True)
class Paragraph:
    """What is numbered when it prints: chapter and paragraph, such as 4.2."""

    text: str


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True)
class Steps:
    """A list whose items print with numbers, from 1."""

    items: tuple[str, ...]


Written = SubHeading | Paragraph | Bullets | Steps

HEADING = re.compile(r"#{1,6}\s+(.+)")
BULLET = re.compile(r"[-*•·]\s+(.+)")
STEP = re.compile(r"\d{1,3}[.)]\s+(.+)")


def read(text: str) -> tuple[Written, ...]:
    """Return the blocks of a text, in its order."""
    lines = [line.strip() for line in text.splitlines()]
    return tuple(
        block
        for is_blank, group in groupby(lines, key=lambda line: not line)
        if not is_blank
        for block in blocks_of(list(group))
    )


def blocks_of(lines: list[str]) -> Iterator[Written]:
    """Read lines that stand together. A line that begins nothing goes on with what stands above."""
    kind, taken = "", list[str]()
    for line in lines:
        begun, words = begin(line)
        if begun == "heading":
            yield from finished(kind, taken)
            yield SubHeading(words)
            kind, taken = "", []
        elif begun and begun == kind:
            taken.append(words)
        elif begun:
            yield from finished(kind, taken)
            kind, taken = begun, [words]
        elif taken:
            taken[-1] = f"{taken[-1]} {line}"
        else:
            kind, taken = "paragraph", [line]
    yield from finished(kind, taken)


def begin(line: str) -> tuple[str, str]:
    """Return what a line begins and its words without the sign; nothing where it goes on."""
    for kind, sign in (("heading", HEADING), ("bullets", BULLET), ("steps", STEP)):
        if found := sign.fullmatch(line):
            return kind, found[1].strip()
    return "", line


def finished(kind: str, taken: list[str]) -> Iterator[Written]:
    if kind == "bullets":
        yield Bullets(tuple(taken))
    elif kind == "steps":
        yield Steps(tuple(taken))
    elif kind:
        yield from (Paragraph(words) for words in taken)
