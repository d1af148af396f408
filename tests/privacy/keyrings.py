"""Keys for tests."""

from base64 import b64encode


def key(letter):
    return b64encode(letter.encode() * 32).decode()


def ring(*ids):
    """Return the setting with a key for each id, newest first; an id always has the same key."""
    return ",".join(f"{one}:{key(one[-1])}" for one in ids)
