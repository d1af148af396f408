"""What officers type of a review's money: taken, or asked for again in plain words."""

from datetime import date

import pytest
from django.urls import reverse

from costs.models import Claim, Invoice
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.costs.test_costs import day
from tests.factories.costs import InvoiceFactory, ShareFactory
from tests.factories.reviews import ReviewFactory, playing

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.EVIDENCE)


@pytest.fixture
def officer(review):
    return playing(Role.CSP_OFFICER, to=review)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("33.333", "at most two figures after the point, like 33.33"),
        ("1000", "Enter a per cent of at most 100"),
        ("100000", "Enter a per cent of at most 100"),
        ("a third", "Enter a per cent, like 25 or 12.5"),
    ],
)
def test_a_per_cent_that_cannot_be_taken_is_told_in_plain_words(
    client, officer, review, typed, words
):
    client.force_login(officer)
    page = reverse("costs:add-share", args=[review.reference])
    said = client.post(page, {"per_cent": typed}).content.decode()
    assert words in said
    assert "Ensure" not in said


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200b", "\x07"])
def test_a_number_with_a_mark_that_is_not_seen_is_asked_for_again(client, officer, review, mark):
    client.force_login(officer)
    share = ShareFactory(review=review)
    for page in (
        reverse("costs:record-invoice", args=[review.reference]),
        reverse("costs:send-claim", args=[review.reference, share.pk]),
    ):
        told = {
            "supplier": "A firm", "number": f"INV-{mark}0042", "kind": "CHAIR", "net": "10",
            "amount": "10", **day("dated_on", TODAY), **day("sent_on", TODAY),
        }  # fmt: skip
        assert "a mark in it cannot be seen" in client.post(page, told).content.decode()
    assert not Invoice.objects.exists()
    assert not Claim.objects.exists()


def test_what_suppliers_write_turns_nothing_else_on_the_page(client, officer, review):
    InvoiceFactory(review=review, supplier="\u202eF", number="\u202e24")
    client.force_login(officer)
    words = client.get(reverse("costs:costs", args=[review.reference])).content.decode()
    assert "<bdi>\u202eF" in words
    assert '<bdi class="app-quiet">\u202e24</bdi>' in words
