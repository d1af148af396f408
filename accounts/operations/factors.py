"""Second factors: add, remove, renew, and forget all of them so that somebody enrols again."""

from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.db import transaction

from accounts import factors, rules
from accounts.operations.sessions import end_sessions
from agencies.access import Refused
from agencies.models import Actor, User, person_behind
from agencies.operations.accounts import set_password_path
from audit import trail
from messaging import post


@transaction.atomic
def add_authenticator(user: User, *, secret: str, code: str, at: datetime) -> None:
    """
    Add an authenticator that shows codes. One that was there before it gives way.

    Raises Refused unless the code shows that it works.
    """
    step = factors.step_of(code, secret=secret)
    if step is None:
        raise Refused(
            "Check the code: it is not the one that this key gives now. Is the clock of your "
            "device right?",
            field="code",
        )
    factors.every_row_of(user).filter(type=Authenticator.Type.TOTP).delete()
    factors.mark_used(TOTP.activate(user, secret).instance, step)
    _added(user, "authenticator", at=at)


@transaction.atomic
def add_key(user: User, *, name: str, credential: dict[str, Any], at: datetime) -> None:
    """Add a security key or passkey that was just seen to answer (`accounts.keys`)."""
    WebAuthn.add(user, name, credential)
    _added(user, "key", at=at)


def _added(user: User, kind: str, *, at: datetime) -> None:
    trail.record("account.factor_added", by=user, at=at, user_id=user.pk, kind=kind)
    had_some = factors.has_recovery_codes(user)
    RecoveryCodes.activate(user)
    if had_some:
        post.send("sign_in_changed", to=user.email, path="/your-account/", by=user, at=at)


@transaction.atomic
def remove_factor(user: User, *, factor_id: int, at: datetime) -> None:
    """Remove one of a person's own factors. Raises Refused for the last one."""
    User.objects.select_for_update().get(pk=user.pk)  # two at once may not remove the last two
    row = factors.of(user).get(pk=factor_id)
    rules.check_can_remove_factor(user)
    kind = factors.KIND[row.type]
    row.delete()
    if not factors.has_factor(user):
        factors.every_row_of(user).delete()  # recovery codes stand in for nothing now
    trail.record("account.factor_removed", by=user, at=at, user_id=user.pk, kind=kind)
    post.send("sign_in_changed", to=user.email, path="/your-account/", by=user, at=at)


@transaction.atomic
def renew_recovery_codes(user: User, *, at: datetime) -> None:
    """Make ten new recovery codes. The old ones open nothing any more."""
    User.objects.select_for_update().get(pk=user.pk)
    factors.every_row_of(user).filter(type=Authenticator.Type.RECOVERY_CODES).delete()
    RecoveryCodes.activate(user)
    trail.record("account.recovery_codes_renewed", by=user, at=at, user_id=user.pk)
    post.send("sign_in_changed", to=user.email, path="/your-account/", by=user, at=at)


@transaction.atomic
def forget_factors(user: User, *, by: Actor, at: datetime) -> None:
    """
    Let somebody who lost their second factor begin anew.

    Every factor and every session goes, and the password with them: whoever stole it must not be
    the one who enrols. The person gets a link to choose a new one, and enrols at the next sign-in.

    The caller has asked whether `by` may, and has rung the person back.
    """
    factors.every_row_of(user).delete()
    user.set_unusable_password()
    user.save(update_fields=["password"])
    trail.record("account.factors_forgotten", by=person_behind(by), at=at, user_id=user.pk)
    end_sessions(user, by=by, at=at)
    post.send(
        "factors_forgotten",
        to=user.email,
        path=set_password_path(user),
        by=person_behind(by),
        at=at,
    )
