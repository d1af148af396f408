from django import forms as django_forms

from composite.models import Weight
from pages import fields, forms


class NarrowForm(forms.Form):
    """Which part of the story is wanted: what says a day or a name, and so stands in no address."""

    period_from = fields.LineField(
        label="From",
        help_text="A day, a month or a year, such as May 2016",
        width=20,
        required=False,
    )
    period_to = fields.LineField(label="To", width=20, required=False)
    words = fields.LineField(label="Words", width=20, required=False)


class AddressForm(django_forms.Form):
    """What the address says: codes and numbers. What makes no sense there is left out."""

    agency = django_forms.SlugField(required=False)
    person = django_forms.IntegerField(required=False)
    weight = django_forms.ChoiceField(choices=Weight.choices, required=False)
    enquiry = django_forms.UUIDField(required=False)
    after = django_forms.IntegerField(required=False)
    before = django_forms.IntegerField(required=False)
    at = django_forms.IntegerField(required=False)
