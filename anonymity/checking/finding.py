"""Something in a paper that a person decides on before it leaves."""

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from anonymity.checking.paper import Line


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
    policy: a code of POLICIES, to decide on many findings at once; that of the check where the
    check knows one only. check: the code of the check that found it. `check_paper` fills in both.
    """

    line: Line
    start: int
    end: int
    kind: Kind
    severity: Severity
    reason: str
    proposal: str = ""
    policy: str = ""
    check: str = ""

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
    policy: str = "",
) -> Finding:
    """Return a finding on what a pattern found in a line, or on a group of it."""
    start, end = hit.span(group)
    return Finding(line, start, end, kind, severity, reason, proposal, policy)
