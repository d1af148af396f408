"""
The words of a letter as its template has them, read into paragraphs.

An empty line parts paragraphs. `## ` begins a heading, `- ` a point of a list, `1. ` a numbered
step. `[people]` is where the people to look for stand.
"""

import re
from dataclasses import dataclass

PEOPLE = "[people]"
MARKED = re.compile(r"(## |- |\d+\. )(.+)")
STYLES = {"## ": "Heading 2", "- ": "List Bullet"}


@dataclass(frozen=True)
class Line:
    """One paragraph, with the style that Word gives it. `is_people` stands for the table."""

    text: str
    style: str = "Normal"

    @property
    def is_people(self) -> bool:
        return self.text == PEOPLE


def lines_of(words: str) -> list[Line]:
    """Return the paragraphs of a letter, in order."""
    found: list[Line] = []
    for paragraph in re.split(r"\n\s*\n", words.strip()):
        found += paragraph_lines([line.strip() for line in paragraph.splitlines()])
    return found


def paragraph_lines(lines: list[str]) -> list[Line]:
    """Return one paragraph of the template: a line each where lines are marked, else one."""
    marks = [MARKED.fullmatch(line) for line in lines]
    if any(marks):
        return [
            Line(mark[2], STYLES.get(mark[1], "List Number")) if mark else Line(line)
            for line, mark in zip(lines, marks, strict=True)
            if line
        ]
    text = " ".join(filter(None, lines))
    return [Line(text)] if text else []
