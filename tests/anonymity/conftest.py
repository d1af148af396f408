from datetime import UTC, datetime

import pytest
import time_machine

from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.reviews import PersonFactory, ReviewFactory, playing

NOW = datetime(2026, 9, 16, 9, 30, tzinfo=UTC)


@pytest.fixture
def now():
    """It is Wednesday 16 September 2026, half past ten in London."""
    with time_machine.travel(NOW, tick=False):
        yield NOW


@pytest.fixture
def review(db, now):
    review = ReviewFactory(at_stage=Stage.DRAFTING)
    PersonFactory(review=review, true_name="Oriel Vantongren", pseudonym="Maris")
    return review


@pytest.fixture
def chair(review):
    return playing(Role.INDEPENDENT_CHAIR, to=review)


@pytest.fixture
def officer(review):
    return playing(Role.CSP_OFFICER, to=review)


@pytest.fixture
def csp_chair(review):
    return playing(Role.CSP_CHAIR, to=review)
