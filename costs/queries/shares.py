"""Who shares the cost, and whether a share in per cent is still of the budget it was agreed for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from costs.models import Budget, Claim, Share
from costs.queries.sums import amount_of_share
from pages.templatetags.money import pounds


@dataclass(frozen=True)
class SharedBy:
    """
    One body's share. amount: what it comes to; None for a per cent while no budget is recorded.

    since_agreed: that the budget is another than when the share was agreed; empty where it is not.
    """

    share: Share
    amount: Decimal | None
    claims: list[Claim]
    since_agreed: str

    @property
    def claimed(self) -> Decimal:
        return sum((claim.amount for claim in self.claims), Decimal(0))


def shares_from(
    shares: Iterable[Share],
    claims: Sequence[Claim],
    *,
    budgets: Sequence[Budget],
    budget: Decimal | None,
) -> list[SharedBy]:
    """budgets: all of the review, those taken back as well. budget: the one that counts."""
    return [
        SharedBy(
            share,
            amount_of_share(share.amount, share.per_cent, budget),
            [claim for claim in claims if claim.share_id == share.pk],
            since_agreed(share, budgets, budget),
        )
        for share in shares
    ]


def since_agreed(share: Share, budgets: Iterable[Budget], budget: Decimal | None) -> str:
    """Say what the budget was when a body agreed to a per cent of it, where it is another now."""
    if share.per_cent is None or share.agreed_on is None or budget is None:
        return ""
    before = max(
        (one for one in budgets if stood_for(share, one)),
        key=lambda one: (one.agreed_on, one.pk),
        default=None,
    )
    if before is None:
        return f"Agreed when no budget was recorded; now {pounds(budget)}"
    if before.amount == budget:
        return ""
    return f"Agreed when the budget was {pounds(before.amount)}; now {pounds(budget)}"


def stood_for(share: Share, budget: Budget) -> bool:
    """
    Test whether a budget was on record when a share was agreed.

    What was recorded before the agreement was, however late both were typed; one that was taken
    back only since then stood as well.
    """
    agreed_on, noted_at = share.agreed_on, share.agreement_noted_at or share.recorded_at
    if agreed_on is None or budget.agreed_on > agreed_on:
        return False
    if budget.recorded_at > noted_at and timezone.localdate(budget.recorded_at) >= agreed_on:
        return False
    return budget.taken_back_at is None or budget.taken_back_at > noted_at
