"""Who presses “Take it back” twice is told so; a stranger finds nothing before or after."""

from datetime import date

import pytest
from django.urls import reverse

from agencies.models import COMMAND_LINE
from costs.operations import paying, sharing
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.factories.costs import (
    BudgetFactory,
    ClaimFactory,
    FeeFactory,
    InvoiceFactory,
    ShareFactory,
)
from tests.factories.reviews import AT, ReviewFactory, playing

pytestmark = pytest.mark.django_db
SAID = "This was taken back already."
TODAY = date(2026, 3, 2)
NOW = {"today": TODAY, "by": COMMAND_LINE, "at": AT}
KINDS = {
    "budget": BudgetFactory, "fee": FeeFactory, "share": ShareFactory,
    "invoice": InvoiceFactory, "claim": ClaimFactory,
}  # fmt: skip


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.EVIDENCE)


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_press_goes_back_with_a_word(client, review, kind):
    made = KINDS[kind](review=review)
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    page = reverse("costs:take-back", args=[review.reference, kind, made.pk])
    first = client.post(page, {"because": "Typed twice."})
    assert SAID not in client.get(first.url).content.decode()
    second = client.post(page, {"because": "Once more."})
    assert second.url == reverse("costs:costs", args=[review.reference])
    words = client.get(second.url).content.decode()
    assert SAID in words
    assert "Once more." not in words
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))
    assert client.post(page).status_code == 404
    client.force_login(playing(Role.CSP_OFFICER, to=ReviewFactory()))
    assert client.post(page).status_code == 404


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("pay-invoice", "invoice"),
        ("agree-share", "share"),
        ("send-claim", "share"),
        ("receive-claim", "claim"),
    ],
)
def test_so_do_the_other_pages_of_what_was_taken_back(client, review, name, kind):
    made = KINDS[kind](review=review, taken_back=True)
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    page = reverse(f"costs:{name}", args=[review.reference, made.pk])
    assert SAID in client.get(page, follow=True).content.decode()
    assert SAID in client.post(page, follow=True).content.decode()


def test_nothing_more_happens_to_what_was_taken_back_a_moment_before(review):
    """The page was open when a colleague took it back."""
    invoice, claim = (KINDS[one](review=review, taken_back=True) for one in ("invoice", "claim"))
    share = ShareFactory(review=review, taken_back=True, proposed=True)
    with pytest.raises(Refused, match=SAID):
        paying.pay_invoice(invoice=invoice, paid_on=TODAY, **NOW)
    with pytest.raises(Refused, match=SAID):
        sharing.receive_claim(claim=claim, received_on=TODAY, **NOW)
    with pytest.raises(Refused, match=SAID):
        sharing.agree_share(share=share, agreed_on=TODAY, agreed_by="Its director", **NOW)
