"""A new password: who gets a link for one, and that every other sign-in ends with it."""

from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db import transaction

from accounts import factors
from accounts.operations.sessions import end_sessions
from agencies.models import User
from agencies.operations import accounts
from audit import trail
from audit.models import ActorKind
from messaging import post


def send_link(*, email: str, at: datetime) -> None:
    """
    Send the link that sets a new password, where somebody has one here. Says nothing either way.

    Whoever has no factor here because their organisation's count gets none: with a password,
    whoever reads their mailbox could set up a factor of their own, past the organisation's.
    """
    user = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if user and signs_in_elsewhere_alone(user):
        trail.record(
            "account.password_reset_asked", by=ActorKind.SIGNED_OUT, at=at, user_id=user.pk
        )
        return
    accounts.send_password_link(email=email, at=at)


def signs_in_elsewhere_alone(user: User) -> bool:
    """Test whether somebody's only way in is the organisation's sign-in, with its own factors."""
    is_bound = SocialAccount.objects.filter(user=user).exists()
    counts: bool = settings.OIDC_SECOND_FACTOR_COUNTS
    return counts and is_bound and not factors.has_factor(user)


@transaction.atomic
def note_password_set(user: User, *, at: datetime) -> None:
    """Somebody set a password by the link of an email: nobody is signed in as them now."""
    trail.record("account.password_set", by=user, at=at)
    end_sessions(user, by=user, at=at)


@transaction.atomic
def note_password_changed(user: User, *, here: str, at: datetime) -> None:
    """Somebody changed their password; only the session in which they did goes on."""
    trail.record("account.password_changed", by=user, at=at)
    end_sessions(user, by=user, at=at, but=here)
    post.send("sign_in_changed", to=user.email, path="/your-account/", by=user, at=at)
