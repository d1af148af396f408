"""May this person do this here? Questions that read grants and write nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Now, TruncDate

from agencies.access import Refused, asked
from agencies.models import Actor, CommandLine, User
from reviews.access.grants import INVOLVEMENT_GRANTS, REVIEW_GRANTS
from reviews.models import (
    AgencyInvolvement,
    InvolvementGrant,
    Membership,
    Permission,
    Review,
    ReviewGrant,
    Role,
)

Place = Review | AgencyInvolvement


def has(actor: Actor, permission: Permission, *, on: Place) -> bool:
    """Test whether somebody holds a permission on a review, or on an agency's part of one."""
    asked.set(True)
    if isinstance(actor, CommandLine):
        return True
    if isinstance(on, Review):
        return permission in _codes(actor, on)
    return permission in _codes(actor, on) or permission in _codes(actor, on.review)


def require(actor: Actor, permission: Permission, *, on: Place) -> None:
    """Raise Refused, in words fit to show, unless somebody holds a permission."""
    if not has(actor, permission, on=on):
        raise Refused(f"Your role in this review does not let you: {permission.label.lower()}.")


def has_own(actor: Actor, permission: Permission, *, on: AgencyInvolvement) -> bool:
    """Test whether somebody holds a permission as one of the agency's own people."""
    asked.set(True)
    return isinstance(actor, User) and permission in _codes(actor, on)


def require_own(actor: Actor, permission: Permission, *, on: AgencyInvolvement) -> None:
    """Raise Refused unless somebody holds a permission as one of the agency's own people."""
    if not has_own(actor, permission, on=on):
        raise Refused("Only somebody admitted for this agency can do this in its name.")


def allows(check: Callable[..., object], *args: Any, **kwargs: Any) -> bool:
    """Turn any check that raises Refused into a yes or no, for a template."""
    try:
        check(*args, **kwargs)
    except Refused:
        return False
    return True


def roles_of(user: User, *, on: Review) -> list[Role]:
    """Return the roles a person holds in a review today, for showing which hats they wear."""
    codes = Membership.objects.filter(
        user=user, review=on, removed_at__isnull=True, held_at__isnull=True
    )
    return [Role(code) for code in dict.fromkeys(codes.values_list("role", flat=True))]


def roles_for(to: Place) -> list[Role]:
    """Return the roles a person can be admitted in, in a review or in an agency's part of it."""
    if isinstance(to, Review):
        return [role for role in REVIEW_GRANTS if role != Role.EMERGENCY_READER]
    return list(INVOLVEMENT_GRANTS)


def chairs_somewhere(user: User, *, today: date) -> bool:
    """Test whether a person is the independent chair of any review on a day."""
    seats = Membership.objects.standing(today).of(user)
    return user.is_active and seats.filter(role=Role.INDEPENDENT_CHAIR).exists()


def independently_chaired() -> QuerySet[Review]:
    """Return the reviews to which an independent chair is admitted today."""
    today = TruncDate(Now())
    chairs = Membership.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        role=Role.INDEPENDENT_CHAIR,
        removed_at__isnull=True,
        held_at__isnull=True,
        user__is_active=True,
    )
    return Review.objects.filter(pk__in=chairs.values("review"))


def has_independent_chair(review: Review) -> bool:
    """Test whether an independent chair is admitted to a review today."""
    return independently_chaired().filter(pk=review.pk).exists()


def others_who_may(permission: Permission, *, on: Review, but: User) -> list[str]:
    """Return the names of those whose role in a review gives a permission, but for one person."""
    roles = [role for role, codes in REVIEW_GRANTS.items() if permission in codes]
    admitted = Membership.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=TruncDate(Now())),
        review=on,
        involvement=None,
        role__in=roles,
        removed_at__isnull=True,
        held_at__isnull=True,
        user__is_active=True,
    ).exclude(user=but)
    names = admitted.order_by("user__full_name").values_list("user__full_name", flat=True)
    return list(dict.fromkeys(names))


def is_last_officer(membership: Membership) -> bool:
    """Test whether a review would be left without a CSP officer who can open it."""
    if membership.role != Role.CSP_OFFICER:
        return False
    others = Membership.objects.filter(
        review=membership.review,
        role=Role.CSP_OFFICER,
        removed_at__isnull=True,
        held_at__isnull=True,
    )
    return not others.exclude(pk=membership.pk).exists()


def reads_in_emergency(user: User) -> bool:
    """
    Test whether a review that this request has opened stands open by emergency access alone: no
    other part that reads chronologies before release writes nothing. Asks the database nothing.
    """
    known: dict[tuple[str, int], frozenset[str]] = user.__dict__.get("_codes", {})
    return any(
        Permission.CHRONOLOGY_READ_RAW in codes and Permission.PANEL_WRITE not in codes
        for (grants, _), codes in known.items()
        if grants == ReviewGrant.__name__
    )


def _codes(user: User, on: Place) -> frozenset[str]:
    """Read a person's permissions on one object once for each request."""
    grants: Any = ReviewGrant if isinstance(on, Review) else InvolvementGrant
    known: dict[tuple[str, int], frozenset[str]] = user.__dict__.setdefault("_codes", {})
    key = (grants.__name__, on.pk)
    if key not in known:
        rows = grants.objects.standing_for(user).filter(content_object=on)
        known[key] = frozenset(rows.values_list("permission__codename", flat=True))
    return known[key]


def forget(user: User) -> None:
    user.__dict__.pop("_codes", None)
