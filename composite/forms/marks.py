from typing import Any, cast

from django import forms as django_forms

from composite.models import Weight
from pages import fields, forms
from panels.models import KeyLineOfEnquiry


class WeighForm(forms.Form):
    """How much an event matters, and on which lines of enquiry it bears."""

    weight = django_forms.ChoiceField(
        label="How much does it matter?",
        choices=[("", "Not weighed yet"), *Weight.choices],
        widget=django_forms.RadioSelect,
        required=False,
    )
    enquiries = django_forms.TypedMultipleChoiceField(
        label="On which lines of enquiry does it bear?",
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )
    seen = django_forms.CharField(required=False, widget=django_forms.HiddenInput)

    def __init__(self, *args: Any, lines: list[KeyLineOfEnquiry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roots = {str(line.root): line.root for line in lines}
        field = cast(django_forms.TypedMultipleChoiceField, self.fields["enquiries"])
        field.choices = [(str(line.root), f"{line.number}. {line.text}") for line in lines]
        field.coerce = roots.__getitem__
        if not lines:
            del self.fields["enquiries"]


class CommentForm(forms.Form):
    words = fields.ParagraphField(
        label="What do you say of it?",
        help_text="Chair, panel and CSP officer read this. Its agency does not.",
        rows=3,
        error_messages={"required": "Write your comment"},
    )
