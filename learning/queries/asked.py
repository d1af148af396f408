"""What somebody searches for: codes stand in the address, words do not."""

import re
from dataclasses import dataclass

from actionplans.models import Scope
from learning.models import LessonKind

YEAR = re.compile(r"[12][0-9]{3}")
OWN, IMPORTED = "own", "imported"
FINISHED, GOING, WITHOUT, UNKNOWN = "finished", "going", "without", "unknown"
STATES = {
    FINISHED: "Done or ended",
    GOING: "Being done",
    WITHOUT: "No action agreed",
    UNKNOWN: "Not known here",
}
SOURCES = {OWN: "Our own reviews", IMPORTED: "Reports brought in"}
ADDRESSED = ("kind", "scope", "theme", "year", "source", "state")


@dataclass(frozen=True)
class Asked:
    """
    Nothing set means everything. What makes no sense counts as not set.

    words: as a search engine takes them, with "a phrase", or, and -without. body: part of the name
    of whoever it is addressed to.
    """

    words: str = ""
    body: str = ""
    kind: str = ""
    scope: str = ""
    theme: int | None = None
    year: int | None = None
    source: str = ""
    state: str = ""

    @property
    def is_narrow(self) -> bool:
        return any(vars(self).values())


def asked_for(address: dict[str, str], *, words: str = "", body: str = "") -> Asked:
    theme, year = address.get("theme", ""), address.get("year", "")
    return Asked(
        words=words.strip(),
        body=body.strip(),
        kind=among(address.get("kind", ""), LessonKind.values),
        scope=among(address.get("scope", ""), Scope.values),
        theme=int(theme) if theme.isascii() and theme.isdigit() and len(theme) < 10 else None,
        year=int(year) if YEAR.fullmatch(year) else None,
        source=among(address.get("source", ""), SOURCES),
        state=among(address.get("state", ""), STATES),
    )


def among(value: str, choices: "list[str] | dict[str, str]") -> str:
    return value if value in choices else ""
