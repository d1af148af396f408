"""Where received bytes lie: under their own hash, outside the web root."""

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
