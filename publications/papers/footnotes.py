"""A footnote put into the text of a section, at the end of one of its paragraphs."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.models import ReportSection
from reports.readers.blocks import Paragraph
from reports.readers.markup import blocks_of

SHOWN = 12  # words of a paragraph, by which it is chosen


@dataclass(frozen=True)
class Place:
    """A paragraph of a section that can call a footnote. `line`: its first line, from 1."""

    section: ReportSection
    line: int
    words: str

    @property
    def name(self) -> str:
        """Its name in a form: it holds for this version of the section alone."""
        return f"{self.section.pk}-{self.line}"


def places_in(sections: Iterable[ReportSection]) -> list[Place]:
    return [
        Place(section, found.line, shortened(found.block.text))
        for section in sections
        for found in blocks_of(section.text)
        if isinstance(found.block, Paragraph)
    ]


def shortened(text: str) -> str:
    words = text.split()
    return " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")


def with_footnote(text: str, *, line: int, key: str, words: str) -> str:
    """Return a section in which the paragraph that begins on a line calls a footnote."""
    lines = text.splitlines()
    last = last_line(lines, line)
    lines[last] = called_at_end(lines[last], key)
    return "\n".join([*lines, "", f"[^{key}]: {' '.join(words.split())}"])


def last_line(lines: list[str], first: int) -> int:
    """Return where a paragraph ends, counted from 0: before an empty line or another sign."""
    begins = {found.line for found in blocks_of("\n".join(lines))}
    last = first - 1
    while last + 1 < len(lines) and lines[last + 1].strip() and last + 2 not in begins:
        last += 1
    return last


def called_at_end(line: str, key: str) -> str:
    """Return a line that calls a footnote, before the label where it ends with one."""
    words, sign, label = line.rpartition("{#")
    if sign and label.rstrip().endswith("}"):
        return f"{words.rstrip()}[^{key}] {sign}{label}"
    return f"{line.rstrip()}[^{key}]"
