"""
Admit and remove: the only writers of memberships, groups and grants (docs/adr/0003-guardian.md).
"""

from datetime import date, datetime

from django.contrib.auth.models import Group
from django.db import transaction

from agencies.models import Actor, User, person_behind
from audit import trail
from reviews.access.grants import INVOLVEMENT_GRANTS, REVIEW_GRANTS
from reviews.access.holding import screen_newcomer
from reviews.access.questions import Place, forget
from reviews.models import (
    AgencyInvolvement,
    InvolvementGrant,
    Membership,
    Review,
    ReviewGrant,
    Role,
)


@transaction.atomic
def admit(
    *,
    user: User,
    role: Role,
    to: Place,
    by: Actor,
    at: datetime,
    from_on: date,
    until_on: date | None = None,
    until_at: datetime | None = None,
) -> Membership:
    """
    Let a person into a review, or into one agency's part of it. Safe to call twice.

    Whoever bears the name of somebody in the review is admitted, and held until that is cleared.

    Somebody whose last day or moment has passed is let in anew.

    Does not ask who may admit: `operations.people` does, before.
    """
    review, involvement = _ends(to)
    group = _group(role, to)
    standing = Membership.objects.filter(user=user, group=group, removed_at__isnull=True).first()
    if standing and standing.runs_at(at):
        return standing
    if standing:
        remove(membership=standing, by=by, at=at)
    membership = Membership.objects.create(
        user=user,
        role=role,
        review=review,
        involvement=involvement,
        group=group,
        from_on=from_on,
        until_on=until_on,
        until_at=until_at,
        admitted_at=at,
        admitted_by=person_behind(by),
        held_at=screen_newcomer(review, user, by=by, at=at),
    )
    user.groups.add(group)
    forget(user)
    trail.record(
        "review.admitted",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        user_id=user.pk,
        role=role,
    )
    return membership


@transaction.atomic
def remove(*, membership: Membership, by: Actor, at: datetime) -> None:
    """End a membership now. Its person loses the next page. Safe to call twice."""
    if membership.removed_at:
        return
    membership.removed_at = at
    membership.removed_by = person_behind(by)
    membership.save(update_fields=["removed_at", "removed_by"])
    membership.user.groups.remove(membership.group)
    forget(membership.user)
    trail.record(
        "review.removed",
        by=person_behind(by),
        at=at,
        review_ref=membership.review.reference,
        user_id=membership.user_id,
        role=membership.role,
    )


def renew_grants() -> int:
    """
    Bring the grants of every group in line with the tables above; return how many groups.

    Run at each release by `prepare_database`: a changed table reaches running reviews.
    """
    groups: dict[int, Membership] = {}
    for membership in Membership.objects.select_related("group", "review", "involvement"):
        groups.setdefault(membership.group_id, membership)
    for membership in groups.values():
        place = membership.involvement or membership.review
        _give(membership.group, Role(membership.role), place)
    return len(groups)


def _ends(to: Place) -> tuple[Review, AgencyInvolvement | None]:
    return (to, None) if isinstance(to, Review) else (to.review, to)


def _group(role: Role, to: Place) -> Group:
    kind = "review" if isinstance(to, Review) else "involvement"
    group, is_new = Group.objects.get_or_create(name=f"{kind}:{to.pk}:{role.lower()}")
    if is_new:
        _give(group, role, to)
    return group


def _give(group: Group, role: Role, to: Place) -> None:
    if isinstance(to, Review):
        ReviewGrant.objects.give(group=group, to=to, permissions=REVIEW_GRANTS[role])
    else:
        InvolvementGrant.objects.give(group=group, to=to, permissions=INVOLVEMENT_GRANTS[role])
