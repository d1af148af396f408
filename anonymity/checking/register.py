"""
What is known of the people and places of a review, to look for them in its papers.

Every part is optional: the less a register knows, the less a check may claim. As JSON it is
described in docs/register.schema.json.
"""

from dataclasses import dataclass, field
from datetime import date

CHILD = "child"


class BadRegister(ValueError):
    """A register cannot be read. Says where and what is wanted."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """
    role: victim, perpetrator, child, family, friend, witness, colleague, neighbour, professional.
    sex: "F", "M" or empty. publish_sex: it may stand in a paper that is published.
    """

    role: str = ""
    pseudonym: str = ""
    true_names: tuple[str, ...] = field(default=(), repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    initials: tuple[str, ...] = field(default=(), repr=False)
    born_on: date | None = field(default=None, repr=False)
    died_on: date | None = field(default=None, repr=False)
    sex: str = ""
    publish_sex: bool = True
    relationship: str = ""

    @property
    def is_child(self) -> bool:
        return self.role == CHILD

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.true_names, *self.aliases)


@dataclass(frozen=True, kw_only=True)
class Place:
    """kind: school, practice, children_centre, refuge, address … published_as: empty if never."""

    kind: str = ""
    name: str = field(default="", repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    published_as: str = ""


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A number by which somebody is known: kind is nhs, crime, case …"""

    kind: str = ""
    value: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Agency:
    name: str = ""
    aliases: tuple[str, ...] = ()
    published_as: str = ""


@dataclass(frozen=True, kw_only=True)
class Generalised:
    """A fact that is published less exactly, and the words that would give it away."""

    fact: str = ""
    published_as: str = ""
    gives_away: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, kw_only=True)
class Register:
    """
    may_be_named: chair, panel, signatories, cited authors. other_reviews: their pseudonyms and
    titles. people_of_other_reviews: the true names of their people.
    period_from, period_to: the period under review.
    """

    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    references: tuple[Reference, ...] = ()
    agencies: tuple[Agency, ...] = ()
    may_be_named: tuple[str, ...] = ()
    other_reviews: tuple[str, ...] = ()
    people_of_other_reviews: tuple[str, ...] = field(default=(), repr=False)
    period_from: date | None = None
    period_to: date | None = None
    generalised: tuple[Generalised, ...] = ()

    @property
    def pseudonyms(self) -> tuple[str, ...]:
        return tuple(one.pseudonym for one in self.people if one.pseudonym)

    @property
    def agency_names(self) -> tuple[str, ...]:
        return tuple(name for one in self.agencies for name in (one.name, *one.aliases) if name)
