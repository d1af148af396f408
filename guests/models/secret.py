"""Secrets that go out by email or telephone. What is kept of one tells nobody what it was."""

import secrets
from hashlib import sha256

from django.utils.crypto import constant_time_compare, salted_hmac

DIGITS = 8  # of a code
HALF = DIGITS // 2


def new_secret() -> str:
    """Return a secret for a link: 256 bits, fit to stand in an address."""
    return secrets.token_urlsafe(32)


def secret_hash(secret: str) -> str:
    """Return what is kept of a link's secret. It is too long to be found by trying."""
    return sha256(secret.encode()).hexdigest()


def new_code() -> str:
    """Return a code to be read and typed, as "0123 4567"."""
    digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    return f"{digits[:HALF]} {digits[HALF:]}"


def seal_of(code: str, *, link_id: int) -> str:
    """Return what is kept of a code: short as it is, it is not found without the secret key."""
    typed = "".join(code.split())
    return salted_hmac("guests.code", f"{link_id}:{typed}", algorithm="sha256").hexdigest()


def fits(code: str, seal: str, *, link_id: int) -> bool:
    return constant_time_compare(seal_of(code, link_id=link_id), seal)


def origin_of(address: str) -> str:
    """Return what is kept of the network address that somebody comes from, for counting."""
    return salted_hmac("guests.origin", address, algorithm="sha256").hexdigest()[:32]
