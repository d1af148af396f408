"""The points of a part: one to a list item, a numbered paragraph, a heading or a row of a table."""

import re
from dataclasses import dataclass, field

from actionplans.readers.numbers import NAMED, folded, number_in, without_number
from agencyfiles.readers.found import Piece
from agencyfiles.readers.meaning import POINTS

# "6.1 Ring …", "(a) Ring …": what a plan's numbers never look like, and a report's do
NESTED = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2})+|\(?[a-z]\))\s+(?=\S)")
ENOUGH = 30  # letters by which two wordings of one recommendation are known to be the same
GOES_ON = re.compile(
    r"(actions?|lead|owner|responsib\w*|who|by whom|by when|when|time ?scales?|target( date)?|"
    r"outcomes?|measures?|evidence|status|gweithred(u)?|pwy|pryd|canlyniad|erbyn)\b[^:]{0,40}:",
    re.IGNORECASE,
)
# "Learning point 2:", "Good practice 1 –": what a list calls its points, which is no word of them
CALLED = re.compile(
    r"\s*(?:learning( point)?|lesson|missed opportunity|good practice|action|argymhelliad|gwers"
    r"|recommendation)\s*(?:no\.?\s*)?(\d{1,2})\b[\s.:)–-]*",
    re.IGNORECASE,
)


@dataclass(kw_only=True)
class Point:
    """One point while its lines are still read."""

    part: str
    heading: str
    number: str = ""
    is_listed: bool = False
    is_titled: bool = False
    lines: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)

    def add(self, words: str, *, found: str = "") -> None:
        if words:
            self.lines.append(words)
        self.found.append(found or words)

    @property
    def is_title_alone(self) -> bool:
        """Test whether it is a heading in words of its own, with nothing under it yet."""
        return self.is_titled and len(self.lines) == 1

    def is_same_as(self, words: str) -> bool:
        """Test whether a wording is this recommendation's, perhaps cut short."""
        mine, other = folded(" ".join(self.lines[:1])), folded(words)
        if mine == other:
            return True
        shorter, longer = sorted((mine, other), key=len)
        return len(shorter) >= ENOUGH and longer.startswith(shorter.rstrip("."))

    def piece(self) -> Piece:
        return Piece(self.part, "\n".join(self.lines), "\n".join(self.found), self.heading)


def number_of(words: str, *, after: str) -> tuple[str, str]:
    """Return the number before a point and the words after it; ("", words) where it has none."""
    called = CALLED.match(words)
    if called and not NAMED.match(words):
        return called[called.lastindex or 0], words[called.end() :].strip()
    nested = NESTED.match(words)
    if nested:
        return nested[1], words[nested.end() :].strip()
    number = number_in(words, after=after)
    if not number:
        return "", words.strip()
    left = without_number(words, number)
    named = NAMED.fullmatch(words.strip())
    return number, "" if named else left


def goes_on(words: str, *, is_listed: bool, last: Point) -> bool:
    """Tell whether a paragraph without a number belongs to the point before it."""
    if GOES_ON.match(words) or last.number or last.is_titled:
        return True
    return last.is_listed and not is_listed


def is_of_points(part: str) -> bool:
    return part in POINTS
