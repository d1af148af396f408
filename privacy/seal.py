"""
How an identifying value is kept in the database.

Every identifying field passes through these two functions and nothing else does. Each stored value
begins with the name of the form it is in, so that a new form can live beside the old one while
the rows are rewritten.
"""

PLAIN = "plain:"


class CannotUnseal(Exception):
    """A stored value is in a form this release does not know."""


def seal(value: str) -> str:
    return PLAIN + value


def unseal(stored: str) -> str:
    """Return what was sealed. Raises CannotUnseal, without quoting the value."""
    if not stored.startswith(PLAIN):
        raise CannotUnseal("A stored value does not begin with the name of a known form.")
    return stored.removeprefix(PLAIN)
