from typing import Any

from django import forms as django_forms

from pages import fields, forms
from panels.models import ParallelProcess, ProcessKind, ProcessStatus
from panels.models.process import OPEN
from panels.operations.processes import EFFECTS, Proceeding


class ProcessForm(forms.Form):
    """Another body's proceeding, as it stands."""

    kind = django_forms.ChoiceField(label="What kind of process?", choices=ProcessKind)
    status = django_forms.ChoiceField(
        label="How does it stand?",
        choices=[
            *((status.value, status.label) for status in OPEN),
            (ProcessStatus.ENDED, ProcessStatus.ENDED.label),
            (
                ProcessStatus.DOES_NOT_APPLY,
                fields.Hinted("Does not apply", hint="It was considered, and there is none"),
            ),
        ],
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select how it stands"},
    )
    body = fields.LineField(
        label="Who runs it?", help_text="Such as Northshire Police.", max_length=200, required=False
    )
    reference = fields.LineField(
        label="Their reference", help_text="Kept sealed and never published.", required=False
    )
    lead_contact = fields.ParagraphField(
        label="Lead contact",
        help_text="Name, post and how to reach them. Kept sealed.",
        rows=3,
        required=False,
    )
    started_on = fields.DateField(label="When did it start?", called="The start", required=False)
    holds_back = django_forms.MultipleChoiceField(
        label="What does it hold back?",
        choices=[
            ("family", "Contact with the family"),
            ("interviews", "Interviews with staff"),
            ("publication", "Publication"),
        ],
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )
    joined_up = fields.ParagraphField(
        label="How do the two work together?",
        help_text="The terms of reference say so.",
        rows=3,
        required=False,
    )
    disclosure = fields.ParagraphField(
        label="Disclosure",
        help_text="What is agreed with the disclosure officer about material of this review.",
        rows=3,
        required=False,
    )
    reporting_restrictions = fields.ParagraphField(
        label="Reporting restrictions", rows=2, required=False
    )
    outcome = fields.ParagraphField(
        label="Outcome",
        help_text="Verdict, sentence and minimum term, or conclusion. Kept sealed.",
        rows=3,
        required=False,
    )

    def proceeding(self) -> Proceeding:
        return Proceeding(**self.cleaned_data)

    @staticmethod
    def initial_of(process: ParallelProcess) -> dict[str, Any]:
        """Return a process as it stands in the boxes of the form."""
        asked = [name for name in ProcessForm.base_fields if name != "holds_back"]
        held = [effect for effect in EFFECTS if getattr(process, f"holds_back_{effect}")]
        return {**{name: getattr(process, name) for name in asked}, "holds_back": held}


class ProcessDateForm(forms.Form):
    on = fields.DateField(
        label="Day",
        called="The day",
        help_text="Past or to come, such as the first of a trial.",
        error_messages={"required": "Enter the day"},
    )
    what = fields.LineField(
        label="What happens, or happened",
        help_text="Such as: plea hearing.",
        max_length=200,
        error_messages={"required": "Say what happens on that day"},
    )
