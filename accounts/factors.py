"""
The second factors of a person: allauth keeps and checks them; this is what we ask of it.

A code of an authenticator counts once: its time step is kept with the factor, under a lock.
"""

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django.db import transaction
from django.db.models import QuerySet

from agencies.models import User

LAST_STEP = "last_step"
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
KIND = {
    Authenticator.Type.TOTP: "authenticator",
    Authenticator.Type.WEBAUTHN: "key",
    Authenticator.Type.RECOVERY_CODES: "recovery",
}

# Questions


def every_row_of(user: User) -> "QuerySet[Authenticator]":
    rows: QuerySet[Authenticator] = Authenticator.objects.filter(user=user)
    return rows.order_by("created_at", "pk")


def of(user: User) -> "QuerySet[Authenticator]":
    """Return the factors of a person, oldest first. Recovery codes only stand in for one."""
    return every_row_of(user).filter(type__in=FACTORS)


def has_factor(user: User) -> bool:
    return of(user).exists()


def authenticator_of(user: User) -> Authenticator | None:
    return every_row_of(user).filter(type=Authenticator.Type.TOTP).first()


def has_recovery_codes(user: User) -> bool:
    return every_row_of(user).filter(type=Authenticator.Type.RECOVERY_CODES).exists()


def has_key(user: User) -> bool:
    return every_row_of(user).filter(type=Authenticator.Type.WEBAUTHN).exists()


def recovery_codes(user: User) -> list[str]:
    """Return the recovery codes that were not used yet."""
    row = every_row_of(user).filter(type=Authenticator.Type.RECOVERY_CODES).first()
    return list(row.wrap().get_unused_codes()) if row else []


def step_of(code: str, *, secret: str) -> int | None:
    """Return the time step of which this is the code, where it is one of about now."""
    for step in totp.yield_hotp_counters_from_time():
        if compare_user_code(
            actual=code, expected=totp.format_hotp_value(totp.hotp_value(secret, step))
        ):
            return int(step)
    return None


# Changes


@transaction.atomic
def use_code(user: User, code: str) -> str:
    """Use up a code. Return what it was, "authenticator" or "recovery", or nothing if neither."""
    rows = {row.type: row for row in every_row_of(user).select_for_update()}
    shown = rows.get(Authenticator.Type.TOTP)
    if shown and _use_step(shown, code):
        return KIND[Authenticator.Type.TOTP]
    kept = rows.get(Authenticator.Type.RECOVERY_CODES)
    if kept and kept.wrap().validate_code(code):
        kept.record_usage()
        return KIND[Authenticator.Type.RECOVERY_CODES]
    return ""


def _use_step(row: Authenticator, code: str) -> bool:
    step = step_of(code, secret=decrypt(row.data["secret"]))
    if step is None or step <= row.data.get(LAST_STEP, 0):
        return False
    mark_used(row, step)
    return True


def mark_used(row: Authenticator, step: int) -> None:
    row.data[LAST_STEP] = step
    row.save(update_fields=["data"])
    row.record_usage()
