from django import forms as django_forms

from pages import fields, forms


class NarrowForm(forms.Form):
    """Which part of the story is wanted. Stands in the address."""

    agency = django_forms.CharField(required=False)
    period_from = fields.LineField(
        label="From",
        help_text="A day, a month or a year, such as May 2016",
        width=20,
        required=False,
    )
    period_to = fields.LineField(label="To", width=20, required=False)
    words = fields.LineField(label="Words", width=20, required=False)
