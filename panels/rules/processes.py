from datetime import date

from panels.models.process import OPEN
from panels.rules.members import check_can_write
from reviews import rules
from reviews.access import Refused

__all__ = ["check_can_write"]


def check_started(started_on: date | None, *, today: date) -> None:
    """Refuse a process that began in the future. It may have begun long before the death."""
    rules.check_possible_on(started_on, field="started_on", called="The start", today=today)


def check_holds_back(status: str, *, holds_back: list[str], why: str, may_lift: str) -> None:
    """
    Refuse that a process which has ended, or does not apply, holds anything back; and that
    anything is held back without saying why and who can lift it.
    """
    if not holds_back:
        return
    if status not in OPEN:
        raise Refused(
            "A process that has ended or does not apply holds nothing back. Take the ticks out, or "
            "choose another status",
            field="holds_back",
        )
    if not why.strip():
        raise Refused("Say why it is held back", field="held_back_why")
    if not may_lift.strip():
        raise Refused("Say who can lift it", field="may_lift")
