from django import forms as django_forms

from costs.forms.days import UnusualField
from costs.forms.numbers import PaperNumberField
from costs.models import CostKind
from pages import fields, forms


class InvoiceForm(forms.Form):
    """An invoice that came."""

    supplier = fields.LineField(label="From whom?", help_text="A person or a firm.")
    number = PaperNumberField(label="Number of the invoice")
    kind = django_forms.ChoiceField(
        label="What for?", choices=CostKind.choices, widget=django_forms.RadioSelect
    )
    net = fields.MoneyField(label="Amount without VAT")
    vat = fields.MoneyField(
        label="VAT", help_text="Leave it out where there is none.", required=False
    )
    dated_on = fields.DateField(label="Day on the invoice", called="The day on the invoice")
    paid_on = fields.DateField(
        label="When was it paid?",
        called="The payment",
        help_text="Leave it out while it is not.",
        required=False,
    )
    unusual_reason = UnusualField()


class PaymentForm(forms.Form):
    paid_on = fields.DateField(label="When was it paid?", called="The payment")
