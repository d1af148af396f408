"""The people a review is about, as far as their reader may know who they are."""

from django.db.models import QuerySet

from agencies.models import User
from reviews import access
from reviews.access import Permission
from reviews.models import Person, PersonRole, Review

# Whom agencies look for in their records. Who else was heard is not for the whole panel to know.
SUBJECTS = (PersonRole.VICTIM, PersonRole.PERPETRATOR, PersonRole.CHILD)


def known_to(reader: User, review: Review) -> QuerySet[Person]:
    """Return everybody to whoever keeps or answers for the register; else the subjects alone."""
    if access.has(reader, Permission.IDENTITIES_READ_ALL, on=review):
        return review.people.all()
    return review.people.filter(role__in=SUBJECTS)
