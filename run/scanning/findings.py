"""What a tool found, and which findings we accept for a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(frozen=True, order=True)
class Finding:
    """
    rule: what the tool calls it. place: a file, or an address with N for each number.

    Several findings of one rule in one place are one.
    """

    tool: str
    rule: str
    place: str
    words: str


@dataclass(frozen=True)
class Outcome:
    """
    What one tool did. of: what it looked at. not_done: why it could not finish, where it could not.
    """

    tool: str
    version: str
    of: str
    seconds: int = 0
    findings: tuple[Finding, ...] = ()
    not_done: str = ""


@dataclass(frozen=True)
class Accepted:
    """rule and place may have * in them."""

    tool: str
    rule: str
    place: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        return (
            self.tool == finding.tool
            and fnmatchcase(finding.rule, self.rule)
            and fnmatchcase(finding.place, self.place)
        )


def reason_for(finding: Finding, accepted: Sequence[Accepted]) -> str:
    """Return why a finding is accepted; nothing where it is not."""
    return next((one.reason for one in accepted if one.covers(finding)), "")


def left(outcomes: Sequence[Outcome], accepted: Sequence[Accepted]) -> list[Finding]:
    """Return the findings that nobody has accepted."""
    found = [finding for outcome in outcomes for finding in outcome.findings]
    return [finding for finding in found if not reason_for(finding, accepted)]
