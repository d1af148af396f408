from datetime import date

from reviews.access import Refused
from reviews.models import Review


def check_reason_before_notification(
    review: Review, day: date | None, reason: str, *, called: str
) -> None:
    """
    Ask why something happened before the partnership was told of the death.

    The day is kept as it was said: a standing panel, or a chair found early, is real.
    """
    if day and day < review.notified_on and not reason.strip():
        raise Refused(
            f"{called} is before the partnership was told of the death. Check the day, or say why "
            "it is right",
            field="unusual_reason",
        )
