"""A review of the demonstration that asked fifty-eight bodies, made by the app it is served by."""

from datetime import date

from django.utils import timezone

from agencies.models import COMMAND_LINE, CommunitySafetyPartnership
from reviews.operations.opening import Notification, open_review
from tests.replies.bodies import BODIES
from tests.replies.conftest import REFERENCE, asked

HERE = "from tests.browser.asking import ask_everybody; ask_everybody()"


def ask_everybody():
    """Open the review, which admits the officers of the day, and ask each body by letter."""
    review = open_review(
        partnership=CommunitySafetyPartnership.objects.get(slug="wychmere"),
        reference=REFERENCE,
        notification=Notification(notified_on=date(2026, 1, 5), died_on=date(2026, 1, 2)),
        today=timezone.localdate(),
        by=COMMAND_LINE,
        at=timezone.now(),
    )
    for name, *_ in BODIES:
        asked(review, name)
