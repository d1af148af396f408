"""
The demonstration loads through the same operations as anyone's work.

Loading takes a while, so it is loaded once and looked at from every side.
"""

import json

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from agencies.models import Agency, User
from reviews.lifecycle import Stage
from reviews.models import Review

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TRUE_NAMES = ("Askerdale", "Winifred", "Clement")


@pytest.fixture
def sign_ins(settings, tmp_path):
    settings.DEMONSTRATION, settings.DATA_DIR = True, tmp_path
    call_command("load_demonstration", verbosity=0)
    return json.loads((tmp_path / "demo-accounts.json").read_text())


def test_the_demonstration(sign_ins, client, settings):
    three_reviews_stand_at_three_stages()
    everybody_signs_in_and_finds_a_first_page(sign_ins, client)
    every_review_opens_for_its_officer(client)
    the_published_one_stands_in_the_library(client)
    the_liaison_finds_what_was_sent_and_nothing_else(client)
    it_is_loaded_only_into_an_empty_folder_of_its_own(settings)


def three_reviews_stand_at_three_stages():
    stages = dict(Review.objects.values_list("reference", "stage"))
    assert stages == {
        "WY-DHR-9": Stage.NOTIFIED,
        "WY-DHR-8": Stage.EVIDENCE,
        "WY-DHR-6": Stage.PUBLISHED,
    }
    assert Agency.objects.count() == 58


def everybody_signs_in_and_finds_a_first_page(sign_ins, client):
    for account in sign_ins:
        told = {"username": account["email"], "password": account["password"]}
        assert client.post(reverse("accounts:sign-in"), told).status_code == 302, account["role"]
        assert client.get("/").status_code == 200, account["role"]
        client.logout()


def every_review_opens_for_its_officer(client):
    client.force_login(User.objects.get(full_name="Olive Marsh"))
    for review in Review.objects.all():
        assert client.get(review.get_absolute_url()).status_code == 200
    client.logout()


def the_published_one_stands_in_the_library(client):
    review = Review.objects.get(reference="WY-DHR-6")
    rounds = review.qa_submissions.order_by("round")
    assert [one.letter.outcome for one in rounds] == ["FURTHER_WORK", "CLEARED"]
    assert rounds[0].points.count() == 9
    page = reverse("publications:library-review", args=[review.reference])
    for item in ("", "report/", "summary/", "letter/", "action-plan/"):
        words = client.get(f"{page}{item}").content.decode()
        assert "Maren" in words, item
        assert not [name for name in TRUE_NAMES if name in words], item


def the_liaison_finds_what_was_sent_and_nothing_else(client):
    client.force_login(User.objects.get(full_name="Hugh Lamb"))
    words = client.get(reverse("publications:liaison")).content.decode()
    assert "WY-DHR-6" in words
    assert "WY-DHR-8" not in words


def it_is_loaded_only_into_an_empty_folder_of_its_own(settings):
    with pytest.raises(CommandError, match="starts from nothing"):
        call_command("load_demonstration", verbosity=0)
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError, match=r"only by run\.py"):
        call_command("load_demonstration", verbosity=0)
