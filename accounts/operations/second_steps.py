"""The second step of a sign-in, and what is noted of those that fail."""

from datetime import datetime

from django.db import transaction

from accounts import factors, keys
from agencies.models import User
from audit import trail
from audit.models import ActorKind

NOBODY = ActorKind.SIGNED_OUT


@transaction.atomic
def show(user: User, *, code: str, key: str, at: datetime) -> str:
    """
    Use a code or the answer of a key. Return which it was, or nothing where it does not count.

    A recovery code counts once, and its use is recorded by itself.
    """
    if key:
        return "key" if keys.use_key(user, key) else ""
    with_ = factors.use_code(user, code)
    if with_ == "recovery":
        trail.record("account.recovery_code_used", by=user, at=at, user_id=user.pk)
    return with_


@transaction.atomic
def is_still(
    user: User, *, at: datetime, password: str | None = None, code: str = "", key: str = ""
) -> bool:
    """
    Test whether it is still the same person: by their password, and by a factor they have.

    password: None where they have none to give.
    """
    if password is not None and not user.check_password(password):
        return False
    return bool(show(user, code=code, key=key, at=at)) if factors.has_factor(user) else True


def note_failed_sign_in(tried: User | None, *, locked_out: bool, at: datetime) -> None:
    user_id = tried.pk if tried else 0
    trail.record("account.sign_in_failed", by=NOBODY, at=at, user_id=user_id)
    _note_lock_out(user_id, locked_out=locked_out, at=at)


def note_wrong_code(user: User, *, locked_out: bool, at: datetime) -> None:
    trail.record("account.code_failed", by=NOBODY, at=at, user_id=user.pk)
    _note_lock_out(user.pk, locked_out=locked_out, at=at)


def _note_lock_out(user_id: int, *, locked_out: bool, at: datetime) -> None:
    if locked_out:
        trail.record("account.locked_out", by=NOBODY, at=at, user_id=user_id)
