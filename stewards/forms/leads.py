from typing import Any

from django import forms as django_forms

from agencies.models import Agency
from pages import fields, forms
from reviews.access import ADMITTED_BY_LEADS, Role
from reviews.models import AgencyInvolvement
from stewards.access import Led

NEEDED = "Needed for somebody who has no account yet."
PARTS = {
    Role.AGENCY_CONTACT: "Answers scoping letters and reports on actions",
    Role.IMR_AUTHOR: "Writes the report and sends the chronology",
    Role.SENIOR_SIGN_OFF: "Signs off what the agency sends",
}


class NameLeadForm(forms.Form):
    agency = django_forms.ModelChoiceField(
        label="Which body?",
        queryset=Agency.objects.none(),
        empty_label="Choose",
        error_messages={"required": "Choose the body they answer for"},
    )
    email = fields.EmailField(label="Email address")
    full_name = fields.LineField(label="Full name", help_text=NEEDED, required=False)

    def __init__(self, *args: Any, bodies: list[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ids = [body.pk for body in bodies]
        self.fields["agency"].queryset = Agency.objects.filter(pk__in=ids)  # type: ignore[attr-defined]


class Reference(django_forms.ModelChoiceField):  # type: ignore[type-arg]
    """An agency's part in a review, shown as the reference and nothing else of the review."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.review.reference)


class InviteForm(forms.Form):
    part = Reference(
        label="Which review?",
        queryset=AgencyInvolvement.objects.none(),
        empty_label="Choose",
        error_messages={"required": "Choose the review they work on"},
    )
    role = django_forms.ChoiceField(
        label="What is their part?",
        choices=[(role, fields.Hinted(role.label, hint=PARTS[role])) for role in ADMITTED_BY_LEADS],
        widget=django_forms.RadioSelect,
        error_messages={"required": "Choose their part"},
    )
    email = fields.EmailField(label="Email address")
    full_name = fields.LineField(label="Full name", help_text=NEEDED, required=False)
    until_on = fields.DateField(
        label="Last day",
        help_text="Leave empty to keep them until you or the CSP officer end it.",
        called="The last day",
        required=False,
    )

    def __init__(self, *args: Any, led: Led, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].queryset = led.parts()  # type: ignore[attr-defined]

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])
