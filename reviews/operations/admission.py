"""Admit people to a review and end their admission. A new person gets a link by email."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, User, person_behind
from agencies.operations import accounts
from messaging import post
from reviews import access
from reviews.access import Permission, Place, Refused, Role
from reviews.models import Membership


@transaction.atomic
def admit_by_email(
    *,
    email: str,
    full_name: str,
    role: Role,
    to: Place,
    until_on: date | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> Membership:
    """
    Admit a person by their email address; somebody new gets an account and a link to set it up.

    Somebody held for bearing a name of the case is told once they are let in.

    Raises Refused without the right, for a role that has no place there, for a last day in the
    past, or for a new person without a name.
    """
    access.require(by, Permission.ACCESS_MANAGE, on=to)
    if role not in access.roles_for(to):
        raise Refused("This role has no place here.", field="role")
    if until_on and until_on < today:
        raise Refused("The last day must be today or later", field="until_on")
    user = User.objects.filter(email__iexact=email).first()
    if user and not user.is_active:
        raise Refused("This account is closed. Ask an administrator.", field="email")
    is_new = user is None
    if user is None:
        if not full_name.strip():
            raise Refused("Enter the full name of this new person", field="full_name")
        user = accounts.invite(email=email, full_name=full_name, by=by, at=at)
    membership = access.admit(
        user=user, role=role, to=to, from_on=today, until_on=until_on, by=by, at=at
    )
    if not is_new and not membership.is_held:
        tell(user, membership.review, by=by, at=at)
    return membership


@transaction.atomic
def end_membership(*, membership: Membership, by: Actor, at: datetime) -> None:
    """
    End somebody's admission now.

    Raises Refused without the right, or for the last CSP officer of the review.
    """
    access.require(by, Permission.ACCESS_MANAGE, on=membership.review)
    if access.is_last_officer(membership):
        raise Refused("A review keeps at least one CSP officer. Admit another one first.")
    access.remove(membership=membership, by=by, at=at)


def end_run_out(*, today: date, by: Actor, at: datetime) -> int:
    """Remove everybody whose last day has passed; return how many. Safe to run twice."""
def tell(user: User, review: Review, *, by: Actor, at: datetime) -> None:
    post.send("admitted", to=user.email, review_ref=review.reference, by=person_behind(by), at=at)


    found = list(Membership.objects.run_out(today).select_related("user", "group", "review"))
    for membership in found:
        access.remove(membership=membership, by=by, at=at)
    return len(found)
