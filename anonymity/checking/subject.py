"""What is checked: the papers of one thing that leaves the panel."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from anonymity.checking.paper import Line, Paper


@dataclass(frozen=True)
class PaperToCheck:
    """
    sha256: of the file, or of the frozen text, that a certificate will name.

    made_of: the hash of what it is printed from, where it is printed anew each time: by it a page
    tells, without printing, whether it would be another paper today.

    read: its words; read only while it is checked, since a long file takes seconds.
    places: how people call a line, by its part and number, where they have a better name for it.
    """

    title: str
    sha256: str
    read: Callable[[], Paper] = field(repr=False)
    places: Mapping[tuple[str, int], str] = field(default_factory=dict, repr=False)
    made_of: str = ""

    @property
    def named(self) -> dict[str, str]:
        """As a check and a certificate name it."""
        named = {"title": self.title, "sha256": self.sha256}
        return {**named, "made_of": self.made_of} if self.made_of else named

    def place(self, line: Line) -> str:
        """Return where a line stands, in words: "Overview report, paragraph 4.2"."""
        known = self.places.get((line.part, line.number))
        return known or f"{line.part[:1].upper()}{line.part[1:]}, line {line.number}"


@dataclass(frozen=True)
class MadeOf:
    """
    What papers are today, as far as it is told without printing them.

    files: the hashes of those that lie there. printed_from: of what the others are printed from.
    """

    files: frozenset[str] = frozenset()
    printed_from: frozenset[str] = frozenset()

    def is_other_than(self, named: Sequence[Mapping[str, str]]) -> bool:
        """
        Test whether these papers are others than those that a certificate names. What a paper was
        printed from is not named in early ones: of those it is told when they leave.
        """
        files = frozenset(one["sha256"] for one in named if not one.get("made_of"))
        printed_from = frozenset(one["made_of"] for one in named if one.get("made_of"))
        if self.printed_from and not printed_from:
            return not self.files <= files
        return MadeOf(files, printed_from) != self


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
