"""A review whose agencies' chronologies make one story: the same as those of chronologies."""

from tests.chronologies.conftest import (
    author,
    chair,
    member,
    now,
    officer,
    part,
    released,
    review,
    senior,
    sent,
    upload,
)

__all__ = [
    "author",
    "chair",
    "member",
    "now",
    "officer",
    "part",
    "released",
    "review",
    "senior",
    "sent",
    "upload",
]
