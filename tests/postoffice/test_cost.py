"""The pages of many recommendations ask as often as those of few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.postoffice import DispatchFactory, SentWordsFactory

pytestmark = pytest.mark.django_db
MOST = 19  # queries of a page, some of them to see whether an unopened letter would open


def test_the_pages_ask_no_more_for_many_than_for_few(desk, review, body):
    pages = [
        f"/partnerships/{review.partnership.slug}/recommendations/",
        f"/reviews/{review.reference}/post-office/",
        f"/reviews/{review.reference}/post-office/1/",
        f"/reviews/{review.reference}/post-office/2/",
    ]

    def costs():
        found = []
        for page in pages:
            with CaptureQueriesContext(connection) as asked:
                assert desk.get(page).status_code == 200
            found.append(len(asked))
        return found

    one = DispatchFactory(review=review, body=body, by_link=True, number=1)
    SentWordsFactory(dispatch=one)
    waiting = DispatchFactory(review=review, body=body, number=2)
    SentWordsFactory(dispatch=waiting)
    few = costs()
    for more in range(3):
        SentWordsFactory(dispatch=one)
        SentWordsFactory(dispatch=waiting)
        SentWordsFactory(
            dispatch=DispatchFactory(review=review, body=body, sent=True, number=9 + more)
        )
    many = costs()
    assert many == few
    assert max(many) <= MOST, many
