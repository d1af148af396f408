"""A paper as the checks see it: lines of text, each with where it stands."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

BODY = "body"
LONGEST = 5000  # letters that are read at once: a page and a half
# “3.1.10” before a paragraph is no day, where 3.1.9 or 3.1.11 stands before another
NUMBER = re.compile(r"^\s*(\d{1,2}\.\d{1,2}\.)(\d{1,2})(?=\.?\s)", re.MULTILINE)
SMALL = re.compile(r"(?<![\w’'-])[a-z][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line of a text file, or a paragraph or cell of a document.

    part: where it stands, such as "body", "table 3", "footnote 12", "header" or "properties".
    number: counted from 1 in its part.
    """

    part: str
    number: int
    text: str

    @property
    def is_empty(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, eq=False)
class Paper:
    """
    Everything that can be read in a paper, and what can only be found in it.

    Two papers are never the same one: what is made of a paper is kept by which it is.
    """

    lines: tuple[Line, ...] = field(repr=False)

    @classmethod
    def of_text(cls, text: str) -> "Paper":
        """Return a plain text. Lines end at a line feed, with or without a carriage return."""
        lines = [line.rstrip("\r") for line in text.removeprefix("\ufeff").split("\n")]
        times = Counter(map(bare_of_digits, lines))
        return cls(
            tuple(
                Line(BODY, at, celled(line) if times[bare_of_digits(line)] < RECURRING else line)
                for at, line in enumerate(lines, 1)
            )
        )

    @cached_property
    def whole(self) -> str:
        """All of it, to ask whether something stands anywhere."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that stand in it without a capital: those that are no names."""
        return frozenset(SMALL.findall(self.whole))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers of three parts that count its paragraphs, and are no days."""
        found = {(hit[1], int(hit[2])) for hit in NUMBER.finditer(self.whole)}
        return frozenset(
            f"{before}{at}" for before, at in found if {(before, at - 1), (before, at + 1)} & found
        )

    def filled(self) -> Iterator[Line]:
        return (line for line in self.lines if not line.is_empty)


RECURRING = 3  # times that the foot of a page stands there
BARS = 2  # of a row of a table


def bare_of_digits(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def celled(line: str) -> str:
    """Return a row whose cells are parted by bars as one whose cells are parted by tabs."""
    return line.replace("|", "\t") if line.count(" | ") >= BARS else line


def lines_of(part: str, texts: Iterable[str]) -> Iterator[Line]:
    return (Line(part, number, text) for number, text in enumerate(texts, 1))
