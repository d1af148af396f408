"""The Home Office's liaison sees packs that were sent and what is published, and nothing else."""

from datetime import date

import pytest
from django.urls import reverse

from agencies.models import PostKind
from publications.queries.work import packs_to_read
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.agencies import PostFactory, UserFactory
from tests.factories.publications import (
    PublicationFactory,
    QaSubmissionFactory,
    SubmissionItemFactory,
)
from tests.factories.reviews import ReviewFactory, playing
from tests.pages.reading import Html
from tests.publications.publishing import url
from tests.reviews.acting import downloaded

pytestmark = pytest.mark.django_db
LIST = "/home-office/"
TODAY = date(2026, 12, 3)


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.HO_QA)


@pytest.fixture
def liaison(review):
    return playing(Role.HOME_OFFICE_LIAISON, to=review)


@pytest.fixture
def reading(client, liaison):
    client.force_login(liaison)
    return client


def test_a_review_appears_with_its_first_submission(reading, review):
    item = SubmissionItemFactory(submission__review=review)
    shown = Html(reading.get(LIST).content.decode())
    assert "Nothing has been sent yet" in shown.text
    assert reading.get(url("liaison-review", review)).status_code == 404
    assert reading.get(url("liaison-file", review, item.pk)).status_code == 404

    item = SubmissionItemFactory(submission__review=review, submission__sent=True)
    shown = Html(reading.get(LIST).content.decode())
    assert review.reference in shown.text
    assert "20 November 2026" in shown.text
    pack = Html(reading.get(url("liaison-review", review)).content.decode())
    assert "Round 2, sent on 20 November 2026" in pack.text
    assert "Round 1" not in pack.text
    assert downloaded(reading, url("liaison-file", review, item.pk)) == b"Words that were sent."


def test_nothing_else_of_the_review_opens(reading, review):
    item = SubmissionItemFactory(submission__review=review, submission__sent=True)
    assert reading.get(url("item-file", review, 1, item.pk)).status_code == 404
    for name in ("home-office", "publication", "decide", "preview", "publish"):
        assert reading.get(url(name, review)).status_code == 404
    for name in ("round", "letter-file", "record-letter"):
        assert reading.get(url(name, review, 1)).status_code == 404
    assert reading.get(review.get_absolute_url()).status_code == 404


def test_the_published_set_is_shown_where_it_stands(client):
    review = ReviewFactory(at_stage=Stage.PUBLISHED)
    QaSubmissionFactory(review=review, sent=True)
    PublicationFactory(review=review)
    client.force_login(playing(Role.HOME_OFFICE_LIAISON, to=review))

    assert "10 December 2026" in client.get(LIST).content.decode()
    shown = Html(client.get(url("liaison-review", review)).content.decode())
    assert shown.find("a", href=url("library-review", review))


def test_another_partnerships_liaison_and_strangers_find_nothing(client, review):
    item = SubmissionItemFactory(submission__review=review, submission__sent=True)
    client.force_login(playing(Role.HOME_OFFICE_LIAISON, to=ReviewFactory()))
    assert review.reference not in client.get(LIST).content.decode()
    assert client.get(url("liaison-review", review)).status_code == 404
    assert client.get(url("liaison-file", review, item.pk)).status_code == 404

    client.force_login(UserFactory())
    assert client.get(LIST).status_code == 404


def test_a_post_opens_the_list_and_shows_the_way_to_it(client, review):
    post = PostFactory(kind=PostKind.HOME_OFFICE_LIAISON, partnership=review.partnership)
    client.force_login(post.user)

    assert client.get(LIST).status_code == 200
    assert Html(client.get("/").content.decode()).find("a", href=reverse("publications:liaison"))


def test_a_pack_to_read_is_work(liaison, review):
    QaSubmissionFactory(review=review, sent=True)

    (item,) = packs_to_read(liaison, TODAY)
    assert item.what == "Read round 1"
    assert item.href == url("liaison-review", review)
    assert packs_to_read(playing(Role.PANEL_MEMBER, to=review), TODAY) == []


@pytest.mark.parametrize("rows", [3, 30])
def test_the_list_asks_the_database_as_often_for_thirty(
    client, review, django_assert_max_num_queries, rows
):
    post = PostFactory(kind=PostKind.HOME_OFFICE_LIAISON, partnership=review.partnership)
    for _ in range(rows):
        SubmissionItemFactory(submission__sent=True)
    client.force_login(post.user)
    with django_assert_max_num_queries(12):
        client.get(LIST)
