"""Of whom the story tells: the people of the review, to narrow it to one of them."""

from django.db.models import prefetch_related_objects

from agencies.models import User
from pages.parts import Filter
from reviews import access
from reviews.access import Permission
from reviews.models import Person, PersonRole, Review
from reviews.queries.people import SUBJECTS

SHORTEST = 3  # letters; a shorter name stands in too many words
TOLD_OF = (
    PersonRole.VICTIM,
    PersonRole.PERPETRATOR,
    PersonRole.CHILD,
    PersonRole.FAMILY,
    PersonRole.FRIEND,
    PersonRole.WITNESS,
    PersonRole.COLLEAGUE,
    PersonRole.NEIGHBOUR,
)


def people_of(review: Review, reader: User) -> list[Person]:
    """
    Return the people whom a reader can narrow a story to, those it is about first.

    Who else was heard is not for everybody to know; whoever has no name to look for is left out.
    """
    order = {role: place for place, role in enumerate(TOLD_OF)}
    prefetch_related_objects([review], "people")
    knows_all = access.has(reader, Permission.IDENTITIES_READ_ALL, on=review)
    people = [
        one
        for one in review.people.all()
        if one.role in order and (knows_all or one.role in SUBJECTS) and names_of(one)
    ]
    return sorted(people, key=lambda one: (order[PersonRole(one.role)], one.pk))


def as_filters(people: list[Person]) -> list[Filter]:
    """Call them as paper does: a true name stands in no list that others read over a shoulder."""
    return [Filter(str(one.pk), one.printed_name) for one in people]


def names_of(person: Person) -> tuple[str, ...]:
    """Return all that agencies call somebody: names, parts of them, aliases and pseudonym."""
    whole = [person.true_name, *person.aliases, person.pseudonym]
    parts = person.true_name.split()
    return tuple(dict.fromkeys(name for name in (*whole, *parts) if len(name) >= SHORTEST))
