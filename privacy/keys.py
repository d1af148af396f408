"""
The keys of the sealed fields, from the setting FIELD_KEYS: `id:key`, with commas, newest first.

What is sealed now is sealed with the newest. The others only open what was sealed before, until
`manage.py rotate_field_keys` has sealed that again.
"""

import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

ID = re.compile(r"[a-z0-9]{1,16}")
LENGTH = 32  # bytes: AES-256
HOW = "FIELD_KEYS is id:key with commas between, newest first; a key: openssl rand -base64 32"


@dataclass(frozen=True)
class Keys:
    """newest: the id of the key to seal with. ciphers: what opens, by the id of its key."""

    newest: str
    ciphers: Mapping[str, AESGCM]


def keys() -> Keys:
    return read(settings.FIELD_KEYS)


@cache
def read(given: str) -> Keys:
    """Return the keys of a setting. Raises ImproperlyConfigured, without quoting a key."""
    pairs = [_pair(number, one) for number, one in enumerate(given.split(","), start=1)]
    ciphers = dict(pairs)
    if len(ciphers) < len(pairs):
        raise ImproperlyConfigured(f"{HOW}. Two keys have the same id.")
    return Keys(newest=pairs[0][0], ciphers=ciphers)


def _pair(number: int, text: str) -> tuple[str, AESGCM]:
    key_id, _, key = text.strip().partition(":")
    try:
        secret = b64decode(key, validate=True)
    except ValueError:
        secret = b""
    if not ID.fullmatch(key_id) or len(secret) != LENGTH:
        raise ImproperlyConfigured(f"{HOW}. Number {number} is not.")
    return key_id, AESGCM(secret)
