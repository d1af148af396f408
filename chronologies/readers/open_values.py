"""One cell of an OpenDocument file: its words, and the day where it holds one."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from chronologies.readers.grid import NO_CELL, Cell
from chronologies.readers.open_words import NUMBER, OFFICE, STYLE, TABLE, text_of
from chronologies.readers.shown_days import cell_of_day

KIND, EXTENDED_KIND = (
    f"{OFFICE}value-type",
    "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type",
)
FORMULA = f"{TABLE}formula"
UNSAVED = "a formula whose value was not saved"
ERROR = re.compile(r"#[A-Z/0]+[!?]?|Err:\d+")
FIRST_YEAR = 1900  # a sheet holds a mere time as a time of its first day, in 1899
CLOCK = re.compile(r"PT(\d{1,4})H(\d{1,2})M.*")
PARTS = {f"{NUMBER}year": "y", f"{NUMBER}month": "m", f"{NUMBER}day": "d"}
DISPLAY = f"{TABLE}display"
LONGEST_LINE = 20  # of styles, each of which says what the one before it leaves open


@dataclass(slots=True)
class Styles:
    """
    What styles say that a reader has to know.

    formats: which parts of a day a format shows. of: the format and the parent of a cell style.
    hidden: styles of sheets that are not shown.
    """

    formats: dict[str, frozenset[str]] = field(default_factory=dict)
    of: dict[str, tuple[str, str]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    has_learnt_own: bool = False

    def learn_once(self, content: Any) -> None:
        """Take in the styles that stand before the first table, and not again at the others."""
        if not self.has_learnt_own:
            self.has_learnt_own = True
            self.learn(content)

    def learn(self, part: Any) -> None:
        """Take in the styles of a part of the file."""
        for element in part.iter(f"{NUMBER}date-style"):
            shown = frozenset(PARTS[child.tag] for child in element if child.tag in PARTS)
            self.formats[element.get(f"{STYLE}name", "")] = shown
        for element in part.iter(f"{STYLE}style"):
            name = element.get(f"{STYLE}name", "")
            own = element.get(f"{STYLE}data-style-name", "")
            self.of[name] = (own, element.get(f"{STYLE}parent-style-name", ""))
            if any(child.get(DISPLAY) == "false" for child in element):
                self.hidden.add(name)

    def shown(self, name: str) -> frozenset[str]:
        """Return which of y, m, d a cell of this style shows; none where nothing says."""
        for _step in range(LONGEST_LINE):
            own, parent = self.of.get(name, ("", ""))
            if own:
                return self.formats.get(own, frozenset())
            name = parent
        return frozenset()


def cell_of(element: Any, styles: Styles, *, style: str) -> Cell:
    """Return the words of a cell. style: what holds where the cell itself has none."""
    if not len(element) and not element.attrib:
        return NO_CELL
    words = text_of(element) or element.get(f"{OFFICE}string-value", "")
    kind = element.get(KIND, "")
    if element.get(EXTENDED_KIND) == "error" or (FORMULA in element.attrib and is_error(words)):
        return Cell(words, fault=f"an error of the sheet, {words}")
    if FORMULA in element.attrib and not kind and not words:
        return Cell(fault=UNSAVED, formula=element.attrib[FORMULA].removeprefix("of:"))
    if kind == "date":
        return dated(element, words, styles.shown(element.get(f"{TABLE}style-name") or style))
    if kind == "time":
        return Cell(clock(element.get(f"{OFFICE}time-value", "")) or words)
    words = words or element.get(f"{OFFICE}value", "")
    return Cell(words) if words else NO_CELL


def is_error(words: str) -> bool:
    return ERROR.fullmatch(words) is not None


def dated(element: Any, words: str, shown: frozenset[str]) -> Cell:
    """Return a day that the sheet holds; the words alone where it is none that a record has."""
    try:
        value = datetime.fromisoformat(element.get(f"{OFFICE}date-value", "")[:19])
    except ValueError:
        return Cell(words)
    return cell_of_day(value, shown=shown) if value.year >= FIRST_YEAR else Cell(words)


def clock(duration: str) -> str:
    """Return "14:30" for PT14H30M00S; nothing for what is no such stretch of time."""
    found = CLOCK.fullmatch(duration)
    return f"{int(found[1]):02d}:{int(found[2]):02d}" if found else ""
