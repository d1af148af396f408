from datetime import UTC, datetime

import pytest
import time_machine

from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.reviews import PersonFactory, ReviewFactory, playing

NOW = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _third_of_december():
    """It is Thursday 3 December 2026, half past nine."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def review():
    """Cleared and being prepared for publication; it is about Oriel Vantongren, called Maris."""
    review = ReviewFactory(at_stage=Stage.PRE_PUBLICATION)
    PersonFactory(review=review, true_name="Oriel Vantongren", pseudonym="Maris")
    return review


@pytest.fixture
def officer(review):
    return playing(Role.CSP_OFFICER, to=review)


@pytest.fixture
def csp_chair(review):
    return playing(Role.CSP_CHAIR, to=review)


@pytest.fixture
def chair(review):
    return playing(Role.INDEPENDENT_CHAIR, to=review)


@pytest.fixture
def signed_in(client, officer):
    """The CSP officer's browser."""
    client.force_login(officer)
    return client
