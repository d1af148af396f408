from django import forms as django_forms

from composite.models import FindingStanding
from pages import fields, forms


class DecideForm(forms.Form):
    """Whether a finding is so, and why."""

    standing = django_forms.ChoiceField(
        label="What do you make of it?",
        choices=[
            (FindingStanding.ACCEPTED.value, "It is so: the panel should know"),
            (FindingStanding.DISMISSED.value, "There is nothing in it"),
        ],
        widget=django_forms.RadioSelect,
        error_messages={"required": "Say what you make of it"},
    )
    reason = fields.ParagraphField(label="Why?", rows=3, error_messages={"required": "Say why"})


class TurnOffForm(forms.Form):
    reason = fields.LineField(
        label="Why is this check turned off?",
        help_text="Such as: one agency writes all days of the week wrong, and the panel knows.",
        error_messages={"required": "Say why this check is turned off"},
    )
