"""What follows when somebody has a new password: every other sign-in of theirs ends."""

from datetime import datetime

from django.db import transaction

from accounts.operations.sessions import end_sessions
from agencies.models import User
from audit import trail
from messaging import post


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
