"""The demonstration loads through the same operations as anyone's work."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from agencies.models import Agency, User
from reviews.lifecycle import Stage
from reviews.models import Review

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def sign_ins(settings, tmp_path):
    settings.DEMONSTRATION, settings.DATA_DIR = True, tmp_path
    call_command("load_demonstration", verbosity=0)
    return json.loads((tmp_path / "demo-accounts.json").read_text())


def test_three_reviews_stand_at_three_stages(sign_ins):
    stages = dict(Review.objects.values_list("reference", "stage"))
    assert stages == {
        "WY-DHR-9": Stage.NOTIFIED,
        "WY-DHR-8": Stage.EVIDENCE,
        "WY-DHR-6": Stage.PUBLISHED,
    }
    assert Agency.objects.count() == 58


def test_everybody_signs_in_and_finds_a_first_page(sign_ins, client):
    for account in sign_ins:
        told = {"username": account["email"], "password": account["password"]}
        assert client.post(reverse("agencies:sign-in"), told).status_code == 302, account["role"]
        assert client.get("/").status_code == 200, account["role"]
        client.logout()


def test_every_review_opens_for_its_officer(sign_ins, client):
    client.force_login(User.objects.get(full_name="Olive Marsh"))
    for review in Review.objects.all():
        assert client.get(review.get_absolute_url()).status_code == 200


def test_it_is_loaded_only_into_an_empty_folder_of_its_own(sign_ins, settings):
    with pytest.raises(CommandError, match="starts from nothing"):
        call_command("load_demonstration", verbosity=0)
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError, match=r"only by run\.py"):
        call_command("load_demonstration", verbosity=0)
