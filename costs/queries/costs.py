"""Everything that is recorded of the money of one review, as its page shows it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from costs.models import Budget, Claim, CostKind, Entry, Fee, Invoice, Share
from costs.queries.missing import missing_in
from costs.queries.shares import SharedBy, shares_from
from costs.queries.sums import Sums, sums_of
from reviews.models import Review


@dataclass(frozen=True)
class Kind:
    """One kind of cost: what was agreed for it, what was invoiced, and how much that is over."""

    label: str
    agreed: Decimal | None
    spent: Decimal | None
    over: Decimal


@dataclass(frozen=True)
class Costs:
    sums: Sums
    missing: list[str]
    kinds: list[Kind]
    budgets: list[Budget]
    fees: list[Fee]
    shares: list[SharedBy]
    invoices: list[Invoice]
    claims: list[Claim]
    taken_back: list[Entry]


def costs_of(review: Review) -> Costs:
    sums = sums_of([review.pk]).get(review.pk, Sums())
    budgets, fees = rows(Budget, review), rows(Fee, review)
    shares, invoices = rows(Share, review, "agency"), rows(Invoice, review)
    claims = rows(Claim, review, "share__agency")
    everything: list[Any] = [*budgets, *fees, *shares, *invoices, *claims]
    sent = [one for one in claims if one.stands]
    return Costs(
        sums=sums,
        missing=missing_in(sums),
        kinds=list(kinds_of(sums)),
        budgets=standing(budgets),
        fees=standing(fees),
        shares=shares_from(standing(shares), sent, budgets=budgets, budget=sums.budget),
        invoices=standing(invoices),
        claims=sent,
        taken_back=sorted((one for one in everything if one.taken_back_at), key=taken_back_at),
    )


def taken_back_at(entry: Any) -> Any:
    return entry.taken_back_at


def rows(model: Any, review: Review, *related: str) -> list[Any]:
    return list(model.objects.filter(review=review).select_related("taken_back_by", *related))


def standing(found: list[Any]) -> list[Any]:
    return [one for one in found if one.stands]


def kinds_of(sums: Sums) -> list[Kind]:
    return [
        Kind(kind.label, sums.fees.get(kind), sums.invoiced.get(kind), sums.over_in(kind))
        for kind in CostKind
        if kind in sums.fees or kind in sums.invoiced
    ]
