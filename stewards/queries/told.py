"""Whom to tell of what happens to access."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from agencies.models import User
from reviews.access import REVIEW_GRANTS, Permission
from reviews.models import Review
from stewards import access
from stewards.models import EmergencyAccess


def holders(permission: Permission, review: Review, *, today: date) -> list[User]:
    """Return who holds a permission in a review as a whole, each once."""
    roles = [role for role, codes in REVIEW_GRANTS.items() if permission in codes]
    standing = review.memberships.standing(today).filter(
        involvement__isnull=True, role__in=roles, user__is_active=True
    )
    return once(row.user for row in standing.select_related("user"))


def deciders(request: EmergencyAccess, *, today: date) -> list[User]:
    """Return who may approve emergency access: neither who asked nor who would read."""
    return access.who_may_approve(
        request.review.partnership,
        asked_on=timezone.localtime(request.asked_at).date(),
        today=today,
        without=[request.asked_by, request.reader],
    )


def watchers(request: EmergencyAccess, *, today: date) -> list[str]:
    """Return the addresses of whoever is told at once that emergency access is given or ends."""
    people = holders(Permission.EMERGENCY_END, request.review, today=today)
    contact = request.review.partnership.data_protection_email
    return list(dict.fromkeys([*(user.email for user in people), contact]))


def once(people: Iterable[User]) -> list[User]:
    return sorted(set(people), key=lambda user: user.pk)
