from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from reviews.access import Role
from tests.factories.reviews import DeadlineFactory, ReviewFactory, playing

LONDON = ZoneInfo("Europe/London")
STARTED_ON = date(2026, 1, 5)  # a Monday


def at(month, day, hour=9, minute=0):
    """Return a moment of 2026 by the clock on the wall."""
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


def clock(review, code="D4", **given):
    """
    Return a deadline that has stood since it started, with its steps still to be looked at.

    D4 reminds the CSP's chair and officers on 19 and 26 January, 1 and 5 February, and late on
    the 6th and each week thereafter.
    """
    due_on = given.setdefault("due_on", date(2026, 2, 5))
    return DeadlineFactory(
        review=review,
        code=code,
        **{
            "started_on": STARTED_ON,
            "next_step_on": STARTED_ON if due_on else None,
            "noted_at": datetime(2026, 1, 5, 12, tzinfo=LONDON),
            **given,
        },
    )


@pytest.fixture
def review(db):
    return ReviewFactory(reference="AB-DHR-3", notified_on=STARTED_ON)


@pytest.fixture
def officer(review):
    return playing(Role.CSP_OFFICER, to=review)


@pytest.fixture
def decision(review, officer):
    """The deadline of the decision, with an officer who is reminded of it."""
    return clock(review)
