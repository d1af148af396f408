from django import forms as django_forms

from evidence.models import ScopingRoute
from pages import fields, forms


class ChaseForm(forms.Form):
    """How agencies are reminded, or were."""

    route = django_forms.ChoiceField(
        label="How?",
        choices=[
            (
                ScopingRoute.EMAIL,
                fields.Hinted("Email from here", hint="Sent now, to each that has an address"),
            ),
            *[(route.value, route.label) for route in ScopingRoute if route != ScopingRoute.EMAIL],
        ],
        widget=django_forms.RadioSelect,
        initial=ScopingRoute.EMAIL,
    )
    chased_on = fields.DateField(
        label="On which day?",
        help_text="For what was done elsewhere. An email from here goes today.",
        called="The day of the reminder",
        required=False,
    )
    note = fields.ParagraphField(
        label="Note",
        help_text="Who was reached and what they said. The agency does not see it.",
        rows=3,
        required=False,
    )

    def clean(self) -> None:
        said = super().clean() or self.cleaned_data
        by_email = said.get("route") == ScopingRoute.EMAIL
        if not by_email and "chased_on" in said and not said["chased_on"]:
            self.add_error("chased_on", "Enter the day of the reminder")
