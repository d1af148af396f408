from django import forms as django_forms

from costs.forms.days import UnusualField
from costs.models import CostKind
from pages import fields, forms


class BudgetForm(forms.Form):
    """What the review may cost in all."""

    amount = fields.MoneyField(label="How much is agreed for the review, without VAT?")
    agreed_on = fields.DateField(label="When was it agreed?", called="The agreement")
    agreed_by = fields.LineField(
        label="Who agreed it?", help_text="Such as the board of the partnership."
    )
    unusual_reason = UnusualField()
    note = fields.ParagraphField(
        label="Note",
        help_text="It is kept encrypted. Whoever sees what the review costs reads it.",
        rows=2,
        required=False,
    )


class FeeForm(forms.Form):
    """What somebody is to be paid."""

    kind = django_forms.ChoiceField(
        label="What for?", choices=CostKind.choices, widget=django_forms.RadioSelect
    )
    payee = fields.LineField(label="Who is paid?", help_text="A person or a firm.")
    day_rate = fields.MoneyField(
        label="Rate for a day",
        help_text="Without VAT. Leave it out where a sum was agreed.",
        required=False,
    )
    days = django_forms.DecimalField(
        label="How many days?",
        max_digits=4,
        decimal_places=1,
        required=False,
        widget=django_forms.TextInput(
            attrs={"inputmode": "decimal", "class": "govuk-input--width-4"}
        ),
        error_messages={
            "invalid": "Enter a number of days, like 12 or 12.5",
            "max_decimal_places": "Enter whole or half days, like 12.5",
            "max_digits": "Enter fewer than 1,000 days",
            "max_whole_digits": "Enter fewer than 1,000 days",
        },
    )
    amount = fields.MoneyField(
        label="Sum agreed",
        help_text="Without VAT. Not needed where a rate and the days are given.",
        required=False,
    )
    agreed_on = fields.DateField(label="When was it agreed?", called="The agreement")
    agreed_by = fields.LineField(label="Who agreed it?")
    unusual_reason = UnusualField()
