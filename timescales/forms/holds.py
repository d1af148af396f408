from typing import Any

from django import forms as django_forms

from pages import fields, forms
from reviews.forms.sealed import SEALED
from timescales.models.cause import REASONS


class HoldForm(forms.Form):
    """A pause that was agreed."""

    cause = django_forms.ChoiceField(
        label="What does the review wait for?", choices=REASONS, widget=django_forms.RadioSelect
    )
    began_on = fields.DateField(label="Since when?", called="The beginning")
    review_on = fields.DateField(
        label="When is it looked at again?",
        called="The next look",
        help_text="Thirty days from now, unless something else was agreed.",
        required=False,
    )
    ended_on = fields.DateField(
        label="When did it end?",
        called="The end",
        help_text="Only where it is over, such as a trial before this system.",
        required=False,
    )
    agreed_by = fields.LineField(
        label="Who agreed it?", help_text="Names and posts, such as the chair and the CSP chair."
    )
    note = fields.ParagraphField(
        label="What exactly is awaited?",
        help_text=f"{SEALED} It is not part of any message.",
        rows=3,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if "review_on" in said and not said["review_on"] and not said.get("ended_on"):
            self.add_error("review_on", "Enter the day it is looked at again")
        return said


class LookForm(forms.Form):
    """That a hold was looked at again and goes on."""

    looked_on = fields.DateField(label="When was it looked at?", called="The look")
    note = fields.ParagraphField(
        label="What was found?",
        rows=3,
        error_messages={"required": "Say what was found, and why the hold goes on"},
    )
    next_on = fields.DateField(label="When is it looked at next?", called="The next look")


class EndForm(forms.Form):
    """That the review goes on."""

    ended_on = fields.DateField(label="When did the hold end?", called="The end")
    end_note = fields.ParagraphField(
        label="What allows the review to go on?",
        help_text=SEALED,
        rows=3,
        required=False,
    )


class ExtensionForm(forms.Form):
    """A later day for the report."""

    due_on = fields.DateField(label="Which day was agreed for the report?", called="The new day")
    agreed_on = fields.DateField(label="When was it agreed?", called="The agreement")
    agreed_by = fields.LineField(
        label="Who agreed it?", help_text="Such as the panel at its fourth meeting and the CSP."
    )
    cause = django_forms.ChoiceField(
        label="Why is more time needed?", choices=REASONS, widget=django_forms.RadioSelect
    )
    note = fields.ParagraphField(label="In your words", help_text=SEALED, rows=3, required=False)
    late_reason = fields.ParagraphField(
        label="Why only now?",
        help_text="Needed only where it was agreed after the day that it moves.",
        rows=2,
        required=False,
    )
