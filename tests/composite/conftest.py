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
from tests.composite.asking import finding, neighbour, other, question

__all__ = [
    "author",
    "chair",
    "finding",
    "member",
    "neighbour",
    "now",
    "officer",
    "other",
    "part",
    "question",
    "released",
    "review",
    "senior",
    "sent",
    "upload",
]
