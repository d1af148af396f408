from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from reviews.access import Role
from tests.drills.drill import Drill
from tests.factories.reviews import DeadlineFactory, ReviewFactory, playing

LONDON = ZoneInfo("Europe/London")
NOTED_AT = datetime(2026, 1, 1, 12, tzinfo=LONDON)


@pytest.fixture
def drill(request, transactional_db):
    with Drill(request.node.name.removeprefix("test_").replace("_", " ")) as drill:
        yield drill


def owing(count: int, *, due_on: date, code: str = "D16") -> None:
    """Make as many people as said, each with a deadline of their own in a review of their own."""
    for _ in range(count):
        review = ReviewFactory()
        playing(Role.CSP_OFFICER, to=review)
        review.deadlines.all().delete()  # those that follow from what is recorded
        DeadlineFactory(
            review=review,
            code=code,
            started_on=date(2026, 1, 1),
            due_on=due_on,
            next_step_on=date(2026, 1, 1),
            noted_at=NOTED_AT,
        )
