import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

NOTE = re.compile("\ue000([a-z0-9-]+)\ue001")  # where a note is called, in the text of a line


class CannotReadWord(Exception):
    """A Word file cannot be read. The text says why and what to do, fit to show."""


class LineKind(StrEnum):
    HEADING = "heading"
    TEXT = "text"
    BULLET = "bullet"
    STEP = "step"
    TABLE = "table"


@dataclass(frozen=True)
class Line:
    """
    One paragraph, or one table.

    text: notes are called in it as `note_call` writes them. level: of a heading, from 1.
    style: what the caller calls the style it has; empty for any other.
    marks: the names of the bookmarks that begin in it.
    rows: of a table, each as long as the longest. heads: how many of them are heads.
    """

    kind: LineKind
    text: str = ""
    level: int = 0
    style: str = ""
    marks: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    heads: int = 0


@dataclass(frozen=True)
class SetAside:
    """Something in the file that is no line of it, word for word. near: the words beside it."""

    what: str
    words: str = ""
    near: str = ""


@dataclass(frozen=True)
class ReadWord:
    """
    notes: the words of footnotes and endnotes, by the name that calls them. note_marks: the
    bookmarks in them, likewise.
    aside: what could not be read as a line. remarks: what the reader should know of the reading.
    margins: the lines in the head and foot of its pages.
    properties: what the file says of itself, by name.
    """

    lines: tuple[Line, ...]
    notes: Mapping[str, str]
    note_marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aside: tuple[SetAside, ...] = ()
    remarks: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)


def note_call(name: str) -> str:
    """Return what stands in a text where a note is called."""
    return f"\ue000{name}\ue001"


def short(text: str, *, most: int = 80) -> str:
    """Return the beginning of some words, for saying where something stood."""
    plain = " ".join(NOTE.sub("", text).split())
    return plain if len(plain) <= most else f"{plain[: most - 1].rstrip()}…"
