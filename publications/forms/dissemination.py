from typing import Any

from django import forms as django_forms

from pages import fields, forms
from publications.models import RecipientKind, SentVia


class DisseminateForm(forms.Form):
    kind = django_forms.ChoiceField(label="Who was it sent to?", choices=RecipientKind)
    recipient = fields.LineField(
        label="Which one, and whose post",
        help_text="Such as: Northstead Women’s Aid, director. Nobody of the family by name.",
        max_length=200,
    )
    version = fields.LineField(
        label="Which paper, in which version?",
        help_text="Such as: overview report as published.",
        max_length=200,
    )
    sent_on = fields.DateField(label="When was it sent?", called="The day it was sent")
    sent_via = django_forms.ChoiceField(
        label="How?", choices=SentVia, widget=django_forms.RadioSelect
    )
    acknowledged_on = fields.DateField(
        label="When did they say that they have it?",
        called="The day they said they have it",
        required=False,
    )
    note = fields.ParagraphField(label="Note", rows=2, required=False)


class AcknowledgeForm(forms.Form):
    acknowledged_on = fields.DateField(
        label="When did they say that they have it?", called="The day they said they have it"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
