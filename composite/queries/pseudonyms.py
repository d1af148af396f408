"""Who must not be named in the papers of a review, as its register of people says."""

from django.db.models import prefetch_related_objects

from composite.published.names import Named
from composite.published.pseudonyms import Pseudonyms, pseudonyms
from reviews.checks.register import days_of
from reviews.models import Person, Review


def pseudonyms_of(review: Review) -> Pseudonyms:
    """Return what stands for the true names and telling days of a review."""
    prefetch_related_objects([review], "people__addresses")
    people = list(review.people.all())
    days = [held.day for held in days_of(review, people)]
    return pseudonyms((named(person) for person in people), days)


def named(person: Person) -> Named:
    return Named(
        stands_for=person.pseudonym or f"[{person.get_role_display().lower()}]",
        names=(person.true_name, *person.aliases),
        initials=tuple(person.initials_in_records),
        addresses=tuple((row.address, row.alias) for row in person.addresses.all()),
    )
