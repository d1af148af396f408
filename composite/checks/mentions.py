"""Which people and which agencies of the register a text names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from re import Pattern
from typing import NamedTuple

from composite.checks.story import Agency, Person, Register
from composite.checks.wording import listed_words

SHORTEST = 2
SHORTEST_NAME = 3
SHORTEST_HEAD = 5
TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "child", "the", "and", "unborn", "baby"})

# What people write for a kind of agency where they do not write its name.
KINDS: dict[str, tuple[str, ...]] = {
    "POLICE": ("police", "constabulary"),
    "AMBULANCE": ("ambulance", "ambulance service", "ambulance crew", "paramedics", "paramedic"),
    "ACUTE": (
        "hospital", "infirmary", "emergency department", "accident and emergency", "a and e",
        "maternity", "midwife", "midwives",
    ),
    "MH": (
        "mental health", "mental health trust", "mental health team", "crisis team", "cmht",
        "psychiatric liaison", "psychiatrist",
    ),
    "COMMUNITY": ("health visitor", "health visiting", "school nurse", "district nurse"),
    "GP": ("gp", "gp surgery", "surgery", "gp practice", "general practitioner"),
    "CSC": (
        "children's social care", "children's services", "children's social services",
        "social care", "social services", "mash", "childrens social care", "childrens services",
    ),
    "ASC": (
        "adult social care", "adult services", "adults' social care", "adult safeguarding",
        "adult social services", "adult mash", "social care",
    ),
    "HOUSING": ("housing", "landlord", "housing officer", "housing provider"),
    "EDUCATION": ("school", "nursery", "college"),
    "PROBATION": ("probation", "probation service", "offender manager"),
    "VCS_SPECIALIST": ("idva", "domestic abuse service", "refuge"),
    "CAFCASS": ("cafcass",),
    "DWP": ("dwp", "jobcentre", "job centre", "department for work and pensions"),
    "PRISON": ("prison",),
}  # fmt: skip


# Words that say what a body is and not which one.
GENERIC = listed_words(
    """
    police ambulance service services hospital hospitals infirmary surgery children children's
    childrens social care adult adults home homes housing primary school probation mental health
    trust department work pensions foundation community national county council city borough
    centre practice medical group team north south east west general royal university saint
    association partnership authority board constabulary academy college nursery limited company
    project refuge women women's womens support safe domestic abuse violence family families young
    people education drug alcohol victim metropolitan and for the of
    """
)


class Mention(NamedTuple):
    """Where a text names an agency; more than one slug where the words fit several."""

    start: int
    end: int
    slugs: frozenset[str]


def straight(text: str) -> str:
    """Return a text in small letters, with one kind of apostrophe and "and" for the sign."""
    return text.lower().replace("’", "'").replace("&", " and ").replace("  ", " ")


class Bodies:
    """The agencies of a register, looked for by their names and by what they are."""

    def __init__(self, register: Register) -> None:
        slugs: dict[str, set[str]] = defaultdict(set)
        for words in KINDS.values():  # "children's social care" is never "social care"
            slugs.update((name, set()) for name in words)
        heads = head_words(register)
        for agency in register.agencies:
            head = heads.get(agency.slug, ())
            for name in {*names_of(agency), *head, *KINDS.get(agency.kind, ())}:
                plain = " ".join(straight(name).split())
                if len(plain) >= SHORTEST:
                    slugs[plain].add(agency.slug)
        self.slugs = {name: frozenset(of) for name, of in slugs.items()}
        self.pattern = either(self.slugs)
        self.seen: dict[str, tuple[Mention, ...]] = {}

    def mentions_in(self, text: str) -> tuple[Mention, ...]:
        """Find all mentions in a text that `straight` has been through."""
        if text not in self.seen:
            self.seen[text] = tuple(self.found(text))
        return self.seen[text]

    def found(self, text: str) -> Iterator[Mention]:
        for match in self.pattern.finditer(text):
            slugs = self.slugs.get(" ".join(match.group().split()))
            if slugs:
                yield Mention(match.start(), match.end(), slugs)

    def slugs_in(self, text: str) -> frozenset[str]:
        """Return every agency that a text can mean."""
        return frozenset[str]().union(*(one.slugs for one in self.mentions_in(text)))


def head_words(register: Register) -> dict[str, tuple[str, ...]]:
    """Return the first word of each name, where no other has it and it is no place or kind."""
    first = {agency.slug: straight(agency.name).split()[:1] for agency in register.agencies}
    count = Counter(word for agency in register.agencies for word in set(words_of_name(agency)))
    return {
        agency.slug: (word,)
        for agency in register.agencies
        for word in first[agency.slug]
        if len(word) >= SHORTEST_HEAD
        and count[word] == 1
        and word not in GENERIC
        and word not in straight(agency.area).split()
    }


def words_of_name(agency: Agency) -> list[str]:
    return straight(f"{agency.name} {agency.area}").split()


def names_of(agency: Agency) -> set[str]:
    return {name for name in (agency.name, agency.short_name, *agency.aliases) if name}


class Names:
    """The people of a register, looked for by every name that is theirs alone."""

    def __init__(self, register: Register) -> None:
        people: dict[str, set[int]] = defaultdict(set)
        for at, person in enumerate(register.people):
            for name in whole_names(person):
                people[name].add(at)
                people[name.upper()].add(at)
                for part in re.findall(r"[^\W\d_]+", name):
                    if len(part) >= SHORTEST_NAME and part.lower() not in TITLES:
                        people[part].add(at)
                        people[part.upper()].add(at)
            for initials in person.initials:
                people[initials].add(at)
        self.everybody = register.people
        self.people = {name: min(of) for name, of in people.items() if len(of) == 1}
        self.pattern = either(self.people)

    def mentions_in(self, text: str) -> list[tuple[int, int, Person]]:
        return [
            (match.start(), match.end(), self.everybody[self.people[match.group()]])
            for match in self.pattern.finditer(text)
            if match.group() in self.people
        ]

    def people_in(self, text: str) -> list[Person]:
        """Return those whom a text names, once each."""
        return list(dict.fromkeys(person for _, _, person in self.mentions_in(text)))


def whole_names(person: Person) -> list[str]:
    names = (person.true_name, person.pseudonym, *person.aliases)
    return [name.strip() for name in names if len(name.strip()) >= SHORTEST]


def either(names: Iterable[str]) -> Pattern[str]:
    """Return a pattern for any of these, the longest first; for none, one that never fits."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    inner = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)" if inner else r"(?!)")
