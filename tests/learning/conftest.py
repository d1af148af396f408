from datetime import UTC, datetime

import pytest
import time_machine

from agencies.models import PostKind
from tests.factories.agencies import PostFactory

NOW = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _third_of_december():
    """It is Thursday 3 December 2026, half past nine."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def post():
    return PostFactory(kind=PostKind.OFFICER)


@pytest.fixture
def place(post):
    return post.partnership


@pytest.fixture
def officer(post):
    return post.user


@pytest.fixture
def signed_in(client, officer):
    """The CSP officer's browser."""
    client.force_login(officer)
    return client
