"""
Where received bytes lie: under their own hash, outside the web root.

Only the hash is in the name, so a name tells nothing and no name that somebody chose is used.
"""

from collections.abc import Iterator
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


def keep(content: bytes, *, name: str) -> None:
    """
    Store bytes under a name made of their hash. Keeping the same bytes twice keeps one copy.

    A copy of another length is what a crash left half written, and is replaced.
    """
    if default_storage.exists(name):
        if default_storage.size(name) == len(content):
            return
        default_storage.delete(name)
    stored = default_storage.save(name, ContentFile(content))
    if stored != name:  # somebody kept the same bytes at the same moment
        default_storage.delete(stored)


def content_of(name: str) -> bytes:
    """Return stored bytes, checked or not: for the scanner. Raises FileNotFoundError."""
    with default_storage.open(name) as stored:
        content: bytes = stored.read()
    return content


def hash_of(name: str) -> str:
    """Return the hash of stored bytes, a piece at a time. Raises FileNotFoundError."""
    digest = sha256()
    with default_storage.open(name) as stored:
        for piece in stored.chunks():
            digest.update(piece)
    return digest.hexdigest()


def names() -> Iterator[str]:
    """Yield the name of everything that is stored."""
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            inner, files = default_storage.listdir(folder)
        except FileNotFoundError:  # nothing was ever stored
            return
        folders += [f"{folder}{name}/" for name in inner]
        yield from (f"{folder}{name}" for name in files)


def forget(name: str) -> None:
    """Delete stored bytes, if they are there."""
    default_storage.delete(name)
