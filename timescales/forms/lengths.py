from django import forms as django_forms

from pages import fields, forms


class LengthForm(forms.Form):
    """How long a partnership gives for one thing."""

    days = django_forms.IntegerField(
        label="How many days?",
        widget=django_forms.TextInput(
            attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}
        ),
        error_messages={
            "required": "Enter a number of days",
            "invalid": "Enter a number of days, such as 28",
        },
    )
    kind = django_forms.ChoiceField(
        label="Which days count?",
        choices=[
            ("DAYS", "All days"),
            ("WORKING", "Working days: no weekends and no bank holidays of England and Wales"),
        ],
        initial="DAYS",
        widget=django_forms.RadioSelect,
    )
    from_on = fields.DateField(
        label="From which day on?",
        called="The first day",
        help_text="For clocks that start on that day or later. What has begun keeps its day.",
    )
    reason = fields.LineField(
        label="Why?", help_text="Shown beside the figure. No name and nothing of a case."
    )
