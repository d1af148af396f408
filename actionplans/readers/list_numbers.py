"""
The numbers that Word shows before the paragraphs of a list, which stand in no text of the file.

A plan's "1." is often such a number: without it nobody could tell which recommendation is meant.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from chronologies.readers.word import VALUE, W, found_in

LEVELS = 9
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def letters(count: int) -> str:
    """Return a, b, … z, aa, bb, as Word goes on."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def roman(count: int) -> str:
    written = ""
    for value, sign in ROMAN:
        written += sign * (count // value)
        count %= value
    return written


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
}


class ListNumbers:
    """Counts the lists of a document as its paragraphs are read in their order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        """numbering, styles: these parts of the file, as XML; None where it has none."""
        self.levels = {} if numbering is None else levels_of(numbering)
        self.of_style = {} if styles is None else numbered_styles(styles)
        self.counts: defaultdict[str, list[int]] = defaultdict(lambda: [0] * LEVELS)

    def before(self, paragraph: Any) -> str:
        """Return the number Word shows before a paragraph: "2. "; empty where it shows none."""
        number, depth = self.place(paragraph)
        levels = self.levels.get(number, {})
        if depth not in levels:
            return ""
        start, form, pattern = levels[depth]
        counts = self.counts[number]
        counts[depth] = counts[depth] + 1 if counts[depth] else start
        counts[depth + 1 :] = [0] * (LEVELS - depth - 1)
        if form not in FORMS:  # a bullet says nothing
            return ""
        for nth, (begin, own, _pattern) in levels.items():
            write = FORMS.get(own, str)
            pattern = pattern.replace(f"%{nth + 1}", write(counts[nth] or begin))
        return f"{pattern} "

    def place(self, paragraph: Any) -> tuple[str, int]:
        properties = found_in(paragraph, "pPr")
        style = value(found_in(properties, "pStyle"))
        number, depth = numbered_as(properties)
        styled, deep = self.of_style.get(style, ("", 0))
        return (number, depth) if number else (styled, deep)


def value(element: Any) -> str:
    return "" if element is None else str(element.get(VALUE, ""))


def numbered_as(properties: Any) -> tuple[str, int]:
    found = found_in(properties, "numPr")
    depth = value(found_in(found, "ilvl"))
    return value(found_in(found, "numId")), min(int(depth), LEVELS - 1) if depth.isdecimal() else 0


def numbered_styles(styles: Any) -> dict[str, tuple[str, int]]:
    named = ((style.get(f"{W}styleId", ""), found_in(style, "pPr")) for style in styles)
    return {name: numbered_as(found) for name, found in named if numbered_as(found)[0]}


def levels_of(numbering: Any) -> dict[str, dict[int, tuple[int, str, str]]]:
    """Return start, form and pattern of each level, by the number that paragraphs name."""
    abstract = {
        one.get(f"{W}abstractNumId"): dict(map(level_of, one.iterchildren(f"{W}lvl")))
        for one in numbering.iterchildren(f"{W}abstractNum")
    }
    return {
        one.get(f"{W}numId"): abstract.get(value(found_in(one, "abstractNumId")), {})
        for one in numbering.iterchildren(f"{W}num")
    }


def level_of(level: Any) -> tuple[int, tuple[int, str, str]]:
    start = value(found_in(level, "start"))
    return int(level.get(f"{W}ilvl")), (
        int(start) if start.isdecimal() else 1,
        value(found_in(level, "numFmt")),
        value(found_in(level, "lvlText")),
    )
