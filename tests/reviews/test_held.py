"""What a person holds, read at once."""

from datetime import date

import pytest

from agencies.access import asked
from reviews import access
from reviews.access import Permission, Role, held_by
from reviews.access.held import Ids
from reviews.lifecycle import Stage
from reviews.models import Membership, Review
from tests.factories.agencies import UserFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing
from tests.reviews.acting import admit

pytestmark = pytest.mark.django_db


@pytest.fixture
def part():
    return AgencyInvolvementFactory()


def test_in_reviews_and_in_parts_each_their_own_in_one_query(part, django_assert_num_queries):
    user = playing(Role.IMR_AUTHOR, to=part)
    other = ReviewFactory()
    admit(user, Role.PANEL_MEMBER, other)
    with django_assert_num_queries(1):
        held = held_by(user)
    assert held.user == user
    assert held.parts(Permission.IMR_WRITE) == {part.pk}
    assert held.reviews(Permission.IMR_WRITE) == frozenset()
    assert held.reviews(Permission.PANEL_READ) == {other.pk}
    assert held.parts(Permission.PANEL_READ) == frozenset()
    assert held.reviews(Permission.PUBLISH) == frozenset()


def test_a_permission_held_twice_or_in_several_places():
    reviews = [ReviewFactory(), ReviewFactory()]
    user = playing(Role.PANEL_MEMBER, to=reviews[0])
    admit(user, Role.ADVISER, reviews[0])
    admit(user, Role.ADVISER, reviews[1])
    ReviewFactory()
    assert held_by(user).reviews(Permission.REVIEW_READ) == {review.pk for review in reviews}


def test_it_agrees_with_the_question_about_one_review(part):
    user = playing(Role.INDEPENDENT_CHAIR, to=part.review)
    held = held_by(user)
    for permission in Permission:
        is_held = access.has(user, permission, on=part.review)
        assert (part.review_id in held.reviews(permission)) is is_held


def test_nothing_in_a_review_that_has_ended(part):
    users = [playing(Role.IMR_AUTHOR, to=part), playing(Role.CSP_OFFICER, to=part.review)]
    type(part.review).objects.update(stage=Stage.CONCLUDED)
    for user in users:
        held = held_by(user)
        assert (held.in_reviews, held.in_parts) == ({}, {})


@pytest.mark.parametrize("over", [{"until_on": date(2026, 1, 6)}, {"removed_at": "2026-01-06T09Z"}])
def test_nothing_once_a_membership_is_over(part, over):
    user = playing(Role.PANEL_MEMBER, to=part.review)
    Membership.objects.filter(user=user).update(**over)
    assert held_by(user).in_reviews == {}


def test_nothing_for_a_stranger_who_is_asked_about_all_the_same():
    asked.set(False)
    held = held_by(UserFactory())
    assert (held.in_reviews, held.in_parts) == ({}, {})
    assert asked.get()


class TestIds:
    def test_a_query_takes_them_as_one_array(self):
        ids = Ids(ReviewFactory().pk for _ in range(3))
        found = Review.objects.filter(pk__in=ids)
        assert set(found.values_list("pk", flat=True)) == ids
        assert "unnest" in str(found.query)

    def test_none_asks_nothing(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert not list(Review.objects.filter(pk__in=Ids()))
