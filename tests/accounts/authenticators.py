"""An authenticator in somebody's hand."""

import time

from allauth.mfa.totp.internal import auth as totp

from accounts.operations import factors


def code_of(secret, *, steps=0):
    """Return what an authenticator shows now, or so many half minutes from now."""
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + steps))


def enrol(user, *, at, steps=-1):
    """Give somebody an authenticator; return its key. Its code of now was not used yet."""
    secret = totp.generate_totp_secret()
    factors.add_authenticator(user, secret=secret, code=code_of(secret, steps=steps), at=at)
    return secret
