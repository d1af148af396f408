"""The words in a cell of an OpenDocument file, as they are shown."""

import re
from typing import Any

OFFICE, TABLE, TEXT, STYLE, NUMBER = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}"
    for name in ("office", "table", "text", "style", "datastyle")
)
PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
CHANGES = frozenset({f"{TEXT}tracked-changes", f"{TABLE}tracked-changes"})

# What the file has beside the words: comments, footnotes, what was struck out
SILENT = CHANGES | {f"{OFFICE}annotation", f"{TEXT}note"}

# What spaces, tabs and line ends are in the file itself says nothing: each has its own element.
SPACES = re.compile(r"[ \t\r\n]+")
SPACE, TAB, LINE_END = "\x00", "\x01", "\x02"
MEANT = str.maketrans({SPACE: " ", TAB: "\t", LINE_END: "\n"})
LETTERS = {f"{TEXT}tab": TAB, f"{TEXT}line-break": LINE_END}
MOST_SPACES = 1_000


def text_of(cell: Any) -> str:
    """Return the words of a cell, paragraph under paragraph."""
    return "\n".join(words_of(paragraph) for paragraph in paragraphs_in(cell))


def paragraphs_in(element: Any) -> Any:
    for child in element:
        if child.tag in PARAGRAPHS:
            yield child
        elif child.tag not in SILENT:
            yield from paragraphs_in(child)


def words_of(paragraph: Any) -> str:
    letters: list[str] = []
    collect(paragraph, letters)
    return SPACES.sub(" ", "".join(letters)).strip(" ").translate(MEANT)


def collect(element: Any, letters: list[str]) -> None:
    letters.append(element.text or "")
    for child in element:
        name = child.tag
        if name == f"{TEXT}s":
            letters.append(SPACE * min(whole_number(child, f"{TEXT}c"), MOST_SPACES))
        elif name in LETTERS:
            letters.append(LETTERS[name])
        elif name not in SILENT:
            if name in PARAGRAPHS:  # of a text box
                letters.append(LINE_END)
            collect(child, letters)
        letters.append(child.tail or "")


def whole_number(element: Any, name: str) -> int:
    """Return how often something is repeated or how far it stretches: once, if not said."""
    value = element.get(name, "")
    return max(1, int(value)) if value.isdecimal() else 1
