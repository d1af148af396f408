import pytest
import time_machine

from anonymity.models import Destination
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.families import FamilyContactFactory
from tests.factories.reports import DraftFactory, DraftReleaseFactory
from tests.factories.reviews import PersonFactory, ReviewFactory, playing
from tests.reports.copying import NOW, TODAY, UNTIL, certify


@pytest.fixture(autouse=True)
def _sixteenth_of_september():
    """It is Wednesday 16 September 2026, half past ten in London."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def review():
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
def member(review):
    return playing(Role.PANEL_MEMBER, to=review)


@pytest.fixture
def writing(client, chair):
    """The independent chair's browser."""
    client.force_login(chair)
    return client


@pytest.fixture
def draft(review):
    return DraftFactory(review=review, released=True)


@pytest.fixture
def certified(draft):
    certify(draft, Destination.FAMILY)
    certify(draft, Destination.ADVISERS)
    return draft


@pytest.fixture
def contact(review):
    return FamilyContactFactory(review=review, own_name="Ines Relative")


@pytest.fixture
def copy(certified):
    return DraftReleaseFactory(draft=certified, from_on=TODAY, until_on=UNTIL)
