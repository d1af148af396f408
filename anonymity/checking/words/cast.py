"""
Who is who in a paper: from the register, and from the list of pseudonyms that it prints itself.

Such a list stands in most reports ("Dean, former husband of Nadine and father of Child A"), and
tells more of the people than a register that was typed in a hurry.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from anonymity.checking.paper import Line, Paper
from anonymity.checking.register import Person, Register
from anonymity.checking.words.kin import INVERSE, ONLY, kin_of

VICTIM, PERPETRATOR = "victim", "perpetrator"
QUOTES = "\u2018\u2019\u201c\u201d'\""
NAME = r"(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]*|\s\d{1,2})?)"
LISTED = re.compile(
    rf"^[{QUOTES}]?(?P<name>{NAME}(?:\sand\s{NAME})?)[{QUOTES}]?(?:\t+|\s+[–|-]\s+|\s*:\s+|\s\s+)"
    r"(?P<who>[A-Za-z\u2018'](?:[^.!?\n]){3,120})$"
)
WHO = re.compile(r"(?i)\b(?:victim|deceased|perpetrator|subject of (?:the|this) review)\b")
OF_THE = re.compile(r"(?i)^(?:former |ex-)?(?:the )?\W*(?:victim|deceased|subject of)\b")
OF_IT = re.compile(r"(?i)^(?:the )?\W*perpetrator\b")
ELDEST = re.compile(r"(?i)\b(?:elder|eldest|older|oldest|first)\b")
YOUNGEST = re.compile(r"(?i)\b(?:younger|youngest)\b")
DEAD = re.compile(r"(?i)\b(?:late|deceased|died|dead|victim)\b")
LONGEST_ROW = 16  # words of a row of such a list


@dataclass(frozen=True)
class Member:
    """
    Somebody whose life the paper tells, under the name that it prints.

    kin: what they are, to whom: ("sibling", "Nadine"). place: "first" or "last" among children.
    lives: none has said that they died.
    """

    name: str
    role: str = ""
    sex: str = ""
    kin: frozenset[tuple[str, str]] = frozenset()
    place: str = ""
    lives: bool = True

    @property
    def pattern(self) -> str:
        return re.escape(self.name)


class Cast:
    """Everybody of a paper who has a name in it."""

    def __init__(self, paper: Paper, register: Register) -> None:
        self.victims = tuple(
            one.pseudonym for one in register.people if one.role == VICTIM and one.pseudonym
        )
        self.perpetrators = tuple(
            one.pseudonym for one in register.people if one.role == PERPETRATOR and one.pseudonym
        )
        known = {one.pseudonym: self.registered(one) for one in register.people if one.pseudonym}
        for name, who in listed(paper, known):
            known[name] = self.with_more(known.get(name, Member(name)), who)
        self.known = known
        self.members = tuple(known.values())

    def registered(self, person: Person) -> Member:
        said = person.relationship
        kin = frozenset(self.kin_in(said, alone=self.whom(person)))
        if person.role == "child" and not kin:
            kin = frozenset(("child", victim) for victim in self.victims)
        return Member(
            person.pseudonym,
            role=person.role,
            sex=person.sex if person.sex in ("F", "M") else sex_in(said),
            kin=kin,
            place=place_in(said),
            lives=person.role != VICTIM and not person.died_on and not DEAD_SAID.search(said),
        )

    def whom(self, person: Person) -> tuple[str, ...]:
        """Of whom "sister" is said where nothing says of whom: of the victim."""
        return () if person.role == VICTIM else self.victims

    def kin_in(self, said: str, *, alone: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        for hit in ONLY.finditer(said):
            rest = OF_WHOM.match(said, hit.end())
            group = kin_of(hit["kin"]).group
            for name in self.names_in(rest["whom"]) if rest else alone:
                yield group, name

    def names_in(self, words: str) -> Iterator[str]:
        if re.search(r"(?i)\b(?:victim|deceased)\b", words):
            yield from self.victims
        if re.search(r"(?i)\bperpetrator\b", words):
            yield from self.perpetrators
        yield from re.findall(NAME, words)

    def with_more(self, member: Member, who: str) -> Member:
        victim, perpetrator = OF_THE.search(who), OF_IT.search(who)
        role = member.role or (VICTIM if victim else PERPETRATOR if perpetrator else "")
        return Member(
            member.name,
            role=role,
            sex=member.sex or sex_in(who),
            kin=member.kin | frozenset(self.kin_in(who, alone=())),
            place=member.place or place_in(who),
            lives=member.lives and role != VICTIM and not DEAD_SAID.search(who),
        )

    def of_role(self, role: str) -> list[Member]:
        return [one for one in self.members if one.role == role]

    def kin_of(self, one: str, other: str) -> set[str]:
        """Return what the first is to the second, as far as it is known."""
        there = {group for group, whom in self.known[one].kin if whom == other}
        back = {group for group, whom in self.known[other].kin if whom == one}
        return there | {INVERSE[group] for group in back if group in INVERSE}


OF_WHOM = re.compile(
    rf"\s+(?:of|to)\s+(?P<whom>(?:the\s+)?(?:victim|deceased|perpetrator|{NAME})"
    rf"(?:(?:,\s*|\s+and\s+)(?:the\s+)?(?:victim|deceased|perpetrator|{NAME}))*)"
)
# “Sister of the deceased” lives
DEAD_SAID = re.compile(
    r"(?i)\blate\b|(?<!of the )(?<!to the )(?<!by the )\bdeceased\b(?![’'])|\bdied\b"
)


def listed(paper: Paper, known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the rows of the paper's list of pseudonyms, as names with what is said of them."""
    known = set(known)
    for line in paper.filled():
        row = row_of(line)
        if row and (row["name"] in known or WHO.search(row["who"]) or ONLY.search(row["who"])):
            yield from each(row["name"].split(" and "), row["who"])


def each(names: list[str], who: str) -> Iterator[tuple[str, str]]:
    """Of "Keith and Denise", "her father and mother" says one word of each."""
    words = [hit[0] for hit in ONLY.finditer(who)]
    if len(names) > 1 and len(words) == len(names):
        yield from zip(names, words, strict=True)
    else:
        yield from ((name, who if len(names) == 1 else "") for name in names)


def row_of(line: Line) -> re.Match[str] | None:
    if len(line.text.split()) > LONGEST_ROW:
        return None
    row = LISTED.match(line.text.rstrip())
    return row if row and IS_NAME.fullmatch(row["name"]) else None


IS_NAME = re.compile(
    r"(?!(?i:Section|Chapter|Part|Table|Figure|Phase|Role|Name|Agency|Recommendation|Total|The|"
    r"Victim|Perpetrator|Pseudonym|Appendix|Action|"
    r"Police|Health|Housing|Children|Adult Social)\b).+"
)


def sex_in(said: str) -> str:
    """Return the sex that words for somebody tell: that of the first which tells one."""
    return next((sex for hit in ONLY.finditer(said) if (sex := kin_of(hit["kin"]).sex)), "")


def place_in(said: str) -> str:
    if ELDEST.search(said):
        return "first"
    return "last" if YOUNGEST.search(said) else ""


def any_of(names: Iterable[str]) -> str:
    """Return a pattern of any of some names, in quotation marks or not."""
    longest = sorted({name for name in names if name}, key=len, reverse=True)
    either = "|".join(map(re.escape, longest)) or r"(?!)"
    return rf"(?:[{QUOTES}]?(?:{either})(?!\w)[\u201d\"]?(?:\u2019(?!\w))?)"
