"""What stands around every page."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from agencies.access import Refused
from dhr.context import hats
from dhr.middleware import RefusedMiddleware
from reviews.models import Role
from tests.factories.agencies import UserFactory
from tests.factories.reviews import PersonFactory, ReviewFactory, playing
from tests.privacy.keyrings import ring


def test_a_refusal_that_no_view_expected_is_shown_in_its_words(client, django_user_model, db):
    request = RequestFactory().get("/")
    request.user = UserFactory()
    request.session = {}
    shown = RefusedMiddleware(lambda _: None).process_exception(request, Refused("Not today."))
    assert shown.status_code == 403
    assert b"Not today." in shown.content


def test_every_other_fault_stays_a_fault():
    request = RequestFactory().get("/")
    assert RefusedMiddleware(lambda _: None).process_exception(request, ValueError("x")) is None


def test_who_is_signed_out_wears_no_hat():
    assert hats(RequestFactory().get("/")) == {}


@pytest.mark.django_db
def test_a_person_of_one_part_wears_it(client):
    review = ReviewFactory()
    client.force_login(playing(Role.ADVISER, to=review, full_name="Ada Voss"))
    page = client.get("/").content.decode()
    assert "Specialist adviser" in page
    assert "Ada Voss" in page
    assert "OFFICIAL-SENSITIVE" in page


@pytest.mark.django_db
def test_without_its_key_a_page_says_that_it_cannot_be_read_and_shows_nothing(
    client, settings, caplog
):
    review = ReviewFactory()
    PersonFactory(review=review, true_name="Ann Invented")
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    where = reverse("reviews:people", kwargs={"reference": review.reference})
    assert b"Ann Invented" in client.get(where).content

    settings.FIELD_KEYS = ring("k9")
    shown = client.get(where)

    assert shown.status_code == 503
    assert b"Something here cannot be read now" in shown.content
    assert "needs a key that FIELD_KEYS does not name" in caplog.text
    for told in (shown.content.decode(), caplog.text):
        assert "Ann" not in told
        assert "aesgcm" not in told
