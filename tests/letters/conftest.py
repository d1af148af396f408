"""A review just notified, its officer, two agencies and today: Monday 2 February 2026."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from agencies.models import PostKind
from reviews.access import Role
from reviews.models import PersonRole
from tests.factories.agencies import AgencyContactFactory, PostFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonAddressFactory,
    PersonFactory,
    ReviewFactory,
    playing,
)

TODAY = date(2026, 2, 2)
NOW = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def review():
    """It is about Oriel Vantongren, called Maris; Tamsin Quarrell is a friend who was heard."""
    review = ReviewFactory(period_from=date(2023, 4, 5), period_to=date(2026, 1, 2))
    victim = PersonFactory(
        review=review,
        true_name="Oriel Vantongren",
        pseudonym="Maris",
        aliases=["Orrie V"],
        born_on=date(1985, 6, 7),
    )
    PersonAddressFactory(person=victim, address="1 Nowhere Lane, Norham")
    PersonFactory(review=review, true_name="Tamsin Quarrell", role=PersonRole.FRIEND)
    return review


@pytest.fixture
def officer(review):
    user = playing(Role.CSP_OFFICER, to=review, full_name="Ola Farrow", email="ola@csp.example")
    PostFactory(user=user, partnership=review.partnership, kind=PostKind.OFFICER)
    return user


@pytest.fixture
def desk(client, officer):
    """The officer's browser."""
    client.force_login(officer)
    return client


@pytest.fixture
def when(officer):
    """What every operation is told last."""
    return {"today": TODAY, "by": officer, "at": NOW}


@pytest.fixture
def alder(review):
    part = AgencyInvolvementFactory(review=review, agency__name="Alder Trust")
    AgencyContactFactory(
        agency=part.agency, full_name="Ines Okoro", job_title="Named nurse", is_single_point=True
    )
    return part


@pytest.fixture
def birch(review):
    return AgencyInvolvementFactory(review=review, agency__name="Birch Police")
