from typing import Any

from django import forms as django_forms

from pages import fields, forms
from panels.models import ParallelProcess
from proceedings.models import DisclosureItem, Outcome, Sensitivity
from proceedings.operations.disclosure import Material
from reviews.forms.sealed import READ_BY_RUNNERS
from reviews.models import Review


class MaterialForm(forms.Form):
    """Material of the review that may matter elsewhere."""

    process = django_forms.ModelChoiceField(
        label="In which process may it matter?",
        queryset=ParallelProcess.objects.none(),
        empty_label=None,
    )
    what = fields.ParagraphField(
        label="What is it?",
        help_text="Such as the notes of an interview, an agency’s report, or minutes, and of when. "
        f"{READ_BY_RUNNERS}",
        rows=3,
        error_messages={"required": "Say what it is"},
    )
    sensitivity = django_forms.ChoiceField(
        label="How sensitive is it?",
        choices=Sensitivity,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select how sensitive it is"},
    )
    owner = fields.LineField(
        label="Whose is it?",
        help_text="The body that made it.",
        max_length=200,
        error_messages={"required": "Say whose it is"},
    )

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["process"]
        chosen.queryset = review.parallel_processes.all()
        chosen.label_from_instance = lambda process: process.get_kind_display()

    def material(self) -> Material:
        return Material(**self.cleaned_data)

    @staticmethod
    def initial_of(item: DisclosureItem) -> dict[str, Any]:
        names = ("process", "what", "sensitivity", "owner")
        return {name: getattr(item, name) for name in names}


class ShownForm(forms.Form):
    """Which lines of the register the disclosure officer was shown, and when."""

    items = django_forms.ModelMultipleChoiceField(
        label="What was shown?",
        queryset=DisclosureItem.objects.none(),
        widget=django_forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose what was shown"},
    )
    shown_on = fields.DateField(
        label="When?", called="The day", error_messages={"required": "Enter the day"}
    )
    shown_to = fields.LineField(
        label="To whom?",
        help_text=f"Name and force of the disclosure officer. {READ_BY_RUNNERS}",
        error_messages={"required": "Say to whom"},
    )

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["items"]
        chosen.queryset = review.disclosure_items.not_shown()
        chosen.label_from_instance = lambda item: f"{item.number}. {item.what}"


class OutcomeForm(forms.Form):
    """What was decided of one line of the register."""

    outcome = django_forms.ChoiceField(
        label="What was decided?",
        choices=Outcome,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select what was decided"},
    )
    outcome_on = fields.DateField(
        label="When?", called="The day", error_messages={"required": "Enter the day"}
    )
    outcome_note = fields.ParagraphField(
        label="Why, and by whom?", help_text=READ_BY_RUNNERS, rows=3, required=False
    )
