"""What the invented reviews cost: one is paid, of one much is still to be written down."""

from decimal import Decimal
from typing import Any

from agencies.models import Agency
from costs.models import CostKind
from costs.operations import agreeing, paying, sharing
from dhr.demonstration import people
from dhr.demonstration.clock import Clock
from reviews.models import Review

# days ago, number, from whom, for what, without VAT, paid days ago
BILLS_PUBLISHED = (
    (900, "CW-011", "Irene Vale", CostKind.CHAIR, "3500", 880),
    (700, "CW-019", "Irene Vale", CostKind.CHAIR, "4200", 672),
    (455, "CW-027", "Irene Vale", CostKind.CHAIR, "2800", 430),
    (690, "L-2207", "Lantern Independent Advocacy", CostKind.ADVOCACY, "900", 660),
    (105, "4410", "Vale Print Works", CostKind.PRINTING, "412.50", 90),
)
BILLS_IN_EVIDENCE = (
    (95, "2031", "Irene Vale", CostKind.CHAIR, "3250", 70),
    (20, "2044", "Irene Vale", CostKind.CHAIR, "2600", None),
    (33, "T-88", "Calderwick Language Line", CostKind.INTERPRETING, "184.20", None),
)
SHARES_PUBLISHED = (
    ("Wychmere Community Safety Team", "4000"),
    ("Calderwick Constabulary", "4000"),
    ("Vale and Moor Integrated Care Board", "4000"),
)
SHARES_IN_EVIDENCE = (
    ("Wychmere Community Safety Team", "40", 60),
    ("Calderwick Constabulary", "30", 55),
    ("Wychmere Hospitals NHS Trust", "20", None),
)


class Purse:
    """The money of one review, recorded by its CSP officer."""

    def __init__(self, review: Review, clock: Clock) -> None:
        self.review, self.clock = review, clock

    @property
    def acting(self) -> dict[str, Any]:
        by = people.user(people.OFFICER)
        return {"today": self.clock.today, "by": by, "at": self.clock.now}

    def agree(self, budget: str, *, days: int) -> None:
        agreeing.agree_budget(
            review=self.review,
            amount=Decimal(budget),
            agreed_on=self.clock.ago(days=days),
            agreed_by="Board of the partnership",
            **self.acting,
        )

    def fee(self, kind: str, payee: str, *, ago: int, **told: Any) -> None:
        agreeing.agree_fee(
            review=self.review,
            kind=kind,
            payee=payee,
            agreed_on=self.clock.ago(days=ago),
            agreed_by="Head of community safety",
            **told,
            **self.acting,
        )

    def bill(
        self, days: int, number: str, supplier: str, kind: str, net: str, paid: int | None
    ) -> None:
        paying.record_invoice(
            review=self.review,
            number=number,
            supplier=supplier,
            kind=kind,
            net=Decimal(net),
            vat=(Decimal(net) / 5).quantize(Decimal("0.01")),
            dated_on=self.clock.ago(days=days),
            paid_on=None if paid is None else self.clock.ago(days=paid),
            **self.acting,
        )

    def share(self, body: str, *, agreed: int | None, **size: Any) -> None:
        share = sharing.add_share(
            review=self.review,
            agency=Agency.objects.get(name=body),
            agreed_on=None if agreed is None else self.clock.ago(days=agreed),
            agreed_by="" if agreed is None else "Finance business partner",
            **size,
            **self.acting,
        )
        if share.amount:
            claim = sharing.send_claim(
                share=share,
                number=f"WY-{share.pk}",
                amount=share.amount,
                sent_on=self.clock.ago(days=400),
                **self.acting,
            )
            received_on = self.clock.ago(days=365)
            sharing.receive_claim(claim=claim, received_on=received_on, **self.acting)


def of_published(review: Review, clock: Clock) -> None:
    purse = Purse(review, clock)
    purse.agree("12000", days=1040)
    purse.fee(
        CostKind.CHAIR, "Irene Vale", ago=1000,
        day_rate=Decimal(500), days=Decimal(20),
    )  # fmt: skip
    purse.fee(CostKind.ADVOCACY, "Lantern Independent Advocacy", ago=950, amount=Decimal(900))
    for bill in BILLS_PUBLISHED:
        purse.bill(*bill)
    for body, amount in SHARES_PUBLISHED:
        purse.share(body, agreed=980, amount=Decimal(amount))


def of_in_evidence(review: Review, clock: Clock) -> None:
    purse = Purse(review, clock)
    purse.agree("14000", days=150)
    purse.fee(CostKind.CHAIR, "Irene Vale", ago=148, amount=Decimal(9750))
    for bill in BILLS_IN_EVIDENCE:
        purse.bill(*bill)
    for body, per_cent, agreed in SHARES_IN_EVIDENCE:
        purse.share(body, agreed=agreed, per_cent=Decimal(per_cent))
