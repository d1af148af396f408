from datetime import UTC, datetime

import pytest
import time_machine

from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.actionplans import ActionFactory, RecommendationFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _second_of_march():
    """It is Monday 2 March 2026, half past nine."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.PANEL_AGREED)


@pytest.fixture
def part(review):
    return AgencyInvolvementFactory(review=review, agency__name="Tern Valley Housing")


@pytest.fixture
def recommendation(review, part):
    return RecommendationFactory(review=review, addressee=part)


@pytest.fixture
def action(recommendation):
    return ActionFactory(recommendation=recommendation)


@pytest.fixture
def officer(review):
    return playing(Role.CSP_OFFICER, to=review)


@pytest.fixture
def chair(review):
    return playing(Role.INDEPENDENT_CHAIR, to=review)


@pytest.fixture
def member(review):
    return playing(Role.PANEL_MEMBER, to=review)


@pytest.fixture
def contact(part):
    """Somebody of the lead agency who may not open the review."""
    return playing(Role.AGENCY_CONTACT, to=part, full_name="Edda Marsh")


@pytest.fixture
def signed_in(client, officer):
    """The CSP officer's browser."""
    client.force_login(officer)
    return client
