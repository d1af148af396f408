from datetime import UTC, datetime

import pytest
import time_machine

from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.agencies import CommunitySafetyPartnershipFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _first_of_september():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def place():
    return CommunitySafetyPartnershipFactory(name="Northside", slug="northside")


@pytest.fixture
def review(place):
    return ReviewFactory(partnership=place, at_stage=Stage.ACTION_MONITORING)


@pytest.fixture
def part(review):
    return AgencyInvolvementFactory(review=review, agency__name="Tern Valley Housing")


@pytest.fixture
def officer(review):
    return playing(Role.CSP_OFFICER, to=review)


@pytest.fixture
def contact(part):
    return playing(Role.AGENCY_CONTACT, to=part, full_name="Edda Marsh")
