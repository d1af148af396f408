"""Look at access that is held for a name, and let its person in or remove them."""

from datetime import datetime

from django.db import transaction

from agencies.models import Actor
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import AccessHold, Membership
from reviews.operations.admission import tell


@transaction.atomic
def clear_hold(*, hold: AccessHold, because: str, by: Actor, at: datetime) -> AccessHold:
    """
    Record that somebody held is not the person whose name they bear, nor close to them.

    Once no other hold is open they can open the review again, and are told so by email. Raises
    Refused without the right or a reason, or where it is cleared already.
    """
    check_can_clear(by, hold, because)
    if access.clear_hold(hold, because=because.strip(), by=by, at=at) and is_admitted(hold):
        tell(hold.user, hold.review, by=by, at=at)
    return hold


@transaction.atomic
def remove_held(*, hold: AccessHold, by: Actor, at: datetime) -> None:
    """
    End all that admits somebody held to the review. The hold stays, should they be admitted again.

    Raises Refused without the right.
    """
    access.require(by, Permission.HOLD_CLEAR, on=hold.review)
    for membership in admitting(hold):
        access.remove(membership=membership, by=by, at=at)


def check_can_clear(actor: Actor, hold: AccessHold, because: str) -> None:
    access.require(actor, Permission.HOLD_CLEAR, on=hold.review)
    if not hold.is_open:
        raise Refused("This was looked at already.")
    if not because.strip():
        raise Refused("Say how you know that it is somebody else", field="because")


def admitting(hold: AccessHold) -> list[Membership]:
    running = Membership.objects.filter(
        review=hold.review_id, user=hold.user_id, removed_at__isnull=True
    )
    return list(running.select_related("user", "group", "review", "involvement__agency"))


def is_admitted(hold: AccessHold) -> bool:
    return bool(admitting(hold))
