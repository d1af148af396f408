"""What officers type of a review's money: taken, or asked for again in plain words."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from costs.models import Budget, Claim, Fee, Invoice
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.costs.test_costs import day
from tests.factories.costs import InvoiceFactory, ShareFactory
from tests.factories.reviews import AT, ReviewFactory, playing

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


@pytest.mark.parametrize("mark", ["\u200c", "\u200d"])
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


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200b", "\x07"])
def test_a_number_is_kept_without_what_shows_nothing(client, officer, review, mark):
    client.force_login(officer)
    page = reverse("costs:record-invoice", args=[review.reference])
    client.post(page, {**BILL, "number": f"INV-{mark}0042", **day("dated_on", TODAY)})
    assert Invoice.objects.get().number == "INV-0042"


def test_what_suppliers_write_turns_nothing_else_on_the_page(client, officer, review):
    InvoiceFactory(review=review, supplier="\u202eF", number="\u202e24")
    client.force_login(officer)
    words = client.get(reverse("costs:costs", args=[review.reference])).content.decode()
    assert "<bdi>\u202eF" in words
    assert '<bdi class="app-quiet">\u202e24</bdi>' in words


BILL = {"supplier": "A firm", "number": "9", "kind": "CHAIR", "net": "10"}
AGREED = {"amount": "12000", "agreed_by": "The board"}
FEE = {"kind": "CHAIR", "payee": "A firm", "amount": "500", "agreed_by": "The board"}


@pytest.mark.parametrize(
    ("name", "told", "field", "model"),
    [
        ("agree-budget", AGREED, "agreed_on", Budget),
        ("agree-fee", FEE, "agreed_on", Fee),
        ("record-invoice", BILL, "dated_on", Invoice),
    ],
)
def test_a_day_before_the_notification_is_kept_with_its_reason_and_shown_as_unusual(
    client, officer, review, name, told, field, model
):
    client.force_login(officer)
    page = reverse(f"costs:{name}", args=[review.reference])
    told = {**told, **day(field, review.notified_on - timedelta(days=1))}
    words = client.post(page, told, follow=True).content.decode()
    assert "is before the partnership was told of the death" in words
    assert not model.objects.exists()
    words = client.post(page, {**told, "unusual_reason": "A standing rate."}, follow=True)
    assert "About the day: A standing rate." in words.content.decode()
    assert "Unusual" in words.content.decode()
    assert getattr(model.objects.get(), field) == review.notified_on - timedelta(days=1)


@pytest.mark.parametrize(
    ("name", "told", "model"), [("agree-budget", AGREED, Budget), ("agree-fee", FEE, Fee)]
)
def test_the_same_sent_twice_is_recorded_once(client, officer, review, name, told, model):
    client.force_login(officer)
    page = reverse(f"costs:{name}", args=[review.reference])
    told = {**told, **day("agreed_on", review.notified_on)}
    client.post(page, told)
    assert "is recorded already" in client.post(page, told).content.decode()
    assert model.objects.count() == 1
    model.objects.update(taken_back_at=AT, taken_back_because="A slip.")
    client.post(page, told)
    assert model.objects.standing().count() == 1
    client.post(page, {**told, "amount": "700"})
    assert model.objects.standing().count() == 2


def test_a_late_invoice_comes_and_is_paid_after_publication(client):
    published = ReviewFactory(at_stage=Stage.PUBLISHED)
    client.force_login(playing(Role.CSP_OFFICER, to=published))
    page = reverse("costs:record-invoice", args=[published.reference])
    client.post(page, {**BILL, **day("dated_on", TODAY)})
    made = Invoice.objects.get()
    page = reverse("costs:pay-invoice", args=[published.reference, made.pk])
    assert (
        "The invoice is paid."
        in client.post(page, day("paid_on", TODAY), follow=True).content.decode()
    )
