"""May this be recorded of a review's money? Raises `Refused` in words fit to show."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from agencies.models import Actor, Agency
from costs.models import Claim, Entry, Invoice, Share
from costs.models.entry import LARGEST
from reviews import access
from reviews import rules as review_rules
from reviews.access import Permission, Refused
from reviews.models import Review

PENNY = Decimal("0.01")


def check_can_write(actor: Actor, review: Review) -> None:
    access.require(actor, Permission.COSTS_WRITE, on=review)
    review_rules.check_is_open(review)


def check_day(day: date | None, *, field: str, called: str, today: date) -> None:
    """Refuse a day on which this cannot have happened. A review may have costs before it opens."""
    review_rules.check_possible_on(day, field=field, called=called, today=today)


def check_usual_day(review: Review, day: date, reason: str, *, called: str) -> None:
    """Ask for a reason for what was agreed or billed before there was a review to pay for."""
    review_rules.check_reason_before_notification(review, day, reason, called=called)


def check_budget_once(review: Review, *, amount: Decimal, agreed_on: date, agreed_by: str) -> None:
    """Refuse what is on record word for word: a button was pressed twice."""
    same = review.budgets.standing().filter(
        amount=amount, agreed_on=agreed_on, agreed_by__iexact=agreed_by
    )
    if same.exists():
        raise Refused("This budget is recorded already: the same amount, day and who agreed it.")


def check_fee_once(
    review: Review, *, kind: str, payee: str, amount: Decimal, agreed_on: date
) -> None:
    """Refuse the same fee a second time: it would count twice."""
    same = review.fees.standing().filter(
        kind=kind, payee__iexact=payee, amount=amount, agreed_on=agreed_on
    )
    if same.exists():
        raise Refused(
            "This fee is recorded already. If there are two, record both as one with their sum.",
        )


def check_amount(amount: Decimal, *, field: str = "amount", called: str = "The amount") -> None:
    if not 0 < amount <= LARGEST:
        raise Refused(f"{called} must be more than nothing and below 10 million", field=field)


def check_vat(vat: Decimal | None, *, net: Decimal) -> None:
    if vat and vat > net:
        raise Refused("The VAT must be less than the amount without it", field="vat")


def amount_of_fee(
    amount: Decimal | None, day_rate: Decimal | None, days: Decimal | None
) -> Decimal:
    """
    Return what a fee comes to: the sum agreed, or the rate for the days agreed.

    Raises Refused where neither is said, only half of it, or both and they differ.
    """
    if (day_rate is None) != (days is None):
        missing = "days" if days is None else "day_rate"
        what = "how many days were agreed" if days is None else "the rate for a day"
        raise Refused(f"Say {what} as well, or only the sum", field=missing)
    if day_rate is None or days is None:
        if amount is None:
            raise Refused("Enter the sum agreed, or a rate for a day and the days", field="amount")
        return amount
    by_the_day = (day_rate * days).quantize(PENNY, ROUND_HALF_UP)
    if amount is not None and amount != by_the_day:
        raise Refused(
            f"The days come to £{by_the_day:,.2f}. Leave the sum out, or leave out rate and days",
            field="amount",
        )
    return by_the_day


def check_amount_or_per_cent(amount: Decimal | None, per_cent: Decimal | None) -> None:
    if (amount is None) == (per_cent is None):
        raise Refused("Enter an amount or a per cent of the budget: one of them", field="amount")
    if per_cent is not None and not 0 < per_cent <= 100:
        raise Refused("The per cent must be more than 0 and at most 100", field="per_cent")


def check_agreement(agreed_on: date | None, agreed_by: str) -> None:
    """Ask for both or neither: a share without them is proposed, not agreed."""
    if agreed_on and not agreed_by.strip():
        raise Refused("Say who agreed it", field="agreed_by")
    if agreed_by.strip() and not agreed_on:
        raise Refused("Say when it was agreed", field="agreed_on")


def check_shares_once(review: Review, agency: Agency) -> None:
    if review.shares.standing().filter(agency=agency).exists():
        raise Refused(
            f"{agency} has a share already. Take that one back first if it was wrong",
            field="agency",
        )


def check_stands(entry: Entry) -> None:
    if not entry.stands:
        raise Refused("This was taken back already.")


def check_not_agreed(share: Share) -> None:
    check_stands(share)
    if share.agreed_on:
        raise Refused("This share is agreed already.")


def check_invoice_once(review: Review, supplier: str, number: str) -> None:
    """Refuse the same invoice a second time: it would be paid twice."""
    same = review.invoices.standing().filter(number__iexact=number, supplier__iexact=supplier)
    if same.exists():
        raise Refused("This invoice of theirs is recorded already", field="number")


def check_not_paid(invoice: Invoice) -> None:
    check_stands(invoice)
    if invoice.paid_on:
        raise Refused("This invoice is recorded as paid already.")


def check_can_claim(share: Share, number: str) -> None:
    """Refuse to ask for a share that nobody has agreed, or by the same invoice twice."""
    check_stands(share)
    if share.agreed_on is None:
        raise Refused("This share is only proposed. Record the agreement first.")
    if share.claims.filter(taken_back_at__isnull=True, number__iexact=number).exists():
        raise Refused("An invoice of this number is recorded already", field="number")


def check_not_received(claim: Claim) -> None:
    check_stands(claim)
    if claim.received_on:
        raise Refused("The money for this invoice is recorded as received already.")


def check_can_take_back(actor: Actor, entry: Entry, because: str) -> None:
    check_can_write(actor, entry.review)
    check_stands(entry)
    if isinstance(entry, Share) and entry.claims.filter(taken_back_at__isnull=True).exists():
        raise Refused("An invoice was sent for this share. Take that back first.")
    if not because.strip():
        raise Refused("Say why it is taken back", field="because")
