"""
How an identifying value is kept in the database: sealed with AES-256-GCM.

Every identifying field passes through these two functions, and so does whatever else only the
application may read. A stored value is `aesgcm:KEY:BOX`: the form it is in, the id of its key, and
the nonce with what was sealed, in base64. `place` is where the value belongs, as table.column:
moved elsewhere it does not open. A secret in a session, which is no column, has no place.
"""

import os
from base64 import b64decode, b64encode

from cryptography.exceptions import InvalidTag

from privacy.keys import keys

FORM = "aesgcm"
NONCE = 12  # bytes, as NIST SP 800-38D wants it


class CannotUnseal(Exception):
    """A stored value does not open. Says where it stands and why, never what it is."""


def seal(words: str, *, place: str = "") -> str:
    ring = keys()
    nonce = os.urandom(NONCE)
    box = nonce + ring.ciphers[ring.newest].encrypt(nonce, words.encode(), place.encode())
    return f"{begins_with(ring.newest)}{b64encode(box).decode()}"


def unseal(stored: str, *, place: str = "") -> str:
    """Return what was sealed. Raises CannotUnseal, without quoting the value."""
    form, _, rest = stored.partition(":")
    key_id, _, box = rest.partition(":")
    what = f"A value of {place or 'no column'}"
    if form != FORM:
        raise CannotUnseal(f"{what} is not sealed.")
    cipher = keys().ciphers.get(key_id)
    if cipher is None:
        raise CannotUnseal(f"{what} needs a key that FIELD_KEYS does not name.")
    try:
        octets = b64decode(box)
        return cipher.decrypt(octets[:NONCE], octets[NONCE:], place.encode()).decode()
    except (InvalidTag, ValueError):
        reason = "it was changed, moved here, or sealed with another key of the same id"
        raise CannotUnseal(f"{what} does not open: {reason}.") from None


def begins_with(key_id: str) -> str:
    """Return what everything sealed with this key begins with."""
    return f"{FORM}:{key_id}:"
