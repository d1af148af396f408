"""What was recommended before in the same partnership is found, for whoever may read it."""

from datetime import date

import pytest
from django.db import connection

from actionplans.checks.likeness import are_alike
from actionplans.models import Recommendation
from actionplans.queries import earlier
from actionplans.queries.earlier import EarlierRecommendation, earlier_like
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.actionplans.pairs import alike
from tests.actionplans.saying import address, text
from tests.factories.actionplans import (
    ActionFactory,
    AddresseeAnswerFactory,
    MilestoneFactory,
    RecommendationFactory,
)
from tests.factories.reviews import ReviewFactory, admit

pytestmark = pytest.mark.django_db

ASKED = "All housing staff complete compulsory training in recognising coercive control."
BEFORE = "The partnership makes training on coercive control mandatory for housing officers."


@pytest.mark.parametrize(
    ("pairs", "wrong"), [(alike.SEEN, 1), (alike.UNSEEN, 0)], ids=["seen", "unseen"]
)
def test_likes_are_told_from_those_that_share_words(pairs, wrong):
    told = [(one, other) for one, other, same in pairs if are_alike(one, other) is not same]
    assert len(told) <= wrong


@pytest.fixture
def past(review):
    return ReviewFactory(partnership=review.partnership, at_stage=Stage.ACTION_MONITORING)


@pytest.fixture
def before(past):
    past.moves.filter(to_stage=Stage.PANEL_AGREED).update(moved_on=date(2019, 5, 2))
    return RecommendationFactory(review=past, text=BEFORE)


@pytest.fixture
def officer(officer, past):
    """The officer of both reviews."""
    admit(officer, Role.CSP_OFFICER, to=past)
    return officer


def test_it_is_told_with_its_year_and_how_far_it_came(officer, review, before):
    ActionFactory(recommendation=before, checked=True)
    half = ActionFactory(recommendation=before)
    for is_done in (True, False, False, False, False):
        MilestoneFactory(action=half, done=is_done)
    [found] = earlier_like(review, ASKED, reader=officer)
    assert found.in_short == "recommended in 2019, 60% done"
    assert found.where == f"Review {before.review.reference}, recommendation 1"
    assert found.href == before.get_absolute_url()
    assert earlier_like(review, "Fit locks to the back door of the shop.", reader=officer) == []
    assert earlier_like(review, "All of it.", reader=officer) == []


def test_of_a_review_that_is_not_theirs_nobody_learns_anything(chair, officer, review, before):
    assert earlier_like(review, ASKED, reader=chair) == []
    assert len(earlier_like(review, ASKED, reader=officer)) == 1


def test_other_partnerships_and_the_review_itself_are_left_out(officer, review):
    RecommendationFactory(review=review, text=BEFORE)
    elsewhere = RecommendationFactory(text=BEFORE)
    admit(officer, Role.CSP_OFFICER, to=elsewhere.review)
    assert earlier_like(review, ASKED, reader=officer) == []


def test_what_became_of_it_is_said_where_nothing_is_done(officer, review, before, past):
    def said():
        return earlier_like(review, ASKED, reader=officer)[0].in_short

    assert said() == "recommended in 2019, no action agreed"
    action = ActionFactory(recommendation=before)
    assert said() == "recommended in 2019, 0% done"
    action.status, action.given_up_because = "CANNOT_DO", "No money."
    action.save()
    assert said() == "recommended in 2019, ended without being done"
    action.delete()
    AddresseeAnswerFactory(recommendation=before, refused=True)
    assert said() == "recommended in 2019, not accepted"


def test_others_may_know_of_more_and_each_is_told_once(officer, review, before, monkeypatch):
    def brought_in(asked_for, words):
        assert (asked_for, words) == (review, ASKED)
        said = {"text": BEFORE, "where": "A report of 2017", "status": "Not known here"}
        return [
            EarlierRecommendation(year=2019, **said),
            EarlierRecommendation(year=2017, **said),
            EarlierRecommendation(year=2016, **{**said, "text": "Fit locks."}),
        ]

    monkeypatch.setattr(earlier, "providers", lambda: (brought_in, earlier.of_our_reviews))
    first, second = earlier_like(review, ASKED, reader=officer)
    assert first.href == before.get_absolute_url()
    assert second.in_short == "recommended in 2017, not known here"


def test_it_stands_beside_the_words_until_it_is_set_aside(client, officer, review, before):
    one = RecommendationFactory(review=review, text=ASKED)
    client.force_login(officer)
    page = text(client.get(one.get_absolute_url()))
    assert "It was recommended before in this partnership." in page
    assert "recommended in 2019, no action agreed" in page
    assert "recommended in 2019" in text(
        client.get(address(review, "change-recommendation", one.pk))
    )
    url = address(review, "set-aside-of-recommendation", one.pk, "earlier")
    client.post(url, {"reason": "The first never reached the contractors."})
    assert "recommended in 2019" not in text(client.get(one.get_absolute_url()))


def test_the_words_are_asked_of_their_index(before):
    words = earlier.looked_for(ASKED)
    asked = Recommendation.objects.annotate(words=earlier.WORDS).filter(words=words)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert "recommendation_words" in asked.explain()
