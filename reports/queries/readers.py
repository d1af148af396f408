"""Who has an account and reads drafts of a review's report."""

from datetime import date

from agencies.models import User
from reviews.models import Membership, Review
from reviews.models.grants import Permission, ReviewGrant


def readers_of(review: Review, *, but: User | None, today: date) -> list[User]:
    """Return those who are admitted today and read drafts, without one of them."""
    groups = ReviewGrant.objects.filter(
        content_object=review, permission__codename=Permission.DRAFT_READ
    ).values("group")
    admitted = Membership.objects.standing(today).filter(review=review, group__in=groups)
    people = User.objects.filter(pk__in=admitted.values("user"), is_active=True).order_by("email")
    return [person for person in people if person != but]
