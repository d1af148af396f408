from django import forms as django_forms

from evidence.models import ELSEWHERE, ScopingRoute
from evidence.rules.attempts import Attempt
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


class AttemptForm(forms.Form):
    """One attempt to get an answer, made elsewhere."""

    chased_on = fields.DateField(label="On which day?", called="The day of the attempt")
    route = django_forms.ChoiceField(
        label="How?",
        choices=[(route.value, route.label) for route in ELSEWHERE],
        widget=django_forms.RadioSelect,
    )
    tried_by = fields.LineField(
        label="Who tried?", help_text="Leave it empty where it was you.", required=False
    )
    tried_whom = fields.LineField(
        label="Who was written to, rung or met?", help_text="Name and post.", required=False
    )
    escalated_to = fields.LineField(
        label="Was it taken up to somebody higher? To which post, of which body?",
        help_text=(
            "Such as “chief executive of the company” or “its regulator”. A post, never a name: "
            "the report prints it. Leave it empty where it was not."
        ),
        max_length=200,
        required=False,
    )
    note = fields.ParagraphField(
        label="What came of it?",
        help_text="Were it nothing.",
        rows=3,
        error_messages={"required": "Say what came of it, were it nothing"},
    )

    def attempt(self) -> Attempt:
        return Attempt(**self.cleaned_data)
