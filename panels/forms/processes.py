from typing import Any

from django import forms as django_forms

from pages import fields, forms
from panels.models import ParallelProcess, ProcessEffect, ProcessKind, ProcessStatus
from panels.models.process import OPEN
from panels.operations.processes import EFFECTS, Proceeding
from reviews.forms.sealed import READ_BY_PANEL, READ_BY_RUNNERS


class WhyField(fields.ParagraphField):
    def __init__(self) -> None:
        super().__init__(
            label="If it holds something back: why?",
            help_text="Whoever is stopped by it reads this: authors of agencies’ reports, too. "
            "Use no names.",
            rows=2,
            required=False,
        )


class MayLiftField(fields.LineField):
    def __init__(self) -> None:
        super().__init__(
            label="Who can lift it?",
            help_text="By post and not by name, such as the senior investigating officer.",
            max_length=200,
            required=False,
        )


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
        label="Their reference",
        help_text=f"{READ_BY_RUNNERS} It is never published.",
        required=False,
    )
    lead_contact = fields.ParagraphField(
        label="Lead contact",
        help_text=f"Name, post and how to reach them. {READ_BY_RUNNERS}",
        rows=3,
        required=False,
    )
    started_on = fields.DateField(label="When did it start?", called="The start", required=False)
    holds_back = django_forms.MultipleChoiceField(
        label="What does it hold back?",
        choices=ProcessEffect.choices,
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )
    held_back_why = WhyField()
    may_lift = MayLiftField()
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
        help_text=f"Verdict, sentence and minimum term, or conclusion. {READ_BY_PANEL}",
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
