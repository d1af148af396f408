"""Where the people of a review lived, as its report may draw it: aliases and months."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reports.published.addresses import Dweller, Stay
from reports.queries.family_tree import relative
from reviews.models import Person, PersonRole, Review

FIRST = (PersonRole.VICTIM, PersonRole.PERPETRATOR, PersonRole.CHILD)


def dwellers_of(review: Review) -> Sequence[Dweller]:
    """Return everybody of whom some month is known, first those the review is about."""
    people = sorted(review.people.prefetch_related("addresses"), key=place_of)
    found = (Dweller(relative(one).called, stays_of(one)) for one in people)
    return [one for one in found if one.stays]


def place_of(person: Person) -> tuple[int, str]:
    role = PersonRole(person.role)
    return (FIRST.index(role) if role in FIRST else len(FIRST), person.printed_name)


def stays_of(person: Person) -> tuple[Stay, ...]:
    known = [row for row in person.addresses.all() if row.lived_from]
    known.sort(key=lambda row: (str(row.lived_from), row.alias))
    return tuple(
        Stay(row.alias, row.lived_from, row.lived_until) for row in known if row.lived_from
    )


def ends_in(review: Review, dwellers: Sequence[Dweller]) -> date | None:
    """Return the month of the death; where no day of it is known, the last month there is."""
    died_on: date | None = review.died_on or review.incident_on
    if died_on:
        return died_on.replace(day=1)
    known = (stay.until or stay.first for one in dwellers for stay in one.stays)
    return max(known, default=None)


def before(dwellers: Sequence[Dweller], last: date) -> Sequence[Dweller]:
    """Leave out what came after the death, such as where somebody is kept now."""
    found = (
        Dweller(one.called, tuple(cut(stay, last) for stay in one.stays if stay.first <= last))
        for one in dwellers
    )
    return [one for one in found if one.stays]


def cut(stay: Stay, last: date) -> Stay:
    return replace(stay, until=None) if stay.until and stay.until > last else stay
