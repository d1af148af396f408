"""What a review costs: recorded, counted, shown to the partnership alone."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from agencies.models import COMMAND_LINE
from audit.models import AuditEvent
from costs.models import Budget, Claim, CostKind, Invoice, Share
from costs.operations import agreeing, paying, sharing
from costs.operations.taking_back import take_back
from costs.queries.costs import costs_of
from costs.queries.missing import missing_in
from costs.queries.sums import Sums, sums_of
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.factories.agencies import AgencyFactory
from tests.factories.costs import (
    BudgetFactory,
    ClaimFactory,
    FeeFactory,
    InvoiceFactory,
    ShareFactory,
)
from tests.factories.reviews import AT, AgencyInvolvementFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
NOW = {"today": TODAY, "by": COMMAND_LINE, "at": AT}


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.EVIDENCE)


def figures(review):
    return sums_of([review.pk]).get(review.pk, Sums())


def day(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


class TestFigures:
    def test_the_budget_agreed_last_counts_and_a_mistake_does_not(self, review):
        BudgetFactory(review=review, amount=Decimal(15000), agreed_on=date(2026, 2, 1))
        BudgetFactory(review=review, amount=Decimal(12000), agreed_on=date(2026, 1, 1))
        BudgetFactory(
            review=review, amount=Decimal(99), agreed_on=date(2026, 2, 20), taken_back=True
        )
        assert figures(review).agreed == Decimal(15000)

    def test_where_no_budget_is_agreed_the_fees_are_what_was(self, review):
        assert figures(review).agreed is None
        FeeFactory(review=review, amount=Decimal("8000.10"))
        FeeFactory(review=review, kind=CostKind.ADVOCACY, amount=Decimal("0.20"))
        assert figures(review).agreed == Decimal("8000.30")

    def test_pence_are_added_exactly(self, review):
        for _ in range(3):
            InvoiceFactory(review=review, net=Decimal("0.10"), vat=Decimal("0.02"))
        found = figures(review)
        assert (found.spent, found.vat) == (Decimal("0.30"), Decimal("0.06"))

    def test_more_than_was_agreed_is_kept_and_said(self, review):
        FeeFactory(review=review, amount=Decimal(2500))
        InvoiceFactory(review=review, net=Decimal(3000), paid_on=date(2026, 3, 1))
        InvoiceFactory(review=review, kind=CostKind.PRINTING, net=Decimal(100))
        found = figures(review)
        assert (found.over, found.over_in("CHAIR"), found.over_in("PRINTING")) == (600, 500, 0)
        assert (found.paid, found.to_pay) == (3000, 100)

    def test_a_per_cent_is_of_the_budget_to_the_penny(self, review):
        share = ShareFactory(review=review, amount=None, per_cent=Decimal("33.33"))
        assert costs_of(review).shares[0].amount is None
        BudgetFactory(review=review, amount=Decimal("1000.01"))
        assert costs_of(review).shares[0].amount == Decimal("333.30")
        assert share.size == "33.33 % of the budget"
        assert ShareFactory(per_cent=Decimal("30.00"), amount=None).size == "30 % of the budget"
        assert str(share) == f"share {share.pk} of review {review.pk}"

    def test_what_was_asked_and_received_for_shares(self, review):
        ClaimFactory(review=review, amount=Decimal(2000), received_on=date(2026, 3, 1))
        ClaimFactory(review=review, amount=Decimal(500))
        found = figures(review)
        assert (found.claimed, found.received, found.shared) == (2500, 2000, 8000)

    def test_many_reviews_cost_one_question(self, django_assert_num_queries):
        reviews = [BudgetFactory().review for _ in range(4)]
        with django_assert_num_queries(1):
            found = sums_of(review.pk for review in reviews)
        assert len(found) == 4
        with django_assert_num_queries(0):
            assert sums_of([]) == {}


class TestWhatIsMissing:
    def test_of_nothing_recorded_it_is_said_kindly(self, review):
        said = " ".join(missing_in(figures(review)))
        for words in ("No budget", "No fee of the independent chair", "a line for each body"):
            assert words in said

    def test_shares_that_do_not_add_up_are_said_with_the_difference(self, review):
        FeeFactory(review=review)
        BudgetFactory(review=review, amount=Decimal(9000))
        ShareFactory(review=review, amount=Decimal(4000))
        assert missing_in(figures(review)) == [
            "The shares come to £4,000 of £9,000: £5,000 is nobody’s share yet."
        ]
        other = ShareFactory(review=review, amount=Decimal("5500.50"), proposed=True)
        assert missing_in(figures(review)) == [
            f"Not agreed yet: the share of {other.agency}.",
            "The shares come to £9,500.50 of £9,000: £500.50 too much.",
        ]

    def test_shares_that_add_up_lack_nothing(self, review):
        FeeFactory(review=review)
        BudgetFactory(review=review, amount=Decimal(8000))
        ShareFactory(review=review, amount=Decimal(6000))
        ShareFactory(review=review, of_the_budget=True)
        assert missing_in(figures(review)) == []

    def test_per_cents_wait_for_a_budget_and_invoices_for_a_fee(self, review):
        FeeFactory(review=review)
        ShareFactory(review=review, of_the_budget=True)
        InvoiceFactory(review=review, kind=CostKind.PRINTING)
        said = " ".join(missing_in(figures(review)))
        assert "come to an amount once a budget is recorded" in said
        assert "Printing and publication: an invoice came" in said


class TestRecording:
    def budget(self, review, **told):
        told = {"amount": Decimal(9), "agreed_on": TODAY, "agreed_by": "The board", **told}
        return agreeing.agree_budget(review=review, **told, **NOW)

    def fee(self, review, **told):
        told = {"kind": "CHAIR", "payee": "A firm", "agreed_on": TODAY, "agreed_by": "X", **told}
        return agreeing.agree_fee(review=review, **told, **NOW)

    def invoice(self, review, **told):
        told = {
            "number": "7", "supplier": "A firm", "kind": "CHAIR", "net": Decimal(10),
            "vat": None, "dated_on": TODAY, **told,
        }  # fmt: skip
        return paying.record_invoice(review=review, **told, **NOW)

    def share(self, review, **told):
        told = {"agency": AgencyFactory(), "amount": Decimal(10), **told}
        return sharing.add_share(review=review, **told, **NOW)

    def test_a_fee_by_the_day_comes_to_its_sum(self, review):
        made = self.fee(review, day_rate=Decimal("333.33"), days=Decimal("1.5"))
        made.refresh_from_db()
        assert made.amount == Decimal("500.00")
        assert str(made) == f"fee {made.pk} of review {review.pk}"

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({}, "amount"),
            ({"day_rate": Decimal(400)}, "days"),
            ({"days": Decimal(4)}, "day_rate"),
            ({"day_rate": Decimal(400), "days": Decimal(4), "amount": Decimal(1)}, "amount"),
            ({"day_rate": Decimal(900000), "days": Decimal(400)}, "amount"),
        ],
    )
    def test_a_fee_that_does_not_fit_together_is_refused(self, review, told, field):
        with pytest.raises(Refused) as refusal:
            self.fee(review, **told)
        assert refusal.value.field == field

    def test_the_same_invoice_is_not_recorded_twice_unless_the_first_was_a_mistake(self, review):
        first = self.invoice(review)
        with pytest.raises(Refused, match="recorded already"):
            self.invoice(review, supplier="a firm")
        take_back(entry=first, because="Another review’s.", **NOW)
        assert self.invoice(review).pk != first.pk

    @pytest.mark.parametrize(
        ("told", "words"),
        [
            ({"net": Decimal(0)}, "more than nothing"),
            ({"vat": Decimal(11)}, "VAT must be less"),
            ({"dated_on": date(2026, 3, 3)}, "today or in the past"),
            ({"paid_on": date(2026, 3, 3)}, "today or in the past"),
        ],
    )
    def test_what_cannot_be_meant_is_refused(self, review, told, words):
        with pytest.raises(Refused, match=words):
            self.invoice(review, **told)
        assert not Invoice.objects.exists()

    def test_an_invoice_is_paid_once(self, review):
        made = self.invoice(review, vat=Decimal(2))
        paid = paying.pay_invoice(invoice=made, paid_on=TODAY, **NOW)
        assert (paid.paid_on, paid.gross) == (TODAY, Decimal(12))
        assert str(paid) == f"invoice {paid.pk} of review {review.pk}"
        with pytest.raises(Refused, match="paid already"):
            paying.pay_invoice(invoice=made, paid_on=TODAY, **NOW)

    def test_a_body_shares_once_and_its_share_is_agreed_once(self, review):
        made = self.share(review)
        with pytest.raises(Refused, match="has a share already"):
            self.share(review, agency=made.agency)
        sharing.agree_share(share=made, agreed_on=TODAY, agreed_by="Its director", **NOW)
        with pytest.raises(Refused, match="agreed already"):
            sharing.agree_share(share=made, agreed_on=TODAY, agreed_by="Again", **NOW)

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"per_cent": Decimal(5)}, "amount"),
            ({"amount": None}, "amount"),
            ({"amount": None, "per_cent": Decimal(101)}, "per_cent"),
            ({"agreed_on": TODAY}, "agreed_by"),
            ({"agreed_by": "Somebody"}, "agreed_on"),
        ],
    )
    def test_a_share_that_cannot_be_meant_is_refused(self, review, told, field):
        with pytest.raises(Refused) as refusal:
            self.share(review, **told)
        assert refusal.value.field == field
        assert not Share.objects.exists()

    def test_the_money_of_a_share_comes_once_and_the_share_stays_while_it_is_asked_for(
        self, review
    ):
        share = self.share(review)
        asking = {"share": share, "number": "A 1", "amount": Decimal(4), "sent_on": TODAY, **NOW}
        with pytest.raises(Refused, match="Record the agreement first"):
            sharing.send_claim(**asking)
        sharing.agree_share(share=share, agreed_on=TODAY, agreed_by="The board", **NOW)
        claim = sharing.send_claim(**asking)
        assert str(claim) == f"claim {claim.pk} of review {review.pk}"
        with pytest.raises(Refused, match="of this number is recorded already"):
            sharing.send_claim(**{**asking, "number": "a 1"})
        with pytest.raises(Refused, match="Take that back first"):
            take_back(entry=share, because="Wrong body.", **NOW)
        sharing.receive_claim(claim=claim, received_on=TODAY, **NOW)
        with pytest.raises(Refused, match="received already"):
            sharing.receive_claim(claim=claim, received_on=TODAY, **NOW)

    def test_what_is_taken_back_needs_a_reason_stays_and_counts_no_more(self, review):
        made = self.budget(review)
        assert str(made) == f"budget {made.pk} of review {review.pk}"
        with pytest.raises(Refused, match="Say why"):
            take_back(entry=made, because=" ", **NOW)
        take_back(entry=made, because="Of another review.", **NOW)
        assert figures(review).agreed is None
        assert Budget.objects.get().taken_back_because == "Of another review."
        with pytest.raises(Refused, match="taken back already"):
            take_back(entry=made, because="Again.", **NOW)

    def test_the_trail_says_what_was_recorded_and_no_amount_and_no_name(self, review):
        self.fee(review, payee="Hester Quill", amount=Decimal(7654))
        event = AuditEvent.objects.get(event="cost.fee_agreed")
        assert event.review_ref == review.reference
        assert "Hester" not in str(event.subjects)
        assert "7654" not in str(event.subjects)


class TestPages:
    # an emergency reader is admitted for hours: the routes try that page
    @pytest.mark.parametrize(
        "role", sorted(set(Role) - {Role.CSP_OFFICER, Role.CSP_CHAIR, Role.EMERGENCY_READER})
    )
    def test_nobody_but_the_partnership_finds_it(self, client, review, role):
        of_agency = {Role.AGENCY_CONTACT, Role.IMR_AUTHOR, Role.SENIOR_SIGN_OFF}
        place = AgencyInvolvementFactory(review=review) if role in of_agency else review
        client.force_login(playing(role, to=place))
        page = reverse("costs:costs", args=[review.reference])
        assert client.get(page).status_code == 404
        assert page not in client.get(review.get_absolute_url()).content.decode()

    def test_its_chair_reads_and_records_nothing(self, client, review):
        InvoiceFactory(review=review)
        client.force_login(playing(Role.CSP_CHAIR, to=review))
        words = client.get(reverse("costs:costs", args=[review.reference])).content.decode()
        assert "£3,000" in words
        assert "take-back" not in words
        assert client.get(reverse("costs:agree-budget", args=[review.reference])).status_code == 404

    def test_an_officer_records_everything_on_the_pages(self, client, review):
        body = AgencyInvolvementFactory(review=review).agency
        client.force_login(playing(Role.CSP_OFFICER, to=review))

        def post(name, *more, **told):
            page = reverse(f"costs:{name}", args=[review.reference, *more])
            assert client.get(page).status_code == 200
            return client.post(page, told, follow=True).content.decode()

        on = date(2026, 3, 1)
        agreed = {**day("agreed_on", on), "agreed_by": "The board"}
        post("agree-budget", amount="£12,000", note="", **agreed)
        post("agree-fee", kind="CHAIR", payee="A firm", day_rate="500", days="16", **agreed)
        post("add-share", agency=body.pk, per_cent="25")
        share = Share.objects.get()
        post("agree-share", share.pk, **agreed)
        post("send-claim", share.pk, number="C 1", amount="3000", **day("sent_on", on))
        post("receive-claim", Claim.objects.get().pk, **day("received_on", on))
        bill = {"supplier": "A firm", "number": "9", "kind": "CHAIR"}
        words = post("record-invoice", net="12,100", vat="2,420", **bill, **day("dated_on", on))
        assert "More was invoiced than was agreed" in words
        assert "£100 over" in words
        words = post("pay-invoice", Invoice.objects.get().pk, **day("paid_on", on))
        assert "£8,000" in words
        assert "£500 a day for 16 days" in words
        assert "£9,000 is nobody’s share yet" in words
        words = post("take-back", "invoice", Invoice.objects.get().pk, because="Another review’s.")
        assert "Another review’s." in words
        assert "over what" not in words
        home = client.get(review.get_absolute_url()).content.decode()
        assert "£0 of £12,000" in home

    def test_what_was_typed_survives_a_refusal(self, client, review):
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        page = reverse("costs:agree-fee", args=[review.reference])
        words = client.post(page, {"payee": "A firm of chairs", "amount": "a lot"}).content.decode()
        assert "A firm of chairs" in words
        assert "a lot" in words
        assert "Enter an amount in pounds" in words

    def test_there_is_no_such_kind_of_entry(self, client, review):
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        page = reverse("costs:take-back", args=[review.reference, "bribe", 1])
        assert client.get(page).status_code == 404

    def test_the_page_asks_as_often_for_many_entries_as_for_few(
        self, client, review, django_assert_max_num_queries
    ):
        for _ in range(30):
            InvoiceFactory(review=review)
            ClaimFactory(review=review)
            FeeFactory(review=review, taken_back=True)
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        with django_assert_max_num_queries(15):
            client.get(reverse("costs:costs", args=[review.reference]))

    def test_the_card_says_what_is_over_and_what_is_spent_without_a_budget(self, client, review):
        InvoiceFactory(review=review)
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        assert "£3,000 invoiced" in client.get(review.get_absolute_url()).content.decode()
        FeeFactory(review=review, amount=Decimal(2900))
        assert "£100 over what was agreed" in client.get(review.get_absolute_url()).content.decode()
