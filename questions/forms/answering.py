"""What a body is asked about its answer; the police, also what they decide."""

from typing import Any

from django import forms as django_forms

from documents.forms import ProvenanceForm
from evidence.forms.by_link import TOO_LONG
from evidence.forms.imr_queries import QueryAnswerForm
from pages import fields, forms
from questions.models import PoliceAnswer, Question
from questions.rules import Guest, Said

DECISION = ("decision", "not_before_on")


class AnswerForm(QueryAnswerForm):
    """An answer in words. Of an interview the police decide; of nothing else does anybody."""

    decision = django_forms.ChoiceField(
        label="May the interview take place?",
        choices=PoliceAnswer.choices,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Choose what the police say"},
    )
    not_before_on = fields.DateField(
        label="If not before a day, from which day?", called="The day", required=False
    )
    field_order = [
        *DECISION, "answer", "answer_file", "received_via", "on_behalf_of", "given_on", "original",
        "full_name", "job_title",
    ]  # fmt: skip

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not question.is_interview:
            for name in DECISION:
                del self.fields[name]

    def said(self) -> Said:
        names = ("answer", *DECISION)
        return Said(**{name: self.cleaned_data[name] for name in names if name in self.fields})


class AnswerForThemForm(AnswerForm, ProvenanceForm):
    pass


class AnswerByLinkForm(AnswerForm):
    """The answer of somebody without an account, who says who they are."""

    full_name = fields.LineField(label="Your name", max_length=200, autocomplete="name")
    job_title = fields.LineField(
        label="Your job title", max_length=200, autocomplete="organization-title"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].error_messages["max_length"] = TOO_LONG

    def guest(self) -> Guest:
        return Guest(**{name: self.cleaned_data[name] for name in ("full_name", "job_title")})


class HeldForm(forms.Form):
    held_on = fields.DateField(
        label="When was the interview?",
        called="The day of the interview",
        error_messages={"required": "Enter the day of the interview"},
    )
