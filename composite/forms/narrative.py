from django import forms as django_forms

from pages import fields, forms


class ParagraphForm(forms.Form):
    """A paragraph of the narrative, in published form."""

    text = fields.ParagraphField(
        label="The paragraph, as the report is to print it",
        help_text="Pseudonyms and months. A line that begins with ## is a heading.",
        rows=10,
        error_messages={"required": "Write the paragraph"},
    )
    seen = django_forms.CharField(required=False, widget=django_forms.HiddenInput)


class LeaveOutForm(forms.Form):
    reason = fields.LineField(
        label="Why is it left out?",
        help_text="Such as: routine contact that no line of enquiry turns on.",
        error_messages={"required": "Say why it is left out"},
    )
