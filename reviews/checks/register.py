"""What must stand in no printed text of a review: the names and days of its people."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from reviews.models import Person, Review


@dataclass(frozen=True)
class HeldName:
    """A true name or an alias. `what` says whose, without it: "the true name of Maris"."""

    what: str
    words: str = field(repr=False)


@dataclass(frozen=True)
class HeldDay:
    what: str
    day: date = field(repr=False)


@dataclass(frozen=True)
class Register:
    names: tuple[HeldName, ...] = ()
    days: tuple[HeldDay, ...] = ()


def register_of(review: Review) -> Register:
    """Return what is known of a review's people that print may not carry."""
    people = list(review.people.all())
    return Register(names=tuple(names_of(people)), days=tuple(days_of(review, people)))


def names_held(review: Review) -> Register:
    """Return the names alone, for words that may tell of days."""
    return Register(names=tuple(names_of(review.people.all())))


def names_of(people: Iterable[Person]) -> Iterable[HeldName]:
    for person in people:
        yield HeldName(f"the true name of {called(person)}", person.true_name)
        for alias in person.aliases:
            yield HeldName(f"another name of {called(person)}", alias)


def days_of(review: Review, people: Iterable[Person]) -> Iterable[HeldDay]:
    for person in people:
        if person.born_on:
            yield HeldDay(f"the date of birth of {called(person)}", person.born_on)
    if review.died_on:
        yield HeldDay("the exact day of the death", review.died_on)
    if review.incident_on and review.incident_on != review.died_on:
        yield HeldDay("the exact day of the incident", review.incident_on)


def called(person: Person) -> str:
    """Return the name a person is printed by, or their part where there is none yet."""
    return person.pseudonym or f"a person of this review ({person.get_role_display().lower()})"
