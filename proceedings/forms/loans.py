from typing import Any

from django import forms as django_forms

from pages import fields, forms
from proceedings.models import Ending, Loan, MaySee
from proceedings.operations.loans import Lent
from reviews.forms.sealed import SEALED

ASKED = ("what", "owner", "lent_on", "may_see", "conditions", "ending", "due_on")


class LoanForm(forms.Form):
    """What was lent to the chair."""

    what = fields.ParagraphField(
        label="What was lent?",
        help_text=f"Such as the case summary, or recordings of calls. {SEALED}",
        rows=3,
        error_messages={"required": "Say what was lent"},
    )
    owner = fields.LineField(
        label="Who lent it?", max_length=200, error_messages={"required": "Say who lent it"}
    )
    lent_on = fields.DateField(
        label="When?", called="The loan", error_messages={"required": "Enter the day"}
    )
    may_see = django_forms.ChoiceField(
        label="Who may see it?",
        choices=MaySee,
        help_text="This record is shown to nobody else, either.",
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select who may see it"},
    )
    conditions = fields.ParagraphField(
        label="What else did the owner ask for?", help_text=SEALED, rows=2, required=False
    )
    ending = django_forms.ChoiceField(
        label="What is done with it in the end?",
        choices=Ending,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select what is done with it"},
    )
    due_on = fields.DateField(
        label="By when?",
        called="The day",
        help_text="It stands under My work from four weeks before.",
        error_messages={"required": "Enter by when"},
    )

    def lent(self) -> Lent:
        return Lent(**self.cleaned_data)

    @staticmethod
    def initial_of(loan: Loan) -> dict[str, Any]:
        return {name: getattr(loan, name) for name in ASKED}


class LoanEndForm(forms.Form):
    """That it was returned or destroyed."""

    ended_as = django_forms.ChoiceField(
        label="What was done?",
        choices=[(Ending.RETURN, "It was returned"), (Ending.DESTROY, "It was destroyed")],
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select what was done"},
    )
    ended_on = fields.DateField(
        label="When?", called="The day", error_messages={"required": "Enter the day"}
    )
    ended_note = fields.ParagraphField(
        label="To whom, or how, and who saw it done?",
        help_text=SEALED,
        rows=3,
        required=False,
    )
