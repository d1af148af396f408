"""Reviews of one partnership, with an officer who may open them."""

from datetime import date

import pytest

from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.operations.clock import follow
from tests.factories.agencies import CommunitySafetyPartnershipFactory, PostFactory
from tests.factories.reviews import admit
from tests.timescales.counting import AFTER, moved
from tests.timescales.test_replayed import (
    LATE_DECISION,
    LONG_WITH_TRIAL,
    NEVER_EXTENDED,
    ON_HOLD_NOW,
    told,
)


@pytest.fixture
def place():
    return CommunitySafetyPartnershipFactory(name="Northside", slug="northside")


@pytest.fixture
def officer(place):
    return PostFactory(partnership=place).user


@pytest.fixture
def client_in(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def stories(place, officer):
    """
    Sent on the last day of six months; after 629 days; not yet; on the last day of twelve months,
    which began on a leap day.
    """
    found = {}
    for name, story, sent_on, published_on in (
        ("late", LATE_DECISION, date(2023, 9, 20), date(2024, 4, 1)),
        ("long", LONG_WITH_TRIAL, date(2023, 11, 1), date(2024, 3, 31)),
        ("held", ON_HOLD_NOW, None, None),
        ("never", NEVER_EXTENDED, date(2025, 2, 28), None),
    ):
        review = told(story)
        review.partnership = place
        review.save()
        if sent_on:
            moved(review, Stage.HO_SUBMITTED, sent_on)
        if published_on:
            moved(review, Stage.PUBLISHED, published_on)
        follow(review.pk, today=AFTER)
        admit(officer, Role.CSP_OFFICER, to=review)
        found[review.pk] = name
    return found
