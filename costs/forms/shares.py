from typing import Any

from django import forms as django_forms

from agencies.models import Agency
from costs.forms.numbers import PaperNumberField
from pages import fields, forms
from reviews.models import Review


class ShareForm(forms.Form):
    """What one body contributes."""

    agency = django_forms.ModelChoiceField(
        label="Which body contributes?", queryset=Agency.objects.filter(closed_on__isnull=True)
    )
    amount = fields.MoneyField(label="Amount", help_text="Or a per cent, below.", required=False)
    per_cent = django_forms.DecimalField(
        label="Per cent of the budget",
        max_digits=5,
        decimal_places=2,
        required=False,
        widget=django_forms.TextInput(
            attrs={"inputmode": "decimal", "class": "govuk-input--width-4"}
        ),
        error_messages={
            "invalid": "Enter a per cent, like 25 or 12.5",
            "max_decimal_places": "Enter a per cent with at most two figures after the point, "
            "like 33.33",
            "max_digits": "Enter a per cent of at most 100",
            "max_whole_digits": "Enter a per cent of at most 100",
        },
    )
    agreed_on = fields.DateField(
        label="When was it agreed?",
        called="The agreement",
        help_text="Leave it out while the share is only proposed.",
        required=False,
    )
    agreed_by = fields.LineField(
        label="Who agreed it for the body?", help_text="A name and a post.", required=False
    )

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["agency"]
        asked = set(review.involvements.values_list("agency", flat=True))
        bodies = list(field.queryset)
        field.choices = [
            ("", "Choose a body"),
            ("In this review", [(one.pk, str(one)) for one in bodies if one.pk in asked]),
            ("Of the directory", [(one.pk, str(one)) for one in bodies if one.pk not in asked]),
        ]


class AgreementForm(forms.Form):
    """That a share that was proposed is agreed."""

    agreed_on = fields.DateField(label="When was it agreed?", called="The agreement")
    agreed_by = fields.LineField(
        label="Who agreed it for the body?", help_text="A name and a post."
    )


class ClaimForm(forms.Form):
    """An invoice that was sent to a body for its share."""

    number = PaperNumberField(label="Number of the invoice")
    amount = fields.MoneyField(label="Amount without VAT")
    sent_on = fields.DateField(label="When was it sent?", called="The day it was sent")


class ReceiptForm(forms.Form):
    received_on = fields.DateField(label="When did the money come?", called="The day it came")
