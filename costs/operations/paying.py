"""Record invoices that came, and that they were paid."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from agencies.models import Actor, person_behind
from costs import rules
from costs.models import Invoice
from costs.operations.recording import locked, record
from reviews.models import Review


@transaction.atomic
def record_invoice(
    *,
    review: Review,
    number: str,
    supplier: str,
    kind: str,
    net: Decimal,
    vat: Decimal | None,
    dated_on: date,
    paid_on: date | None = None,
    unusual_reason: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> Invoice:
    """
    Record an invoice. One over what was agreed is kept: the page says by how much.

    Raises Refused without the right, for the same invoice twice, or figures and days that cannot
    be meant, or a day before the notification without a reason.
    """
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_can_write(by, review)
    rules.check_invoice_once(review, supplier, number)
    rules.check_amount(net, field="net", called="The amount without VAT")
    rules.check_vat(vat, net=net)
    rules.check_day(dated_on, field="dated_on", called="The day on the invoice", today=today)
    rules.check_usual_day(review, dated_on, unusual_reason, called="The day on the invoice")
    rules.check_day(paid_on, field="paid_on", called="The payment", today=today)
    made = Invoice.objects.create(
        review=review,
        number=number,
        supplier=supplier,
        kind=kind,
        net=net,
        vat=vat or Decimal(0),
        dated_on=dated_on,
        paid_on=paid_on,
        unusual_reason=unusual_reason,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("cost.invoice_recorded", made, by=by, at=at, kind=kind)
    return made


@transaction.atomic
def pay_invoice(
    *, invoice: Invoice, paid_on: date, today: date, by: Actor, at: datetime
) -> Invoice:
    """Record that an invoice was paid. Raises Refused likewise."""
    invoice = locked(invoice)
    rules.check_can_write(by, invoice.review)
    rules.check_not_paid(invoice)
    rules.check_day(paid_on, field="paid_on", called="The payment", today=today)
    invoice.paid_on = paid_on
    invoice.save(update_fields=["paid_on"])
    record("cost.invoice_paid", invoice, by=by, at=at)
    return invoice
