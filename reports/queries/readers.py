"""Who reads drafts of a review's report, and who must not be taken for one of them."""

from datetime import date

from agencies.models import Actor, User
from families.models import FamilyContact
from panels.models import PanelMember
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


def names_on_panel(review: Review, *, today: date) -> list[str]:
    """Return the names of those who sit on the panel, or are admitted and read its drafts."""
    seated = PanelMember.objects.seated().filter(review=review)
    admitted = readers_of(review, but=None, today=today)
    return sorted({one.full_name for one in seated} | {one.full_name for one in admitted})


def family_known_to(actor: Actor, review: Review) -> list[str]:
    """Return the names in the compartment: none to somebody who may not open it."""
    people = FamilyContact.objects.filter(review=review).select_related("person")
    if isinstance(actor, User):
        people = people.readable_by(actor)
    return [contact.name for contact in people if contact.name]
