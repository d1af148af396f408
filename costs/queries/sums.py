"""What reviews cost, in figures: one question to the database for any number of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import CharField, F
from django.db.models.functions import Cast

from costs.models import Budget, Claim, Fee, Invoice, Share
from reviews.queries.asking import Question, Row, ask, told

NOTHING = Decimal(0)
PENNY = Decimal("0.01")
Rows = Mapping[str, list[Row]]


@dataclass(frozen=True)
class Contribution:
    """
    What one body gives. amount: in pounds; None for a per cent while no budget is agreed.
    """

    body: str
    amount: Decimal | None
    is_agreed: bool


@dataclass(frozen=True)
class Sums:
    """
    The money of one review, in pounds without VAT, or of several together.

    budget: the one agreed last; None without one. fees and invoiced: by kind.
    """

    budget: Decimal | None = None
    fees: Mapping[str, Decimal] = field(default_factory=dict)
    invoiced: Mapping[str, Decimal] = field(default_factory=dict)
    paid: Decimal = NOTHING
    vat: Decimal = NOTHING
    contributions: tuple[Contribution, ...] = ()
    claimed: Decimal = NOTHING
    received: Decimal = NOTHING

    @property
    def agreed(self) -> Decimal | None:
        """The budget, or the fees where none is agreed; None where neither is."""
        if self.budget is not None:
            return self.budget
        return sum(self.fees.values(), NOTHING) if self.fees else None

    @property
    def spent(self) -> Decimal:
        return sum(self.invoiced.values(), NOTHING)

    @property
    def to_pay(self) -> Decimal:
        return self.spent - self.paid

    @property
    def over(self) -> Decimal:
        """How much more was invoiced than agreed."""
        return max(self.spent - self.agreed, NOTHING) if self.agreed is not None else NOTHING

    def over_in(self, kind: str) -> Decimal:
        """How much more was invoiced of one kind than the fees agreed for it."""
        agreed = self.fees.get(kind)
        spent = self.invoiced.get(kind, NOTHING)
        return max(spent - agreed, NOTHING) if agreed is not None else NOTHING

    @property
    def shared(self) -> Decimal:
        """What bodies have agreed to contribute."""
        return sum((one.amount or NOTHING for one in self.contributions if one.is_agreed), NOTHING)

    @property
    def divided(self) -> Decimal:
        """What is divided among bodies, agreed or only proposed."""
        return sum((one.amount or NOTHING for one in self.contributions), NOTHING)

    @property
    def undivided(self) -> Decimal | None:
        """What of the budget is nobody's share; negative where shares come to more than it."""
        return None if self.budget is None else self.budget - self.divided

    @property
    def has_any(self) -> bool:
        return bool(self.agreed is not None or self.invoiced or self.contributions)


def sums_of(reviews: Iterable[int]) -> Mapping[int, Sums]:
    """Return the figures of each of these reviews, by its id, in one query."""
    ids = list(reviews)
    return sums_from(ask(asked_of(ids))) if ids else {}


def asked_of(reviews: Iterable[int]) -> Mapping[str, Question]:
    ids = list(reviews)

    def standing(model: Any) -> Any:
        return model.objects.standing().filter(review__in=ids)

    def figures(rows: Any, **fields: Any) -> Question:
        return told(rows, review=F("review_id"), pk=F("pk"), **fields)

    return {
        "budgets": figures(standing(Budget), amount=exact("amount"), agreed_on="agreed_on"),
        "fees": figures(standing(Fee), amount=exact("amount"), kind="kind"),
        "shares": figures(
            standing(Share),
            amount=exact("amount"),
            per_cent=exact("per_cent"),
            agreed_on="agreed_on",
            body="agency__name",
        ),
        "invoices": figures(
            standing(Invoice), net=exact("net"), vat=exact("vat"), kind="kind", paid_on="paid_on"
        ),
        "claims": figures(standing(Claim), amount=exact("amount"), received_on="received_on"),
    }


def exact(column: str) -> Cast:
    """An amount as text: a plain value would come back as a float."""
    return Cast(column, CharField())


def sums_from(rows: Rows) -> Mapping[int, Sums]:
    """Return the figures by review out of what came back."""
    by_review: dict[int, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for name, found in rows.items():
        for row in found:
            by_review[row["review"]][name].append(row)
    return {pk: sums(mine) for pk, mine in by_review.items()}


def sums(rows: Rows) -> Sums:
    budget = last_agreed(rows.get("budgets", []))
    invoices, claims = rows.get("invoices", []), rows.get("claims", [])
    return Sums(
        budget=budget,
        fees=by_kind(rows.get("fees", []), "amount"),
        invoiced=by_kind(invoices, "net"),
        paid=total(invoices, "net", done="paid_on"),
        vat=total(invoices, "vat"),
        contributions=tuple(contribution(row, budget) for row in rows.get("shares", [])),
        claimed=total(claims, "amount"),
        received=total(claims, "amount", done="received_on"),
    )


def last_agreed(rows: list[Row]) -> Decimal | None:
    if not rows:
        return None
    return Decimal(max(rows, key=lambda row: (row["agreed_on"] or date.min, row["pk"]))["amount"])


def by_kind(rows: Iterable[Row], column: str) -> Mapping[str, Decimal]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        found[row["kind"]] += Decimal(row[column])
    return dict(found)


def total(rows: Iterable[Row], column: str, *, done: str = "") -> Decimal:
    return sum((Decimal(row[column]) for row in rows if not done or row[done]), NOTHING)


def contribution(row: Row, budget: Decimal | None) -> Contribution:
    amount = Decimal(row["amount"]) if row["amount"] else None
    per_cent = Decimal(row["per_cent"]) if row["per_cent"] else None
    return Contribution(
        row["body"], amount_of_share(amount, per_cent, budget), row["agreed_on"] is not None
    )


def amount_of_share(
    amount: Decimal | None, per_cent: Decimal | None, budget: Decimal | None
) -> Decimal | None:
    """Return what a share comes to in pounds, to the penny."""
    if per_cent is None:
        return amount
    return None if budget is None else (budget * per_cent / 100).quantize(PENNY, ROUND_HALF_UP)
