"""
Messages that list things: the lines are asked for when the letter is written, and not kept.

Whoever has such messages sent names in `MESSAGE_LINES` what tells their lines, and in
`MESSAGE_WORDS` every form of words that a line may hold. A line is made of codes and numbers, so
that nothing of a case can pass.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string

from messaging.models import Message
from messaging.post import PATH, REVIEW_REF

CODE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, kw_only=True)
class Line:
    """
    One thing that waits: in which review, what, until when, and where it is done.

    word: a code of the closed list of words.
    days: how many are left, negative where it is late; None where no day is to be told.
    late_by: how many days the reminder itself comes late.
    count: how many things it stands for.
    """

    review_ref: str
    word: str
    path: str
    days: int | None = None
    late_by: int = 0
    count: int = 1

    def __post_init__(self) -> None:
        if not (PATH.fullmatch(self.path) and REVIEW_REF.fullmatch(self.review_ref)):
            raise ValueError("A line takes a path of ours and a review's reference.")
        if self.word not in import_string(settings.MESSAGE_WORDS)():
            raise ValueError("A line takes a code of the closed list of words.")
        if not all(
            isinstance(number, int | None) for number in (self.days, self.late_by, self.count)
        ):
            raise ValueError("A line takes days and its count as numbers.")

    @property
    def words(self) -> str:
        return str(import_string(settings.MESSAGE_WORDS)()[self.word])

    @property
    def when(self) -> str:
        """Say how many days are left, or how late it is."""
        if self.days is None:
            return ""
        if self.days == 0:
            return "due today"
        if self.days < 0:
            return f"{in_days(-self.days)} late"
        return f"due in {in_days(self.days)}"

    @property
    def link(self) -> str:
        return f"{settings.BASE_URL}{self.path}"

    @property
    def delay(self) -> str:
        """Say how late the reminder itself comes, where it does."""
        return in_days(self.late_by) if self.late_by else ""


def in_days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"


def lines_of(message: Message, *, at: datetime) -> Sequence[Line]:
    """Return what a message has to list now; nothing where all of it is done meanwhile."""
    found: Sequence[Line] = import_string(settings.MESSAGE_LINES)(message, at=at)
    return found
