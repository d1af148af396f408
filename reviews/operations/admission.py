"""Admit people to a review and end their admission. A new person gets a link by email."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, User, person_behind
from agencies.operations import accounts
from messaging import post
from reviews import access
from reviews.access import Permission, Place, Refused, Role
from reviews.models import Membership, Review


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
    return let_in(
        email=email, full_name=full_name, role=role, to=to, until_on=until_on, today=today, by=by,
        at=at,
    )  # fmt: skip


def let_in(
    *,
    email: str,
    full_name: str,
    role: Role,
    to: Place,
    until_on: date | None,
    today: date,
    by: Actor,
    at: datetime,
) -> Membership:
    """
    Admit a person by their email address. Does not ask who may: its callers do, before.

    Raises Refused for a last day in the past, or for a new person without a name.
    """
    if until_on and until_on < today:
        raise Refused("The last day must be today or later", field="until_on")
    user, is_new = accounts.known_or_invited(email=email, full_name=full_name, by=by, at=at)
    membership = access.admit(
        user=user, role=role, to=to, from_on=today, until_on=until_on, by=by, at=at
    )
    if not is_new and not membership.is_held:
        tell(user, membership.review, by=by, at=at)
    return membership


def check_is_not_admitted(email: str, role: Role, *, to: Place, at: datetime) -> None:
    """Refuse to admit somebody twice: another last day that was asked for would not count."""
    found = to.memberships.filter(user__email__iexact=email.strip(), role=role)
    if isinstance(to, Review):
        found = found.filter(involvement__isnull=True)
    standing = found.filter(removed_at__isnull=True).select_related("user").first()
    if standing and standing.runs_at(at):
        raise Refused(
            f"{standing.user.full_name} is admitted as this already. To change the last day, "
            "remove them and admit them again.",
            field="email",
        )


def tell(user: User, review: Review, *, by: Actor, at: datetime) -> None:
    post.send("admitted", to=user.email, review_ref=review.reference, by=person_behind(by), at=at)


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
    found = list(Membership.objects.run_out(today).select_related("user", "group", "review"))
    for membership in found:
        access.remove(membership=membership, by=by, at=at)
    return len(found)
