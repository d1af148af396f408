"""A share in per cent says so where the budget is another than when it was agreed."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from agencies.models import COMMAND_LINE
from costs.operations import sharing
from costs.queries.costs import costs_of
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.costs import BudgetFactory, ShareFactory
from tests.factories.reviews import ReviewFactory, playing

pytestmark = pytest.mark.django_db


def on(month, day, hour=12):
    return datetime(2026, month, day, hour, tzinfo=UTC)


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.EVIDENCE)


@pytest.fixture
def share(review):
    """A quarter of the budget, agreed on 1 February and recorded on the 3rd."""
    return ShareFactory(
        review=review, of_the_budget=True, agreed_on=date(2026, 2, 1), recorded_at=on(2, 3)
    )


def budget(review, amount, agreed_on, recorded_at, **told):
    return BudgetFactory(
        review=review, amount=Decimal(amount), agreed_on=agreed_on, recorded_at=recorded_at, **told
    )


def said(review):
    (shared,) = costs_of(review).shares
    return shared.since_agreed


def test_of_the_budget_it_was_agreed_for_nothing_is_said(review, share):
    budget(review, 10000, date(2026, 1, 20), on(1, 21))
    assert said(review) == ""


def test_a_budget_agreed_later_is_told_beside_the_earlier_on_the_page(client, review, share):
    budget(review, 10000, date(2026, 1, 20), on(1, 21))
    budget(review, 12000, date(2026, 3, 1), on(3, 1))
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    page = client.get(reverse("costs:costs", args=[review.reference])).content.decode()
    assert "Agreed when the budget was £10,000; now £12,000" in page
    share.agreed_on = date(2026, 3, 2)  # agreed anew
    share.save()
    assert said(review) == ""


def test_so_is_one_recorded_later_under_an_earlier_day(review, share):
    budget(review, 10000, date(2026, 1, 20), on(1, 21))
    budget(review, 12000, date(2026, 1, 25), on(3, 1))
    assert said(review) == "Agreed when the budget was £10,000; now £12,000"


def test_and_one_of_the_same_day_recorded_after_the_agreement_was(review):
    day = date(2026, 3, 1)
    ShareFactory(
        review=review, of_the_budget=True, agreed_on=day, recorded_at=on(3, 1, 9),
        agreement_noted_at=on(3, 1, 11),
    )  # fmt: skip
    budget(review, 10000, day, on(3, 1, 10))
    assert said(review) == ""
    budget(review, 12000, day, on(3, 1, 12))
    assert said(review) == "Agreed when the budget was £10,000; now £12,000"


def test_the_agreement_counts_and_not_the_proposal(review):
    """Proposed first, then a budget, then agreed: it was agreed for that budget."""
    share = ShareFactory(review=review, of_the_budget=True, proposed=True, recorded_at=on(3, 1, 9))
    budget(review, 10000, date(2026, 3, 1), on(3, 1, 10))
    agreed = {"agreed_on": date(2026, 3, 1), "agreed_by": "Its director"}
    now = {"today": date(2026, 3, 1), "by": COMMAND_LINE, "at": on(3, 1, 11)}
    sharing.agree_share(share=share, **agreed, **now)
    assert said(review) == ""


def test_and_one_in_the_place_of_a_budget_taken_back_since(review, share):
    budget(
        review, 10000, date(2026, 1, 20), on(1, 21),
        taken_back_at=on(3, 1), taken_back_because="A slip.",
    )  # fmt: skip
    assert said(review) == ""  # there is no budget to be a part of
    budget(review, 1000, date(2026, 1, 20), on(3, 1))
    assert said(review) == "Agreed when the budget was £10,000; now £1,000"


def test_a_slip_mended_before_the_share_was_recorded_is_not_told(review, share):
    budget(
        review, 99, date(2026, 1, 20), on(2, 2),
        taken_back_at=on(2, 2), taken_back_because="A slip.",
    )  # fmt: skip
    budget(review, 10000, date(2026, 1, 20), on(2, 2))
    assert said(review) == ""


def test_where_there_was_no_budget_then_that_is_said(review, share):
    budget(review, 12000, date(2026, 3, 1), on(3, 1))
    assert said(review) == "Agreed when no budget was recorded; now £12,000"


def test_an_amount_and_a_proposal_follow_no_budget(review):
    ShareFactory(review=review)
    ShareFactory(review=review, of_the_budget=True, proposed=True)
    budget(review, 12000, date(2026, 3, 1), on(3, 1))
    assert [one.since_agreed for one in costs_of(review).shares] == ["", ""]
