from django import forms as django_forms

from pages import fields, forms
from timescales.models import Cause


class DelayForm(forms.Form):
    """What some days were spent on."""

    from_on = fields.DateField(label="First day", called="The first day")
    to_on = fields.DateField(label="Last day", called="The last day")
    cause = django_forms.ChoiceField(
        label="What were they spent on?", choices=Cause.choices, widget=django_forms.RadioSelect
    )
    note = fields.ParagraphField(
        label="Note", help_text="It is kept encrypted and does not print.", rows=2, required=False
    )
