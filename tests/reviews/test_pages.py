"""Every page of a review, for somebody who may and somebody who may not."""

import pytest
from django.urls import reverse

from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.agencies import UserFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    DecisionFactory,
    NoticeFactory,
    PersonAddressFactory,
    PersonFactory,
    ReviewFactory,
    playing,
)

pytestmark = pytest.mark.django_db

PAGES = [
    "home",
    "history",
    "decision",
    "record-decision",
    "record-notice",
    "people",
    "add-person",
    "access",
    "admit",
]


@pytest.fixture
def review():
    review = ReviewFactory(at_stage=Stage.COMMISSIONED)
    PersonAddressFactory(person=PersonFactory(review=review))
    DecisionFactory(review=review)
    NoticeFactory(review=review)
    AgencyInvolvementFactory(review=review)
    return review


@pytest.mark.parametrize("page", PAGES)
def test_pages_open_for_the_csp_officer(client, review, page):
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    assert client.get(reverse(f"reviews:{page}", args=[review.reference])).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_not_there_for_a_stranger(client, review, page):
    client.force_login(UserFactory())
    assert client.get(reverse(f"reviews:{page}", args=[review.reference])).status_code == 404
