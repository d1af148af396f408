from datetime import UTC, date, datetime, time

import pytest
import time_machine

from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.availability import DatesPollFactory, OfferedDayFactory
from tests.factories.reviews import ReviewFactory, playing

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _second_of_march():
    """It is Monday 2 March 2026, half past nine."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.COMMISSIONED)


@pytest.fixture
def officer(review):
    return playing(Role.CSP_OFFICER, to=review)


@pytest.fixture
def signed_in(client, officer):
    """The CSP officer's browser."""
    client.force_login(officer)
    return client


@pytest.fixture
def poll(review):
    return DatesPollFactory(review=review)


@pytest.fixture
def days(poll):
    """Tuesday 24 and Wednesday 25 March, from ten to twelve."""
    return [
        OfferedDayFactory(poll=poll, held_on=date(2026, 3, day), starts=time(10, 0))
        for day in (24, 25)
    ]
