"""
Hold the access of whoever bears the name of somebody in the review: the only writer of holds.

Names are sealed, so they are compared here and not in the database.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from agencies.models import Actor, User, person_behind
from audit import trail
from reviews.access.questions import forget
from reviews.checks.same_name import alike
from reviews.models import AccessHold, Membership, Person, Review
from reviews.models.membership import MembershipQuerySet


@transaction.atomic
def screen(
    review: Review, *, users: Iterable[User], people: Iterable[Person], by: Actor, at: datetime
) -> list[AccessHold]:
    """Hold the access of each of these users who bears the name of one of these people."""
    known = set(review.access_holds.values_list("user", "person"))
    found = [
        (user, person)
        for person in people
        for user in users
        if (user.pk, person.pk) not in known and bears_name_of(user, person)
    ]
    return [hold(review, user, person, by=by, at=at) for user, person in found]


def screen_newcomer(review: Review, user: User, *, by: Actor, at: datetime) -> datetime | None:
    """Screen somebody who is being admitted; return since when their access is held, if it is."""
    screen(review, users=[user], people=review.people.all(), by=by, at=at)
    first = review.access_holds.open().filter(user=user).order_by("held_at").first()
    return first.held_at if first else None


def screen_person(person: Person, *, by: Actor, at: datetime) -> list[AccessHold]:
    """Screen everybody admitted to a review for the names of one of its people."""
    admitted = person.review.memberships.filter(removed_at__isnull=True)
    users = {row.user_id: row.user for row in admitted.select_related("user")}
    return screen(person.review, users=list(users.values()), people=[person], by=by, at=at)


def screen_user(user: User, *, by: Actor, at: datetime) -> None:
    """Screen somebody whose name has changed, in every review to which they are admitted."""
    standing = Membership.objects.filter(user=user, removed_at__isnull=True)
    for review in Review.objects.filter(pk__in=standing.values("review")):
        screen(review, users=[user], people=review.people.all(), by=by, at=at)


def bears_name_of(user: User, person: Person) -> bool:
    return any(alike(user.full_name, name) for name in [person.true_name, *person.aliases])


def hold(review: Review, user: User, person: Person, *, by: Actor, at: datetime) -> AccessHold:
    made = AccessHold.objects.create(review=review, user=user, person=person, held_at=at)
    memberships_of(made).filter(held_at__isnull=True).update(held_at=at)
    forget(user)
    record("review.access_held", made, by=by, at=at)
    return made


def held_addresses(review: Review) -> set[str]:
    """Return the addresses to which nothing about a review is sent: no link may go round a hold."""
    return set(review.access_holds.open().values_list("user__email", flat=True))


@transaction.atomic
def clear_hold(found: AccessHold, *, because: str, by: Actor, at: datetime) -> bool:
    """Clear one hold; return whether its person is let in now: no other one is open."""
    found.cleared_at, found.cleared_by = at, person_behind(by)
    found.cleared_because = because
    found.save(update_fields=["cleared_at", "cleared_by", "cleared_because"])
    record("review.hold_cleared", found, by=by, at=at)
    if found.review.access_holds.open().filter(user=found.user).exists():
        return False
    memberships_of(found).update(held_at=None)
    forget(found.user)
    return True


def memberships_of(found: AccessHold) -> MembershipQuerySet:
    return Membership.objects.filter(
        review=found.review_id, user=found.user_id, removed_at__isnull=True
    )


def record(event: str, found: AccessHold, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=found.review.reference,
        user_id=found.user_id,
        person_id=found.person_id,
    )
