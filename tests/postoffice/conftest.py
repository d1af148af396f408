"""A review cleared by the Home Office, its officer and today: Monday 2 March 2026."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from agencies.models import PostKind
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.actionplans import RecommendationFactory
from tests.factories.agencies import BodyAddressFactory, PostFactory, PublicBodyFactory
from tests.factories.reviews import ReviewFactory, playing

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
WORDS = "Amend the rules on gas fittings."


@pytest.fixture(autouse=True)
def _second_of_march():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.PUBLISHED)


@pytest.fixture
def officer(review):
    user = playing(Role.CSP_OFFICER, to=review)
    PostFactory(user=user, partnership=review.partnership, kind=PostKind.OFFICER)
    return user


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def when(officer):
    return {"by": officer, "at": NOW}


@pytest.fixture
def body(review):
    found = PublicBodyFactory(name="Office for Gas")
    BodyAddressFactory(body=found, partnership=review.partnership, email="post@gas.example")
    return found


@pytest.fixture
def asked(review, body):
    return RecommendationFactory(
        review=review, text=WORDS, elsewhere=True, public_body=body, addressee_words=body.name
    )
