"""What no paper may say beside names and addresses: recorded, looked for, known to few."""

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from anonymity.checking.all_checks import check_paper
from anonymity.checking.paper import Paper
from anonymity.models import KeptBack
from anonymity.operations.keeping_back import Secret, keep_back, remove
from anonymity.queries.certificates import known_now
from anonymity.queries.identifiers import known_of
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.factories.anonymity import KeptBackFactory
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db

SECRET = Secret(
    kind="FACT",
    words="multiple sclerosis",
    others=["Avonex"],
    published_as="a health condition",
)


def found(review, text):
    paper = Paper.of_text(f"BACKGROUND\n\n{text}")
    return {one.text: one.proposal for one in check_paper(paper, known_of(review))}


def test_a_fact_is_found_by_every_word_that_gives_it_away(review, chair):
    text = "Maris took Avonex, which is given for multiple sclerosis."
    before = found(review, text)
    keep_back(review=review, secret=SECRET, by=chair, at=timezone.now())
    after = found(review, text)
    assert after.items() - before.items()
    assert after["multiple sclerosis"] == "a health condition"
    assert "Avonex" in " ".join(after)


def test_a_place_and_a_number_are_found_too(review):
    KeptBackFactory(
        review=review,
        kind="PLACE",
        words="Larkrise House",
        others=["The Rise"],
        published_as="a refuge",
    )
    KeptBackFactory(review=review, kind="NUMBER", words="QX/77123/24", others=[], published_as="")
    said = found(review, "She was at Larkrise House, under QX/77123/24, then at The Rise again.")
    assert said["Larkrise House"] == "a refuge"
    assert {"QX/77123/24", "The Rise"} <= said.keys()


def test_a_certificate_does_not_outlive_what_it_did_not_know(review, chair):
    before = known_now(review)
    kept = keep_back(review=review, secret=SECRET, by=chair, at=timezone.now())
    with_it = known_now(review)
    remove(kept=kept, by=chair, at=timezone.now())
    assert (with_it != before, known_now(review)) == (True, before)


def test_it_lies_sealed_in_the_database(review):
    KeptBackFactory(review=review)
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, others FROM anonymity_keptback")
        row = " ".join(map(str, cursor.fetchone()))
    assert "sclerosis" not in row
    assert "relapse" not in row


def test_a_fact_wants_words_to_tell_it_by(review, chair, client):
    client.force_login(chair)
    page = client.post(
        reverse("anonymity:keep-back", args=[review.reference]),
        {"kind": "FACT", "words": "multiple sclerosis", "others": "Avonex\n", "published_as": " "},
    ).content.decode()
    assert "Enter how reports tell it instead" in page
    assert "Avonex" in page  # what was typed is still there
    assert not KeptBack.objects.exists()


@pytest.mark.parametrize("words", ["\u2060", "\u200d"])  # a field keeps joiners, for some scripts
def test_a_letter_that_nobody_sees_is_no_secret(review, chair, client, words):
    client.force_login(chair)
    said = {"kind": "PLACE", "words": words, "others": "The Rise", "published_as": "a refuge"}
    here = reverse("anonymity:keep-back", args=[review.reference])
    page = client.post(here, said).content.decode()
    assert "Enter what no paper may say" in page
    assert "The Rise" in page
    assert not KeptBack.objects.exists()


def test_the_officer_records_changes_and_removes_it(review, officer, client):
    client.force_login(officer)
    here = reverse("anonymity:kept-back", args=[review.reference])
    said = {
        "kind": "PLACE",
        "words": "Larkrise House",
        "others": "The Rise\n\nLarkrise",
        "published_as": "a refuge",
    }
    page = client.post(
        reverse("anonymity:keep-back", args=[review.reference]), said, follow=True
    ).content.decode()
    assert "also The Rise, Larkrise" in page
    kept = KeptBack.objects.get()
    change = reverse("anonymity:change-kept-back", args=[review.reference, kept.pk])
    assert "The Rise\nLarkrise" in client.get(change).content.decode()
    client.post(change, {**said, "words": "Larkrise"})
    assert "Larkrise House" not in client.get(here).content.decode()
    client.post(reverse("anonymity:remove-kept-back", args=[review.reference, kept.pk]))
    assert not KeptBack.objects.exists()


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.CSP_CHAIR])
def test_it_is_written_by_nobody_else(review, role):
    somebody = playing(role, to=review)
    with pytest.raises(Refused):
        keep_back(review=review, secret=SECRET, by=somebody, at=timezone.now())


def test_nothing_is_written_once_the_review_ended(review, chair):
    review.stage = Stage.CONCLUDED
    with pytest.raises(Refused, match="ended"):
        keep_back(review=review, secret=SECRET, by=chair, at=timezone.now())
