from datetime import UTC, datetime

import pytest
import time_machine

from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.panels import ParallelProcessFactory
from tests.factories.reviews import ReviewFactory, playing


@pytest.fixture(autouse=True)
def _second_of_march():
    """It is Monday 2 March 2026, half past nine."""
    with time_machine.travel(datetime(2026, 3, 2, 9, 30, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.TOR_AGREED)


@pytest.fixture
def process(review):
    """A trial that holds back publication."""
    return ParallelProcessFactory(review=review)


@pytest.fixture
def officer(review):
    return playing(Role.CSP_OFFICER, to=review)


@pytest.fixture
def signed_in(client, officer):
    """The CSP officer's browser."""
    client.force_login(officer)
    return client
