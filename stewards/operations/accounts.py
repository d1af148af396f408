"""What administrators do with the accounts of their partnership."""

from datetime import date, datetime

from django.db import transaction

from accounts.operations.lockouts import unlock
from accounts.operations.sessions import end_sessions
from agencies.models import Actor, CommunitySafetyPartnership, User, person_behind
from agencies.operations.accounts import send_invitation
from audit import trail
from messaging import post
from reminders.operations.feeds import stop_feed
from reviews.access import Refused, screen_user
from stewards import access, rules


@transaction.atomic
def close_account(
    *,
    user: User,
    partnership: CommunitySafetyPartnership,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Shut somebody out at once, sign them out everywhere, and stop the address of their calendar.
    What they recorded stays.

    Raises Refused as `rules.check_can_close` does, and for whoever is no administrator there.
    """
    check_looks_after(user, partnership, today=today, by=by)
    rules.check_can_close(user, partnership, today=today, by=by)
    user.is_active = False
    user.save(update_fields=["is_active"])
    record("account.closed", user, by=by, at=at)
    end_sessions(user, by=by, at=at)
    stop_feed(user=user, by=by, at=at)


@transaction.atomic
def reopen_account(
    *,
    user: User,
    partnership: CommunitySafetyPartnership,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Let somebody in again, to the posts and parts that nobody has ended since. They choose a new
    password by a link. Raises Refused for whoever is no administrator there, and for oneself.
    """
    check_looks_after(user, partnership, today=today, by=by)
    user.is_active = True
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    record("account.reopened", user, by=by, at=at)
    send_invitation(user, by=by, at=at)


@transaction.atomic
def invite_again(
    *,
    user: User,
    partnership: CommunitySafetyPartnership,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Send the link that sets a password once more.

    Raises Refused for whoever is no administrator there, and for whoever has set one.
    """
    check_looks_after(user, partnership, today=today, by=by)
    if not user.is_active or user.has_set_password:
        raise Refused("This person is not waiting for an invitation.")
    record("account.invited_again", user, by=by, at=at)
    send_invitation(user, by=by, at=at)


@transaction.atomic
def unlock_account(
    *,
    user: User,
    partnership: CommunitySafetyPartnership,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Let somebody try to sign in again who was locked out. Safe to call twice.

    Raises Refused for whoever is no administrator there.
    """
    check_looks_after(user, partnership, today=today, by=by)
    unlock(user, by=by, at=at)


@transaction.atomic
def rename_account(
    *,
    user: User,
    full_name: str,
    partnership: CommunitySafetyPartnership,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Correct a person's name, and tell them. Where they bear a name of a review now, their access to
    it is held until somebody has looked. Whoever corrects it is not told: it is a word of the case.

    Raises Refused for whoever is no administrator there, for oneself, and for no name.
    """
    check_looks_after(user, partnership, today=today, by=by)
    rules.check_can_rename(user, full_name, by=by)
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.full_name == full_name.strip():
        return
    user.full_name = full_name.strip()
    user.save(update_fields=["full_name"])
    record("account.renamed", user, by=by, at=at)
    screen_user(user, by=by, at=at)
    post.send("account_renamed", to=user.email, path="/your-account/", by=person_behind(by), at=at)


@transaction.atomic
def name_data_protection_contact(
    *,
    partnership: CommunitySafetyPartnership,
    email: str,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Say who is told when emergency access is given. Whoever was told before learns that it changed.

    Raises Refused for whoever is no administrator there.
    """
    access.require_administers(by, partnership, today=today)
    before, after = partnership.data_protection_email, email.strip().lower()
    if before == after:
        return
    partnership.data_protection_email = after
    partnership.save(update_fields=["data_protection_email"])
    trail.record(
        "partnership.data_protection_changed",
        by=person_behind(by),
        at=at,
        partnership_id=partnership.pk,
    )
    for address in filter(None, (before, after)):
        post.send("data_protection_changed", to=address, by=person_behind(by), at=at)


def check_looks_after(
    user: User, partnership: CommunitySafetyPartnership, *, today: date, by: Actor
) -> None:
    access.require_administers(by, partnership, today=today)
    if not access.accounts_of(partnership).filter(pk=user.pk).exists():
        raise Refused("This account belongs to no post or part in this partnership.")


def record(event: str, user: User, *, by: Actor, at: datetime) -> None:
    trail.record(event, by=person_behind(by), at=at, user_id=user.pk)
