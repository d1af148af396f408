"""
Half-way in: the first step of a sign-in is done and the second is not.

Kept under a key of its own in the session. It opens the page of the second step and nothing else,
for ten minutes, and a new password makes it worthless.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from accounts import new_secret
from agencies.models import User

KEY = "halfway"
LASTS = timedelta(minutes=10)


@dataclass(frozen=True)
class Halfway:
    user: User
    how: str  # the first step, for the audit trail
    way: str  # where to go once signed in


def begin(request: HttpRequest, user: User, *, how: str, way: str, at: datetime) -> None:
    """Note that somebody has done the first step."""
    request.session.cycle_key()
    new_secret.forget(request)
    request.session[KEY] = {
        "user": user.pk,
        "password": user.get_session_auth_hash(),
        "how": how,
        "way": way,
        "until": (at + LASTS).timestamp(),
    }


def who(request: HttpRequest, *, at: datetime) -> Halfway | None:
    """Return who is half-way in, if anybody is still."""
    noted = request.session.get(KEY)
    if noted is None or at.timestamp() >= noted["until"]:
        return None
    user = User.objects.filter(pk=noted["user"], is_active=True).first()
    if user is None or not constant_time_compare(noted["password"], user.get_session_auth_hash()):
        return None
    return Halfway(user=user, how=noted["how"], way=noted["way"])


def end(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
    new_secret.forget(request)
