"""
Where bytes lie, outside the web root: what was received under its own hash, and what was made here
for somebody to fetch in a folder of its own, under a name that nobody can guess.

No name that somebody chose is used, so a name tells nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from hashlib import sha256
from typing import IO
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage, default_storage

MADE = "made/"

_memory: ContextVar[InMemoryStorage | None] = ContextVar("memory", default=None)


@contextmanager
def in_memory() -> Iterator[None]:
    """
    Keep what is received in this block nowhere but in memory: a rehearsal leaves no file.

    What lay in the storage before is out of reach meanwhile, and safe.
    """
    token = _memory.set(InMemoryStorage())
    try:
        yield
    finally:
        _memory.reset(token)


def place() -> Storage:
    """Return where received bytes are kept now."""
    return _memory.get() or default_storage


def keep(content: bytes, *, name: str) -> None:
    """
    Store bytes under a name made of their hash. Keeping the same bytes twice keeps one copy.

    A copy of another length is what a crash left half written, and is replaced.
    """
    stored_in = place()
    if stored_in.exists(name):
        if stored_in.size(name) == len(content):
            return
        stored_in.delete(name)
    stored = stored_in.save(name, ContentFile(content))
    if stored != name:  # somebody kept the same bytes at the same moment
        stored_in.delete(stored)


def content_of(name: str) -> bytes:
    """Return stored bytes, checked or not: for the scanner. Raises FileNotFoundError."""
    with open_bytes(name) as stored:
        return stored.read()


def open_bytes(name: str) -> IO[bytes]:
    """Open stored bytes, checked or not. Raises FileNotFoundError."""
    stored: IO[bytes] = place().open(name)
    return stored


def hash_of(name: str) -> str:
    """Return the hash of stored bytes, a piece at a time. Raises FileNotFoundError."""
    digest = sha256()
    with default_storage.open(name) as stored:
        for piece in stored.chunks():
            digest.update(piece)
    return digest.hexdigest()


def keep_made(content: bytes) -> str:
    """Store bytes that were made here, for a while, and return the name they lie under."""
    return place().save(f"{MADE}{uuid4().hex}", ContentFile(content))


def made(*, before: datetime) -> Iterator[str]:
    """Yield the names of what was made here, and stored before a moment."""
    try:
        _, files = place().listdir(MADE)
    except FileNotFoundError:  # nothing was ever made
        return
    for name in files:
        if place().get_modified_time(f"{MADE}{name}") < before:
            yield f"{MADE}{name}"


def names() -> Iterator[str]:
    """Yield the name of everything that was received and is stored."""
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            inner, files = default_storage.listdir(folder)
        except FileNotFoundError:  # nothing was ever stored
            return
        folders += [deeper for name in inner if (deeper := f"{folder}{name}/") != MADE]
        yield from (f"{folder}{name}" for name in files)


def forget(name: str) -> None:
    """Delete stored bytes, if they are there."""
    place().delete(name)
