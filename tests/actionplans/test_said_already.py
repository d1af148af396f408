"""The same recommendation is recorded once, however often its form is sent."""

import pytest

from actionplans.models import Recommendation
from tests.actionplans.saying import address, errors
from tests.factories.reviews import AgencyInvolvementFactory

pytestmark = pytest.mark.django_db


def test_the_same_words_to_the_same_addressee_are_refused(signed_in, review, part):
    url = address(review, "add-recommendation")
    said = {"text": "Write a course.", "source": "PANEL", "scope": "LOCAL", "addressee": part.pk}
    signed_in.post(url, said)
    again = signed_in.post(url, {**said, "text": "write  a course"})
    assert errors(again) == {"text": ["This is recommendation 1 already."]}
    signed_in.post(url, {**said, "addressee": AgencyInvolvementFactory(review=review).pk})
    elsewhere = {**said, "addressee": "", "addressee_words": "North Sedge Trust"}
    signed_in.post(url, elsewhere)
    again = signed_in.post(url, elsewhere)
    assert errors(again) == {"text": ["This is recommendation 3 already."]}
    assert Recommendation.objects.count() == 3
