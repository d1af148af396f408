import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from re import Match

from composite.checks.found import Found, listed, roots_of
from composite.checks.mentions import GENERIC
from composite.checks.options import Options
from composite.checks.spelling import Spelling, folded, is_ordinary
from composite.checks.story import Register, Story, Told

CODE = "name_unlike_the_register"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{2,})?")
LONG_ENOUGH = 5
LONGEST = 30
LINKS = frozenset({"the", "of", "for", "and", "s"})
STREET = re.compile(
    r"\s+(?:road|street|lane|close|avenue|drive|court|house|way|park|place|terrace|crescent|gardens"
    r"|properties|ltd|limited|estate|estates)\b",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"(?:\b(?:pc|dc|ds|di|sgt|sergeant|inspector|constable|detective|dr|doctor|nurse|sister|midwife"
    r"|professor|prof|judge|social worker|sw|hv|officer|teacher|consultant|paramedic"
    r"|councillor)\.?\s+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A word of an entry that is nearly a name of the register."""

    told: Told
    written: str
    registered: str


def name_unlike_the_register(story: Story, register: Register, _options: Options) -> list[Found]:
    """
    Find a name that is close to one of the register and not equal to it.

    Words without a capital letter, ordinary words, names of staff with their title and of streets
    are let be, and so is whatever the register has in another place. One finding for each way of
    writing in the entries of one agency.
    """
    near = NearNames(register)
    lower = words_in_small_letters(story)
    sightings: dict[tuple[str, str, str], list[Sighting]] = defaultdict(list)
    for one in story.told:
        for seen in near.sightings_in(one, lower):
            sightings[(one.agency, folded(seen.written), seen.registered)].append(seen)
    return [found(group) for group in sightings.values()]


def names_of_people(register: Register) -> set[str]:
    return {
        part
        for person in register.people
        for name in (person.true_name, person.pseudonym, *person.aliases)
        for part in WORD.findall(name)
        if len(part) >= LONG_ENOUGH and folded(part) != "child"
    }


@dataclass(frozen=True, slots=True)
class AgencyName:
    """words: those that say which agency it is. all_words: those that may stand beside them."""

    words: tuple[str, ...]
    all_words: frozenset[str]


def agency_names(register: Register) -> list[AgencyName]:
    names = [
        WORD.findall(name)
        for agency in register.agencies
        for name in (agency.name, agency.short_name, *agency.aliases)
    ]
    return [
        AgencyName(
            tuple(w for w in words if len(w) >= LONG_ENOUGH and folded(w) not in GENERIC),
            frozenset(folded(word) for word in words if folded(word) not in LINKS),
        )
        for words in names
    ]


def known_words(register: Register) -> frozenset[str]:
    """Return every word that the register writes itself, street names included."""
    texts = [
        *(
            text
            for person in register.people
            for text in (person.true_name, person.pseudonym, *person.aliases)
        ),
        *(
            text
            for agency in register.agencies
            for text in (agency.name, agency.short_name, *agency.aliases)
        ),
        *(address.address for address in register.addresses),
    ]
    return frozenset(folded(part) for text in texts for part in WORD.findall(text)) | GENERIC


def words_in_small_letters(story: Story) -> frozenset[str]:
    """Return the words that stand without a capital somewhere in the story: they are no names."""
    return frozenset(
        folded(word) for one in story.told for word in re.findall(r"\b[a-z]{4,}\b", one.all_words)
    )


class NearNames:
    """Looks for words that are nearly a name of a person or an agency of the register."""

    def __init__(self, register: Register) -> None:
        self.people = Spelling(names_of_people(register))
        self.agencies = Spelling(word for name in agency_names(register) for word in name.words)
        self.beside: dict[str, set[str]] = defaultdict(set)
        for name in agency_names(register):
            for word in name.words:
                self.beside[word] |= name.all_words
        self.known = known_words(register)

    def sightings_in(self, told: Told, lower: frozenset[str]) -> Iterator[Sighting]:
        for text in told.all_words.split("\n"):
            for match in WORD.finditer(text):
                written = match.group().removesuffix("'s").removesuffix("’s")
                plain = folded(written)
                if self.may_be_a_name(written, plain, lower):
                    name = self.name_of(plain, text, match)
                    if name:
                        yield Sighting(told, written, name)

    def name_of(self, plain: str, text: str, match: Match[str]) -> str:
        """Return the name it is nearly. An agency's must stand beside another word of its name."""
        person = self.people.nearest(plain)
        if person and not is_of_somebody_else(text, match):
            return person
        agency = self.agencies.nearest(plain)
        near = {folded(word) for word in WORD.findall(around(text, match))}
        return agency if agency and near & self.beside[agency] else ""

    def may_be_a_name(self, written: str, plain: str, lower: frozenset[str]) -> bool:
        return (
            written[:1].isupper()
            and LONG_ENOUGH <= len(plain) <= LONGEST
            and plain not in self.known
            and plain.removesuffix("s") not in self.known
            and plain not in lower
            and not is_ordinary(plain)
        )


def around(text: str, match: Match[str]) -> str:
    """Return the two words before and after."""
    before = text[: match.start()].split()[-2:]
    return " ".join([*before, *text[match.end() :].split()[:2]])


def is_of_somebody_else(text: str, match: Match[str]) -> bool:
    """Tell whether it is a street or a firm, or staff with a title."""
    before, after = text[: match.start()], text[match.end() :]
    return bool(TITLE.search(before)) or bool(STREET.match(after))


def found(group: list[Sighting]) -> Found:
    first = group[0]
    told = list(dict.fromkeys(seen.told for seen in group))
    words = (
        f"{first.told.agency_label} writes “{first.written}” where the register has "
        f"“{first.registered}”: {listed(one.place for one in told)}."
    )
    identity = f"{first.told.agency} {folded(first.written)} {first.registered}"
    return Found(CODE, roots_of(told), words, (first.written, first.registered), identity)
