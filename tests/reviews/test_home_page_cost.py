"""A review's home costs the database the same few questions at every stage, for everybody."""

import pytest
from django.urls import reverse

from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.reviews import ReviewFactory, playing

pytestmark = pytest.mark.django_db

MOST = 14
SAVEPOINTS = 2  # of the test


@pytest.mark.parametrize("stage", Stage)
def test_a_review_s_home_asks_few_questions(client, stage, django_assert_max_num_queries):
    review = ReviewFactory(at_stage=stage)
    for role in (Role.CSP_OFFICER, Role.INDEPENDENT_CHAIR, Role.PANEL_MEMBER):
        client.force_login(playing(role, to=review))
        with django_assert_max_num_queries(MOST + SAVEPOINTS):
            assert client.get(reverse("reviews:home", args=[review.reference])).status_code == 200
