"""Something in a paper that a person decides on before it leaves."""

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from reports.anonymity.paper import Line


class Kind(StrEnum):
    """What can be wrong, by the letters that guidance and certificates use."""

    IDENTIFIER = "A"  # a name, number, address or birth date
    ANOTHER_REVIEW = "B"
    RESIDUE = "C"  # placeholders, redaction marks, what editing left
    PSEUDONYM = "D"
    PRECISE = "E"  # a date, age or time more exact than is published
    PLACE = "F"
    LIVING = "G"  # what concerns a living person, a child above all
    SEARCHABLE = "H"  # what a search of the press finds
    PROFESSIONAL = "I"
    CONTRADICTION = "J"
    STRUCTURE = "K"


class Severity(IntEnum):
    """How much depends on it."""

    STOP = 1  # nothing leaves with it
    SERIOUS = 2
    POLICY = 3  # against the partnership's standard of publication
    SLIP = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """
    start, end: letters of the line, from 0, end excluded.
    reason: one sentence that says why, without quoting what was found.
    proposal: what could stand there instead; empty where only a person can say.
    """

    line: Line
    start: int
    end: int
    kind: Kind
    severity: Severity
    reason: str
    proposal: str = ""

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]


def marked(
    line: Line,
    hit: re.Match[str],
    kind: Kind,
    severity: Severity,
    reason: str,
    proposal: str = "",
    *,
    group: int | str = 0,
) -> Finding:
    """Return a finding on what a pattern found in a line, or on a group of it."""
    return Finding(line, hit.start(group), hit.end(group), kind, severity, reason, proposal)
