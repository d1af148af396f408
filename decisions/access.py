"""The door to the register of decisions of a review."""

from django.db.models import Q
from django.http import Http404

from agencies.models import Actor, User
from decisions.models import RegisterEntry
from decisions.models.register_entry import RegisterQuerySet
from families.models import Side
from reviews import access
from reviews.access import Permission
from reviews.models import Review


def review_or_404(reader: User, reference: str) -> Review:
    """Return a review to whoever reads the papers of its panel."""
    return access.review_or_404(reader, reference, Permission.PANEL_READ)


def opens_family(reader: Actor, review: Review) -> bool:
    return access.has(reader, Permission.FAMILY_READ, on=review)


def readable_by(reader: User, review: Review, *, side: Side) -> RegisterQuerySet:
    """
    Return what stands in the register for a reader: of the family compartment nothing to whoever
    may not open it, and never both of its sides at once.
    """
    shown = Q(side="") | Q(side=side) if opens_family(reader, review) else Q(side="")
    return RegisterEntry.objects.filter(shown, review=review).standing()


def entry_or_404(reader: User, reference: str, number: int) -> RegisterEntry:
    """Return the last words on a decision. One behind a door that is shut is not there."""
    review = review_or_404(reader, reference)
    for side in Side:
        found = readable_by(reader, review, side=side).filter(number=number).first()
        if found:
            found.review = review
            return found
    raise Http404
