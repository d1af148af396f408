"""Fixtures of what an agency writes: its people, and the people who read it."""

import pytest

from reviews.access import Role
from tests.factories.agencies import AgencyFactory
from tests.factories.evidence import agreed_terms
from tests.factories.reviews import AgencyInvolvementFactory, playing


@pytest.fixture
def part(review):
    agreed_terms(review, lines=2)
    agency = AgencyFactory(name="Alder Trust", secure_email="secure@alder.example")
    return AgencyInvolvementFactory(review=review, agency=agency)


@pytest.fixture
def author(part):
    return playing(Role.IMR_AUTHOR, to=part, full_name="Ada Moss", email="ada@alder.example")


@pytest.fixture
def senior(part):
    return playing(Role.SENIOR_SIGN_OFF, to=part, full_name="Bo Lind", email="bo@alder.example")


@pytest.fixture
def chair(review):
    return playing(Role.INDEPENDENT_CHAIR, to=review, full_name="Cal Reed", email="cal@panel.test")


@pytest.fixture
def sign_in(client):
    """Sign somebody in and return their browser."""

    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in
