"""What the panel is asked about a question, and by when it is to be answered."""

from collections.abc import Iterable
from typing import Any

from django import forms as django_forms

from evidence.forms.imr_queries import AskForm
from evidence.forms.imr_queries import QuestionForm as WordsForm
from pages import fields, forms
from questions.models import Question, QuestionKind
from questions.rules import Asking
from reviews.models import AgencyInvolvement

__all__ = ["AskForm", "DelegateForm", "InterviewForm", "WordsForm", "asked_in", "initial_of"]


class InterviewForm(forms.Form):
    """May we interview this member of staff before the trial?"""

    staff_of = django_forms.TypedChoiceField(
        label="Whose member of staff is it?",
        coerce=int,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Choose whose member of staff it is"},
    )
    staff_post = fields.LineField(
        label="Which post?",
        help_text="By post, not by name, so that the agency knows who is meant.",
        max_length=200,
        error_messages={"required": "Enter the post of the member of staff"},
    )
    question = fields.ParagraphField(
        label="Question", error_messages={"required": "Enter the question"}
    )

    def __init__(
        self, data: object = None, *, parts: Iterable[AgencyInvolvement], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.parts = {part.pk: part for part in parts}
        choices = [(pk, part.agency.name) for pk, part in self.parts.items()]
        self.fields["staff_of"].choices = choices  # type: ignore[attr-defined]


def asked_in(form: django_forms.Form) -> Asking:
    """Return what either form asks, once it is valid."""
    said = dict(form.cleaned_data)
    if not isinstance(form, InterviewForm):
        return Asking(**said)
    part = form.parts[said.pop("staff_of")]
    return Asking(kind=QuestionKind.INTERVIEW, staff_of=part, **said)


def initial_of(question: Question) -> dict[str, Any]:
    if question.is_interview:
        names = ("staff_post", "question")
        return {"staff_of": question.staff_of_id} | {
            name: getattr(question, name) for name in names
        }
    return {name: getattr(question, name) for name in ("where", "quoted", "question")}


class DelegateForm(forms.Form):
    to = fields.EmailField(
        label="Your colleague’s email address",
        help_text="They get a link to this question and see no other. They need no account.",
    )
