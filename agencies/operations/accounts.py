"""Accounts: invite a person, and send the link that sets a password."""

from datetime import datetime

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from agencies.access import Refused
from agencies.models import Actor, User, person_behind
from audit import trail
from audit.models import ActorKind
from messaging import post


@transaction.atomic
def invite(*, email: str, full_name: str, by: Actor, at: datetime) -> User:
    """Create an account without a password and send the link that sets one."""
    user = User.objects.create_user(email=email, full_name=full_name)
    trail.record("account.invited", by=person_behind(by), at=at, user_id=user.pk)
    send_invitation(user, by=by, at=at)
    return user


def send_invitation(user: User, *, by: Actor, at: datetime) -> None:
    """Send the link that sets a password. Its caller says in the trail why."""
    path = set_password_path(user)
    post.send("account_invited", to=user.email, path=path, by=person_behind(by), at=at)


@transaction.atomic
def known_or_invited(*, email: str, full_name: str, by: Actor, at: datetime) -> tuple[User, bool]:
    """
    Return whoever has this email address, invited where nobody has, and whether they are new.

    Raises Refused for an account that is closed, or for a new person without a name.
    """
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user and not user.is_active:
        raise Refused("This account is closed. Ask an administrator.", field="email")
    if user:
        return user, False
    if not full_name.strip():
        raise Refused("Enter the full name of this new person", field="full_name")
    return invite(email=email, full_name=full_name, by=by, at=at), True


@transaction.atomic
def send_password_link(*, email: str, at: datetime) -> None:
    """
    Send the link that sets a new password, where there is an account. Says nothing either way:
    a stranger must not learn who works on reviews.
    """
    user = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if user is None:
        return
    trail.record("account.password_reset_asked", by=ActorKind.SIGNED_OUT, at=at, user_id=user.pk)
    post.send("password_reset", to=user.email, path=set_password_path(user), by=None, at=at)


def set_password_path(user: User) -> str:
    """Return the path on which a person sets their password; it works once, for three days."""
    sealed = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    return reverse("accounts:set-password", args=[sealed, token])
