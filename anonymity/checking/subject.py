"""What is checked: the papers of one thing that leaves the panel."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from anonymity.checking.paper import Line, Paper


@dataclass(frozen=True)
class PaperToCheck:
    """
    sha256: of the file, or of the frozen text, that a certificate will name.

    read: its words; read only while it is checked, since a long file takes seconds.
    places: how people call a line, by its part and number, where they have a better name for it.
    """

    title: str
    sha256: str
    read: Callable[[], Paper] = field(repr=False)
    places: Mapping[tuple[str, int], str] = field(default_factory=dict, repr=False)

    @property
    def named(self) -> dict[str, str]:
        """As a check and a certificate name it."""
        return {"title": self.title, "sha256": self.sha256}

    def place(self, line: Line) -> str:
        """Return where a line stands, in words: "Overview report, paragraph 4.2"."""
        known = self.places.get((line.part, line.number))
        return known or f"{line.part[:1].upper()}{line.part[1:]}, line {line.number}"


@dataclass(frozen=True)
class ToRead:
    """Where somebody who certifies opens one of the very papers."""

    title: str
    href: str


@dataclass(frozen=True)
class SubjectToCheck:
    """
    title: what it is called, without a name of the case. href: its own page.

    to_read: the same papers, to be opened. papers: reads or prints them, which can take seconds.
    is_empty: there are none yet.
    destinations: the codes of where it can go. can_replace: its words can be changed in the
    working text from the page of findings.
    """

    title: str
    href: str
    to_read: Sequence[ToRead]
    papers: Callable[[], Sequence[PaperToCheck]]
    destinations: Sequence[str]
    is_empty: bool = False
    can_replace: bool = False
