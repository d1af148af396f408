"""Record invoices that came, and that they were paid."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from costs.access import entry_or_404
from costs.forms.invoices import InvoiceForm, PaymentForm
from costs.models import Invoice
from costs.operations import paying
from costs.views.asking import ask_of_costs
from pages.templatetags.money import pounds
from reviews import access
from reviews.access import Permission


@require_http_methods(["GET", "POST"])
def record_invoice(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.COSTS_WRITE)
    return ask_of_costs(
        request,
        review,
        InvoiceForm(request.POST or None),
        paying.record_invoice,
        heading="Record an invoice",
        button="Record the invoice",
        done="The invoice is recorded.",
        lede="One that comes to more than was agreed is kept, and the page says by how much.",
        about={"review": review},
    )


@require_http_methods(["GET", "POST"])
def pay_invoice(request: SignedInRequest, reference: str, invoice_id: int) -> HttpResponse:
    invoice: Invoice = entry_or_404(request.user, reference, "invoice", invoice_id)
    return ask_of_costs(
        request,
        invoice.review,
        PaymentForm(request.POST or None, initial={"paid_on": timezone.localdate()}),
        paying.pay_invoice,
        heading="Record that an invoice was paid",
        button="It is paid",
        done="The invoice is paid.",
        lede=f"{invoice.supplier}, {invoice.number}, {pounds(invoice.gross)} with VAT.",
        about={"invoice": invoice},
    )
